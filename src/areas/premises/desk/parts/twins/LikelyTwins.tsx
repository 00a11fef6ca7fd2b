/** On the page of a record: the records that may be the same place. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../../desk/api.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../twins/messages.ts'
import { Grounds, percent } from './Grounds.tsx'
import { useDistanceText } from './words.ts'
import '../../../../../desk/styles/premises-twins.css'

export function LikelyTwins({ id }: { id: string }) {
  const words = useWords(messages)
  const distanceText = useDistanceText()
  const { data } = useQuery(api.premises.twins.ofPremises.queryOptions({ input: { id } }))
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={words.likely}>
      <ul className="plain-list twin-lines">
        {data.items.map(({ id: twin, one, other, grounds, score, metres }) => {
          const there = one.id === id ? other : one
          return (
            <li key={twin}>
              <div>
                <Link {...paths.premisesTwin(twin)}>{there.name}</Link>{' '}
                <span className="quiet">
                  <span className="num">{there.premisesNo}</span> {there.address}
                </span>
                <div className="twin-facts">
                  <Grounds grounds={grounds} />
                  <span className="num nowrap" title={words.sure}>
                    {percent(score)} <span className="quiet">{distanceText(metres)}</span>
                  </span>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
