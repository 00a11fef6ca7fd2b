/** What was done to an incident, newest first: by whom, why, and which facts changed from what to what. */
import { useQuery } from '@tanstack/react-query'
import { Timeline } from 'antd'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import type { HistoryEntry } from '../../../../kernel/history.ts'
import { messages } from '../../messages.ts'
import { useValueWords } from './words.ts'

/** `version` asks again when the record has changed. */
export function History({ id, version }: { id: string; version: number }) {
  const words = useWords(messages).page
  const history = useQuery({
    ...api.incidents.history.queryOptions({ input: { id } }),
    queryKey: [...api.incidents.history.queryKey({ input: { id } }), version],
  })
  return (
    <Asked query={history} rows={4}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyBlock small title={words.noHistory} />
        ) : (
          <Timeline
            className="history"
            items={items.map((entry) => ({ key: entry.id, content: <Entry entry={entry} /> }))}
          />
        )
      }
    </Asked>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const words = useWords(messages)
  const name = entry.act.split('.')[1] ?? entry.act
  const isAct = (act: string): act is keyof typeof words.acts => act in words.acts
  const first = entry.changes.every(({ before }) => before === null) && (name === 'enter' || name === 'import')
  return (
    <>
      <p className="history-head">
        <strong>{isAct(name) ? words.acts[name] : entry.act}</strong> {entry.actor}{' '}
        <span className="quiet">
          <TimeText at={entry.at} />
        </span>
      </p>
      {entry.note && (
        <p>
          {name === 'import' ? `${words.fields.file}${words.colon}` : words.page.noteIs}
          {entry.note}
        </p>
      )}
      {first ? (
        <details>
          <summary>
            {fill(words.page.first, { n: entry.changes.length })} · {words.page.firstShow}
          </summary>
          <Changes changes={entry.changes} first />
        </details>
      ) : (
        entry.changes.length > 0 && <Changes changes={entry.changes} />
      )}
    </>
  )
}

function Changes({ changes, first = false }: { changes: HistoryEntry['changes']; first?: boolean }) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const nameOf = (field: string) => (field in words.fields ? words.fields[field as keyof typeof words.fields] : field)
  return (
    <div className="scroll-x">
      <table className="plain-table changes">
        <thead>
          <tr>
            <th scope="col">{words.page.field}</th>
            {!first && <th scope="col">{words.page.before}</th>}
            <th scope="col">{words.page.now}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              {!first && (
                <td>
                  {before === null ? (
                    <span className="unknown">{valueText(field, before)}</span>
                  ) : (
                    <del>{valueText(field, before)}</del>
                  )}
                </td>
              )}
              <td>{valueText(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
