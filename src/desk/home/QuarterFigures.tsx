/** This quarter so far beside the same days of last year. Each figure opens the records it counts. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Totals } from '../../areas/incidents/contract.ts'
import { periodLabel } from '../../kernel/periods.ts'
import { api } from '../api.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { Figure } from '../components/Figure.tsx'
import { moneyText, numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { messages as shell } from '../messages.ts'
import { type Place, paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { fill, useLang, useWords } from '../words.ts'
import { messages } from './messages.ts'
import { presentQuarter } from './quarter.ts'

const sum = (totals: Totals | undefined, ...keys: ('deaths' | 'seriousInjuries' | 'minorInjuries')[]) => {
  const known = keys.map((key) => totals?.sums[key]).filter((value) => typeof value === 'number')
  // Nothing known of no fires is nought; nothing known of some is unknown.
  return known.length > 0 || totals?.fires === 0 ? known.reduce((a, b) => a + b, 0) : undefined
}

export function QuarterFigures() {
  const words = useWords(messages)
  const money = useWords(shell).money
  const lang = useLang()
  const may = useMay()
  const { quarter, soFar, lastYear } = presentQuarter()
  const now = useQuery(api.incidents.totals.queryOptions({ input: { from: soFar.from, to: soFar.to } }))
  const then = useQuery(api.incidents.totals.queryOptions({ input: { from: lastYear.from, to: lastYear.to } }))
  if (now.error) return <ErrorBlock error={now.error} onRetry={() => now.refetch()} />
  const figure = (
    label: string,
    unit: string,
    read: (totals: Totals | undefined) => string | undefined,
    place: Place,
    size: 'large' | 'small' = 'large',
  ) => (
    <Figure
      label={label}
      unit={unit}
      size={size}
      value={now.data ? (read(now.data) ?? null) : undefined}
      place={place}
      comparisons={[{ label: words.lastYear, percent: null, words: read(then.data) ?? '—' }]}
    />
  )
  const [, month, date] = soFar.to.split('-')
  const days = { from: soFar.from, to: soFar.to }
  const fires = { ...days, counted: 'fires' }
  const { figures } = words
  return (
    <Panel
      flush
      title={fill(words.quarter, {
        period: periodLabel(quarter, lang),
        day: soFar.to,
        month: Number(month),
        date: Number(date),
      })}
      extra={may('analysis.read') && <Link {...paths.analysis({ period: quarter.key })}>{words.open}</Link>}
    >
      <div className="figures">
        {figure(figures.alarms, figures.cases, (t) => t && numberText(t.count), paths.incidents(days))}
        {figure(figures.fires, figures.cases, (t) => t && numberText(t.fires), paths.incidents(fires))}
        {figure(
          figures.deaths,
          figures.persons,
          (t) => textOf(sum(t, 'deaths')),
          paths.incidents({ ...fires, measure: 'deaths' }),
        )}
        {figure(
          figures.injuries,
          figures.persons,
          (t) => textOf(sum(t, 'seriousInjuries', 'minorInjuries')),
          paths.incidents(fires),
        )}
        {figure(
          figures.loss,
          money.wan,
          (t) => lossOf(t),
          paths.incidents({ ...fires, measure: 'directLossFen', sort: '-directLossFen' }),
        )}
      </div>
    </Panel>
  )
}

const lossOf = (totals: Totals | undefined) => {
  const fen = totals?.fires === 0 ? 0 : totals?.sums.directLossFen
  return typeof fen === 'number' ? moneyText(fen, 'wan') : undefined
}

const textOf = (value: number | undefined) => (value === undefined ? undefined : numberText(value))
