/** Somebody changed the record meanwhile: both versions side by side, and the choice between them. */
import { Alert, Button, Space } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

interface MovedProps {
  /** What the person typed and the record as it is now, where they differ. */
  readonly rows: readonly { readonly field: string; readonly mine: string; readonly theirs: string }[]
  readonly onKeep: () => void
  readonly onDrop: () => void
}

export function Moved({ rows, onKeep, onDrop }: MovedProps) {
  const words = useWords(messages)
  const { moved: w } = words
  return (
    <Alert
      className="error-block"
      type="warning"
      showIcon
      title={w.title}
      description={
        <>
          <p>{w.more}</p>
          <div className="scroll-x">
            <table className="plain-table changes">
              <thead>
                <tr>
                  <th scope="col">{words.history.field}</th>
                  <th scope="col">{w.mine}</th>
                  <th scope="col">{w.theirs}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ field, mine, theirs }) => (
                  <tr key={field}>
                    <th scope="row">{field}</th>
                    <td>{mine}</td>
                    <td>{theirs}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Space wrap>
            <Button type="primary" onClick={onKeep}>
              {w.keepMine}
            </Button>
            <Button onClick={onDrop}>{w.takeTheirs}</Button>
          </Space>
        </>
      }
    />
  )
}
