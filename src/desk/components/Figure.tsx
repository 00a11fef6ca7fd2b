/** One figure with its unit and what it is compared with; a link where it leads to the records it counts. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { messages } from '../messages.ts'
import type { Place } from '../paths.ts'
import { useWords } from '../words.ts'
import { percentText } from './numbers.ts'

export interface Comparison {
  /** 环比, 同比. */
  readonly label: string
  /** In per cent; null where it cannot be computed, and then `words` says why. */
  readonly percent: number | null
  /** What stands instead of the percentage: 持平, 不可比, 增加3起. */
  readonly words?: string
  /** Whether the change is welcome. Left out: neither. */
  readonly tone?: 'good' | 'bad'
}

export interface FigureProps {
  readonly label: ReactNode
  /** Already as text; null is unknown, undefined still to come. */
  readonly value: string | null | undefined
  readonly unit?: string
  readonly place?: Place
  readonly comparisons?: readonly Comparison[]
  readonly note?: ReactNode
  readonly size?: 'large' | 'small'
}

const arrow = (percent: number | null) => (percent === null || percent === 0 ? '' : percent > 0 ? '▲' : '▼')

export function Figure({ label, value, unit, place, comparisons = [], note, size = 'large' }: FigureProps) {
  const words = useWords(messages)
  const number = (
    <span className="figure-number">
      {value === undefined ? (
        <span className="figure-coming" />
      ) : value === null ? (
        <span className="num unknown" title={words.states.unknown}>
          —
        </span>
      ) : (
        <span className="num">{value}</span>
      )}
      {unit && typeof value === 'string' && <span className="unit">{unit}</span>}
    </span>
  )
  return (
    <div className={`figure figure-${size}`}>
      <div className="figure-label">{label}</div>
      {place && typeof value === 'string' ? (
        <Link className="figure-link" {...place}>
          {number}
        </Link>
      ) : (
        number
      )}
      {comparisons.length > 0 && (
        <dl className="figure-comparisons">
          {comparisons.map(({ label: kind, percent, words: instead, tone }) => (
            <div key={kind}>
              <dt>{kind}</dt>
              <dd className={tone ? `tone-${tone}` : ''}>
                <span aria-hidden="true">{arrow(percent)}</span> {instead ?? percentText(percent, true)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {note && <div className="figure-note">{note}</div>}
    </div>
  )
}
