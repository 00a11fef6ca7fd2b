/** Somebody changed the record meanwhile: both versions side by side, and the choice between them. */
import { Alert, Button, Space } from 'antd'
import { useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { changedKeys, type Draft, factsOf } from './form-draft.ts'
import { useValueWords } from './words.ts'

interface MovedProps {
  readonly draft: Draft
  readonly newest: Incident
  readonly onKeep: () => void
  readonly onDrop: () => void
}

export function Moved({ draft, newest, onKeep, onDrop }: MovedProps) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const theirs = factsOf(newest)
  return (
    <Alert
      className="error-block"
      type="warning"
      showIcon
      title={words.form.movedTitle}
      description={
        <>
          <p>{words.form.movedMore}</p>
          <div className="scroll-x">
            <table className="plain-table changes">
              <thead>
                <tr>
                  <th scope="col">{words.page.field}</th>
                  <th scope="col">{words.form.mine}</th>
                  <th scope="col">{words.form.theirs}</th>
                </tr>
              </thead>
              <tbody>
                {changedKeys(theirs, draft.facts).map((field) => (
                  <tr key={field}>
                    <th scope="row">{words.fields[field]}</th>
                    <td>{valueText(field, draft.facts[field])}</td>
                    <td>{valueText(field, theirs[field])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Space wrap>
            <Button type="primary" onClick={onKeep}>
              {words.form.keepMine}
            </Button>
            <Button onClick={onDrop}>{words.form.takeTheirs}</Button>
          </Space>
        </>
      }
    />
  )
}
