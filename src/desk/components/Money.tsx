/** An amount of money, kept in 分, shown in 元 or 万元. */
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { moneyText } from './numbers.ts'

export function Money({
  fen,
  unit = 'yuan',
  bare = false,
}: {
  fen: number | null | undefined
  unit?: 'yuan' | 'wan'
  bare?: boolean
}) {
  const words = useWords(messages)
  if (fen === null || fen === undefined)
    return (
      <span className="unknown" title={words.states.unknown}>
        —
      </span>
    )
  return (
    <span className="num nowrap">
      {moneyText(fen, unit)}
      {!bare && <span className="unit"> {words.money[unit]}</span>}
    </span>
  )
}
