/** The alarms and fires at a place of the register: a part of its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { Casualties, KindText, Marks } from './Marks.tsx'

const newest = 10

export function IncidentsOfPremises({ premisesNo }: { premisesNo: string }) {
  const words = useWords(messages)
  const { nameOf: causeName } = useCodes('cause')
  const list = useQuery(api.incidents.list.queryOptions({ input: { premisesNo, limit: newest } }))
  return (
    <Panel
      title={words.title}
      extra={list.data?.next && <Link {...paths.incidents({ premisesNo })}>{words.ofPremises.all}</Link>}
    >
      <Asked query={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock small title={words.ofPremises.none} />
          ) : (
            <ul className="plain-list">
              {items.map((incident) => (
                <li key={incident.id}>
                  <Link {...paths.incident(incident.id)}>
                    <TimeText at={incident.receivedAt} />
                  </Link>
                  <span>
                    <KindText {...incident} /> <Marks {...incident} onlyUnusual />
                  </span>
                  <span className="quiet">
                    {incident.cause ? causeName(incident.cause) : ''} <Casualties {...incident} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Panel>
  )
}
