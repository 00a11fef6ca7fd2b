/** Said above the list when it was opened from a figure of the analysis: what the records add up to, in words. */
import { Button } from 'antd'
import { numberText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { IncidentFilter } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { useFilterWords } from './filter-words.ts'

interface FigureLineProps {
  readonly filter: IncidentFilter
  readonly count: number | undefined
  readonly onLeave: () => void
}

export function FigureLine({ filter, count, onLeave }: FigureLineProps) {
  const words = useWords(messages)
  const lang = useLang()
  const speak = useFilterWords()
  const { figure: w, fields } = words
  const { measure, missing, counted, from, to, ...narrowed } = filter
  const what = measure
    ? fields[measure]
    : missing
      ? fill(w.missing, { name: fields[missing] })
      : counted === 'fires'
        ? w.fires
        : w.alarms
  const days = from && to ? `${from} – ${to}` : ''
  const phrases = speak(narrowed).map(({ name, text }) => `${name}${words.colon}${text}`)
  const whole = [days, ...phrases, what].filter(Boolean).join(lang === 'zh' ? '，' : ', ')
  return (
    <p className="figure-line" role="status">
      <span>
        <strong>{w.lead}</strong>
        {count === undefined ? w.counting : fill(w.records, { what: whole, n: numberText(count) })}
      </span>
      <Button type="link" size="small" onClick={onLeave}>
        {w.clear}
      </Button>
    </p>
  )
}
