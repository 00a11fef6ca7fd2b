/** The latest acts, for the audit administrator. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useActWords } from '../act-words.ts'
import { api } from '../api.ts'
import { Asked } from '../components/Asked.tsx'
import { Panel } from '../components/Panel.tsx'
import { TimeText } from '../components/TimeText.tsx'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'
import { messages } from './messages.ts'

export function LedgerCard() {
  const words = useWords(messages)
  const acts = useActWords()
  const list = useQuery(api.organisation.ledger.list.queryOptions({ input: { limit: 10 } }))
  return (
    <Panel title={words.ledger.title} extra={<Link {...paths.ledger()}>{words.ledger.all}</Link>}>
      <Asked query={list}>
        {({ items }) => (
          <ul className="recent">
            {items.map(({ id, at, actor, act }) => (
              <li key={id}>
                <span>
                  <TimeText at={at} precision="second" />
                  <span className="recent-kind">{actor}</span>
                  <span className="recent-where">{acts[act] ?? act}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Panel>
  )
}
