/** An alarm that becomes no fire loses what only a fire has: said while it can still be taken back. */
import { Alert, Button } from 'antd'
import { useCodes } from '../../../../desk/codes.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { fireFields } from '../../checks.ts'
import { messages } from '../../messages.ts'
import type { Editing } from './FactField.tsx'
import { useValueWords } from './words.ts'

export function LostFacts({ editing: { facts, set } }: { editing: Editing }) {
  const words = useWords(messages)
  const { nameOf } = useCodes('incident-kind')
  const valueText = useValueWords()
  const lost = facts.kind === 'fire' ? [] : fireFields.filter((field) => facts[field] !== null)
  return (
    <div aria-live="polite">
      {lost.length > 0 && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={fill(words.form.lost, { kind: nameOf(facts.kind), n: lost.length })}
          description={
            <ul className="lost-facts">
              {lost.map((field) => (
                <li key={field}>
                  {words.fields[field]} <strong>{valueText(field, facts[field])}</strong>
                </li>
              ))}
            </ul>
          }
          action={
            <Button size="small" onClick={() => set({ kind: 'fire' })}>
              {words.form.keepFire}
            </Button>
          }
        />
      )}
    </div>
  )
}
