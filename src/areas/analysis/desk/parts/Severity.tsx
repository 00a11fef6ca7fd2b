/** How grave the fires were, and whether they were in the city: every class has its line, at zero too. */
import { Link } from '@tanstack/react-router'
import { percentText } from '../../../../desk/components/numbers.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Figures, Part } from '../../figures/contract.ts'
import { figureKey, type Narrowed } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

export function Severity({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const { severity, urban } = figures.breakdowns
  const minor = figures.minorFires
  const light = placeOf(figures, figureKey('period', 'fires', { minorFire: true }))
  return (
    <dl className="facts analysis-lines">
      <Lines figures={figures} parts={severity} dimension="statClass" />
      <div>
        <dt>{words.minor}</dt>
        <dd className="num">{light && minor > 0 ? <Link {...light}>{minor}</Link> : minor}</dd>
      </div>
      <Lines figures={figures} parts={urban} dimension="urban" />
    </dl>
  )
}

interface LinesProps {
  readonly figures: Figures
  readonly parts: readonly Part[]
  readonly dimension: keyof Pick<Narrowed, 'statClass' | 'urban'>
}

function Lines({ figures, parts, dimension }: LinesProps) {
  const lang = useLang()
  const total = parts.reduce((sum, { fires }) => sum + fires, 0)
  return parts.map(({ code, name, fires }) => {
    const place = placeOf(figures, figureKey('period', 'fires', { [dimension]: code }))
    const share = total > 0 && fires > 0 ? ` · ${percentText((fires / total) * 100)}` : ''
    return (
      <div key={code}>
        <dt>{name[lang]}</dt>
        <dd className="num">{place && fires > 0 ? <Link {...place}>{`${fires}${share}`}</Link> : fires}</dd>
      </div>
    )
  })
}
