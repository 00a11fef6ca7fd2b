/** How soon help arrived. */
import { Link } from '@tanstack/react-router'
import { percentText } from '../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Figures } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

export function ResponseTimes({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const response = figures.response.period
  if (!response) return null
  const { n, unmeasured, medianSeconds, p90Seconds, within } = response
  const time = (seconds: number | null) =>
    seconds === null ? '—' : fill(words.minutes, { m: Math.floor(seconds / 60), s: Math.round(seconds % 60) })
  const open = (which: 'within5' | 'over5' | 'unmeasured' | 'measured') =>
    placeOf(figures, figureKey('period', 'fires', { response: which }))
  const [inTime, lacking] = [open('within5'), open('unmeasured')]
  return (
    <dl className="facts">
      <dt>{words.median}</dt>
      <dd className="num">{time(medianSeconds)}</dd>
      <dt>{words.p90}</dt>
      <dd className="num">{time(p90Seconds)}</dd>
      <dt>{words.within}</dt>
      <dd className="num">
        {inTime ? (
          <Link {...inTime}>
            {within} · {n > 0 ? percentText((within / n) * 100) : '—'}
          </Link>
        ) : (
          within
        )}
      </dd>
      <dt>{words.counted}</dt>
      <dd className="note">
        {lacking ? <Link {...lacking}>{fill(words.measured, { n, m: unmeasured })}</Link> : null}
      </dd>
    </dl>
  )
}
