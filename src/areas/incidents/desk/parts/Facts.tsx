/** Facts of an incident with their names and units; what is not known says so. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { moneyText, numberText } from '../../../../desk/components/numbers.ts'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { useValueWords } from './words.ts'

type Shown = Exclude<keyof Incident, 'id' | 'version' | 'receivedOn' | 'isFire' | 'enteredAt'>

const linked = new Set<string>(['station', 'community', 'street', 'place', 'cause', 'subCause'])
const harmed = new Set<string>(['deaths'])

export function Facts({
  incident,
  fields,
  single = false,
}: {
  incident: Incident
  fields: readonly Shown[]
  single?: boolean
}) {
  const words = useWords(messages)
  return (
    <dl className={`facts ${single ? '' : 'facts-two'}`}>
      {fields.map((field) => (
        <div key={field} className="fact">
          <dt>{words.fields[field]}</dt>
          <dd>
            <Value field={field} value={incident[field]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ field, value }: { field: Shown; value: unknown }): ReactNode {
  const words = useWords(messages)
  const valueText = useValueWords()
  if (value === null || value === undefined || value === '') return <span className="unknown">{words.unknown}</span>
  if (linked.has(field)) return <Link {...paths.incidents({ [field]: String(value) })}>{valueText(field, value)}</Link>
  const unit = field in words.units ? words.units[field as keyof typeof words.units] : ''
  if (typeof value === 'number' && unit)
    return (
      <span className={`num ${harmed.has(field) && value > 0 ? 'tone-bad' : ''}`}>
        {field.endsWith('Fen') ? moneyText(value) : numberText(value, 2)}
        <span className="unit"> {unit}</span>
      </span>
    )
  return valueText(field, value)
}
