/** The facts of a visit beside what it found: who, where, why, how it ended and how it came in. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../../desk/api.ts'
import { TimeText } from '../../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { metresBetween } from '../../../../../kernel/geo.ts'
import { Pictures } from '../../../../hazards/desk/parts/pictures.tsx'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { messages } from '../../../visits/messages.ts'
import type { Fix, Visit } from '../../../visits/record-contract.ts'

export function About({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const { nameOf: bodyName } = useBodies()
  const { accompanying, signature, startFix, endFix } = visit
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      words.fields.premises,
      <Link key="place" {...paths.premises(visit.premises)}>
        {visit.premisesName}
      </Link>,
    ],
    [words.fields.address, visit.address],
    [words.fields.body, bodyName(visit.body)],
    [words.fields.inspectors, visit.inspectorNames.join(words.list.and)],
    [words.fields.startedAt, <TimeText key="start" at={visit.startedAt} />],
    [words.fields.endedAt, <TimeText key="end" at={visit.endedAt} />],
    [words.page.atStart, startFix && <Position premises={visit.premises} fix={startFix} />],
    [words.page.atEnd, endFix && <Position premises={visit.premises} fix={endFix} />],
    [words.fields.reason, [words.reasons[visit.reason], visit.reasonWords].filter(Boolean).join(words.colon)],
    [words.fields.dueOn, visit.dueOn],
    [words.fields.accompanying, accompanying && [accompanying.name, accompanying.role].filter(Boolean).join(' ')],
    [
      words.fields.signature,
      <div key="signature">
        {[words.signatures[signature.kind], signature.witness].filter(Boolean).join(words.colon)}
        {signature.file && <Pictures files={[signature.file]} name={words.fields.signature} />}
      </div>,
    ],
    [words.fields.guidance, visit.guidance],
    [words.fields.remarks, visit.remarks],
    [words.fields.submittedAt, <TimeText key="submitted" at={visit.submittedAt} />],
    [words.fields.submittedBy, visit.submittedBy],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** How far from the place's point the device was, as far as it knew. */
function Position({ premises, fix }: { premises: string; fix: Fix }) {
  const words = useWords(messages).page
  const { data } = useQuery(api.premises.get.queryOptions({ input: { id: premises } }))
  const accuracy = Math.round(fix.accuracyM)
  if (!data || data.lng === null || data.lat === null) return <span>{fill(words.accuracy, { n: accuracy })}</span>
  const metres = Math.round(metresBetween([data.lng, data.lat], [fix.lng, fix.lat]))
  return (
    <span className={metres > far + accuracy ? 'tone-caution' : ''}>
      {fill(words.distance, { n: metres, accuracy })}
    </span>
  )
}

/** From here on it is worth a look: a place is a point on the map, and larger than that. */
const far = 200
