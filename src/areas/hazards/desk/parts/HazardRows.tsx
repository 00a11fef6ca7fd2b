/** Hazards as lines: what, how it stands, what is next. */
import { Link } from '@tanstack/react-router'
import { paths } from '../../../../desk/paths.ts'
import type { Hazard } from '../../record-contract.ts'
import { Gravity, HazardState, NextLine } from './HazardMarks.tsx'

export function HazardRows({ hazards }: { hazards: readonly Hazard[] }) {
  return (
    <ul className="plain-list">
      {hazards.map((hazard) => (
        <li key={hazard.id}>
          <Link {...paths.hazard(hazard.id)}>{hazard.words}</Link>
          <span>
            <HazardState {...hazard} /> <Gravity {...hazard} />
          </span>
          <span className="quiet">
            <NextLine {...hazard} />
          </span>
        </li>
      ))}
    </ul>
  )
}
