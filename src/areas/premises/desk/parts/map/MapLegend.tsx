/** What the colours of the points mean, and how many have each. */
import { useCodes } from '../../../../../desk/codes.ts'
import { toneColours } from '../../../../../desk/components/map/tones.ts'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { useScreenDark } from '../../../../../desk/settings.ts'
import { useWords } from '../../../../../desk/words.ts'
import { type Colouring, toneOf } from '../../../map/colours.ts'
import { messages as mapMessages } from '../../../map/messages.ts'
import { messages } from '../../../messages.ts'

interface MapLegendProps {
  readonly by: Colouring
  readonly values: readonly { readonly value: string; readonly n: number }[]
}

export function MapLegend({ by, values }: MapLegendProps) {
  const { forms, states } = useWords(messages)
  const { hazards } = useWords(mapMessages).map
  const lists = useCodes('supervision-list')
  const colours = toneColours(useScreenDark())
  const tables: Readonly<Record<Exclude<Colouring, 'list'>, Readonly<Record<string, string>>>> = {
    form: forms,
    state: states,
    hazardous: hazards,
  }
  const nameOf = (value: string) => (by === 'list' ? lists.nameOf(value) : (tables[by][value] ?? value))
  return (
    <ul className="legend">
      {values.map(({ value, n }) => (
        <li key={value}>
          <i className="dot" style={{ background: colours[toneOf(by, value)] }} aria-hidden="true" /> {nameOf(value)}{' '}
          <span className="num quiet">{numberText(n)}</span>
        </li>
      ))}
    </ul>
  )
}
