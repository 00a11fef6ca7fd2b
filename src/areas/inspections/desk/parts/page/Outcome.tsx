/** What a visit found and saw again: as it was then, and how each hazard stands now, with what must happen next. */
import { Link } from '@tanstack/react-router'
import { useCodes } from '../../../../../desk/codes.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useLang, useWords } from '../../../../../desk/words.ts'
import { citation } from '../../../../../kernel/law.ts'
import { Gravity, HazardState, NextLine } from '../../../../hazards/desk/parts/HazardMarks.tsx'
import { Pictures } from '../../../../hazards/desk/parts/pictures.tsx'
import type { Hazard } from '../../../../hazards/record-contract.ts'
import { messages } from '../../../visits/messages.ts'
import type { Visit } from '../../../visits/record-contract.ts'

interface OutcomeProps {
  readonly visit: Visit
  readonly hazards: readonly Hazard[]
}

/** How it stands, and what is next, by which article. */
function Now({ hazard }: { hazard: Hazard }) {
  const lang = useLang()
  return (
    <div>
      <HazardState {...hazard} /> <Gravity {...hazard} />
      {hazard.next && (
        <>
          <NextLine {...hazard} /> <span className="quiet">{citation(hazard.next.law, lang)}</span>
        </>
      )}
    </div>
  )
}

export function FoundHazards({ visit, hazards }: OutcomeProps) {
  const words = useWords(messages)
  const { nameOf: conductName } = useCodes('conduct')
  return (
    <ul className="visit-outcome">
      {hazards.map((hazard) => {
        const said = visit.findings.find(({ id }) => id === hazard.id)
        const ordered = said && [words.disposals[said.disposal], said.term].filter(Boolean).join(' ')
        return (
          <li key={hazard.id}>
            <div className="card-line">
              <Link {...paths.hazard(hazard.id)}>{hazard.words}</Link>
              <strong className="nowrap">{ordered}</strong>
            </div>
            <div className="quiet">{[hazard.spot, conductName(hazard.conduct)].filter(Boolean).join(' · ')}</div>
            <Now hazard={hazard} />
            <Pictures files={[...(said?.photos ?? []), ...(said?.photosAfter ?? [])]} name={hazard.words} />
          </li>
        )
      })}
    </ul>
  )
}

/** What was seen again. A hazard that another visit has seen since is only led to. */
export function SeenAgain({ visit, hazards }: OutcomeProps) {
  const words = useWords(messages)
  return (
    <ul className="visit-outcome">
      {visit.rechecks.map(({ hazard: id, corrected, words: said, photos }) => {
        const hazard = hazards.find((one) => one.id === id)
        return (
          <li key={id}>
            <div className="card-line">
              <Link {...paths.hazard(id)}>{hazard?.words ?? words.page.toHazard}</Link>
              <strong className="nowrap">{corrected ? words.form.corrected : words.form.uncorrected}</strong>
            </div>
            {said && <div className="quiet">{said}</div>}
            {hazard && <Now hazard={hazard} />}
            <Pictures files={photos} name={hazard?.words ?? words.page.rechecked} />
          </li>
        )
      })}
    </ul>
  )
}
