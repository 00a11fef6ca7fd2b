/** What the filtered records add up to: one line above the list. */
import { Money } from '../../../../desk/components/Money.tsx'
import { numberText } from '../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Totals } from '../../contract.ts'
import { messages } from '../../messages.ts'

const shown = ['deaths', 'seriousInjuries', 'minorInjuries'] as const

export function TotalsLine({ totals }: { totals: Totals | undefined }) {
  const words = useWords(messages)
  if (!totals) return <p className="totals">&nbsp;</p>
  const { count, fires, sums } = totals
  return (
    <p className="totals">
      <span>{fill(words.list.totals, { count: numberText(count), fires: numberText(fires) })}</span>
      {shown.map((key) => (
        <span key={key}>
          {words.fields[key]}{' '}
          <strong className={key === 'deaths' && sums[key] ? 'tone-bad' : ''}>{numberText(sums[key] ?? null)}</strong>
        </span>
      ))}
      <span>
        {words.list.lossSum}{' '}
        <strong>
          <Money fen={sums.directLossFen ?? null} unit="wan" />
        </strong>
      </span>
    </p>
  )
}
