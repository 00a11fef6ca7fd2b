/** The alarms that came in last, within this person's reach. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { useCodes } from '../codes.ts'
import { Asked } from '../components/Asked.tsx'
import { EmptyBlock } from '../components/EmptyBlock.tsx'
import { Panel } from '../components/Panel.tsx'
import { TimeText } from '../components/TimeText.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { useWords } from '../words.ts'
import { messages } from './messages.ts'

export function RecentIncidents() {
  const words = useWords(messages)
  const may = useMay()
  const kinds = useCodes('incident-kind')
  const list = useQuery(api.incidents.list.queryOptions({ input: { limit: 8, sort: '-receivedAt' } }))
  return (
    <Panel title={words.recent.title} extra={<Link {...paths.incidents()}>{words.recent.all}</Link>}>
      <Asked query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock
              title={words.recent.none}
              action={may('incidents.import') && <Link {...paths.incidentImport()}>{words.does.import}</Link>}
            />
          ) : (
            <ul className="recent">
              {items.map(({ id, incidentNo, kind, isFire, receivedAt, address }) => (
                <li key={id}>
                  <Link {...paths.incident(id)}>
                    <span className={`dot ${isFire ? 'dot-alarm' : ''}`} aria-hidden="true" />
                    <TimeText at={receivedAt} />
                    <span className="recent-kind">{kinds.nameOf(kind)}</span>
                    <span className="recent-where">{address || incidentNo}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Panel>
  )
}
