/** The district in four numbers, for the system administrator who keeps it. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Asked } from '../components/Asked.tsx'
import { Figure } from '../components/Figure.tsx'
import { numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { paths } from '../paths.ts'
import { fill, useWords } from '../words.ts'
import { messages } from './messages.ts'

export function DistrictCard() {
  const words = useWords(messages)
  const bodies = useQuery(api.organisation.bodies.queryOptions({ input: {} }))
  return (
    <Panel flush title={words.district.title}>
      <Asked query={bodies} rows={2}>
        {({ items }) => {
          const active = items.filter((body) => body.active)
          const stations = active.filter(({ kind }) => kind === 'station')
          const undrawn = stations.filter(({ hasArea }) => !hasArea).length
          const people = active.reduce((sum, body) => sum + body.people, 0)
          const { unitBody, unitPerson } = words.district
          const noteOf = (all: number, open: number) => {
            if (all === 0) return words.district.noStations
            return open > 0 ? fill(words.district.undrawn, { n: open }) : words.district.drawn
          }
          return (
            <div className="figures">
              <Figure
                size="small"
                label={words.district.bodies}
                unit={unitBody}
                value={numberText(active.length)}
                place={paths.organisation()}
              />
              <Figure
                size="small"
                label={words.district.stations}
                unit={unitBody}
                value={numberText(stations.length)}
                place={paths.organisation({ kind: 'station' })}
                note={noteOf(stations.length, undrawn)}
              />
              <Figure
                size="small"
                label={words.district.people}
                unit={unitPerson}
                value={numberText(people)}
                place={paths.organisation({ tab: 'people' })}
              />
            </div>
          )
        }}
      </Asked>
    </Panel>
  )
}
