/** The visits to a place: a part of its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../visits/messages.ts'

const newest = 8

export function VisitsOfPremises({ premises }: { premises: string }) {
  const may = useMay()
  return may('inspections.read') ? <Listed premises={premises} /> : null
}

/** The way to a visit to a place, for whoever may make one. */
export function EnterVisit({ premises }: { premises: string }) {
  const words = useWords(messages).list
  const may = useMay()
  return may('inspections.visit') ? (
    <Link {...paths.visitNew({ premises })} className="ant-btn-like primary-link">
      {words.enter}
    </Link>
  ) : null
}

function Listed({ premises }: { premises: string }) {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('visit-kind')
  const list = useQuery(api.inspections.visits.list.queryOptions({ input: { premises: [premises], limit: newest } }))
  return (
    <Panel title={words.title} extra={list.data?.next && <Link {...paths.visits({ premises })}>{words.list.all}</Link>}>
      <Asked query={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock small title={words.list.noneHere} />
          ) : (
            <ul className="plain-list">
              {items.map((visit) => (
                <li key={visit.id}>
                  <Link {...paths.visit(visit.id)}>
                    <TimeText at={visit.startedAt} />
                  </Link>
                  <span>{kindName(visit.kind)}</span>
                  <span className="quiet">
                    {visit.inspectorNames.join(words.list.and)}
                    {visit.hazards > 0 && ` · ${fill(words.list.found, { n: visit.hazards })}`}
                    {visit.rechecked > 0 && ` · ${fill(words.list.rechecked, { n: visit.rechecked })}`}
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
