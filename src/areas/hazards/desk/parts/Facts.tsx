/** Fields of a hazard with their values; what is not said is left out. */
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Hazard } from '../../record-contract.ts'
import { useValueText } from './values.ts'

export function Facts({ hazard, fields }: { hazard: Hazard; fields: readonly (keyof Hazard)[] }) {
  const words = useWords(messages)
  const valueText = useValueText()
  const names: Readonly<Record<string, string>> = words.fields
  const said = fields.filter((field) => hazard[field] !== null && hazard[field] !== false && hazard[field] !== '')
  if (said.length === 0) return <p className="unknown">{words.unknown}</p>
  return (
    <dl className="facts">
      {said.map((field) => (
        <div key={field}>
          <dt>{names[field]}</dt>
          <dd>{valueText(field, hazard[field])}</dd>
        </div>
      ))}
    </dl>
  )
}
