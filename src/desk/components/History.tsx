/** What was done to a record, newest first: by whom, why, and which facts changed from what to what. */
import { Timeline } from 'antd'
import type { HistoryEntry } from '../../kernel/history.ts'
import { messages } from '../messages.ts'
import { fill, useWords } from '../words.ts'
import { Asked } from './Asked.tsx'
import { EmptyBlock } from './EmptyBlock.tsx'
import { TimeText } from './TimeText.tsx'

/** An area's words for what its history holds. */
export interface HistoryWords {
  readonly actName: (act: string) => string
  readonly fieldName: (field: string) => string
  readonly valueText: (field: string, value: unknown) => string
  /** What the note of an act is, where it is no reason. */
  readonly noteName?: (act: string) => string | undefined
}

interface HistoryProps extends HistoryWords {
  readonly query: {
    readonly data: { readonly items: readonly HistoryEntry[] } | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
}

export function History({ query, ...own }: HistoryProps) {
  const words = useWords(messages).history
  return (
    <Asked query={query} rows={4}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyBlock small title={words.none} />
        ) : (
          <Timeline
            className="history"
            items={items.map((entry) => ({ key: entry.id, content: <Entry entry={entry} {...own} /> }))}
          />
        )
      }
    </Asked>
  )
}

/** What was said at the beginning is long, and nothing was there before. */
const isFirst = ({ act, changes }: HistoryEntry): boolean =>
  /[.](enter|import)$/.test(act) && changes.every(({ before }) => before === null)

function Entry({ entry, ...own }: HistoryWords & { entry: HistoryEntry }) {
  const words = useWords(messages).history
  return (
    <>
      <p className="history-head">
        <strong>{own.actName(entry.act)}</strong> {entry.actor}{' '}
        <span className="quiet">
          <TimeText at={entry.at} />
        </span>
      </p>
      {entry.note && (
        <p>
          {own.noteName?.(entry.act) ?? words.noteIs}
          {entry.note}
        </p>
      )}
      {isFirst(entry) ? (
        <details>
          <summary>
            {fill(words.first, { n: entry.changes.length })} · {words.firstShow}
          </summary>
          <Changes changes={entry.changes} first {...own} />
        </details>
      ) : (
        entry.changes.length > 0 && <Changes changes={entry.changes} {...own} />
      )}
    </>
  )
}

interface ChangesProps extends HistoryWords {
  readonly changes: HistoryEntry['changes']
  readonly first?: boolean
}

function Changes({ changes, first = false, fieldName, valueText }: ChangesProps) {
  const words = useWords(messages).history
  return (
    <div className="scroll-x">
      <table className="plain-table changes">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {!first && <th scope="col">{words.before}</th>}
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
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
