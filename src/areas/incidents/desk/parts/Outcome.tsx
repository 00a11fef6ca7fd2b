/** What would become of a fire's casualties and class, from and to, by the district's rules. */

import { useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { classed } from '../../record.ts'
import { useClassify } from './tables.ts'
import { useValueWords } from './words.ts'

const shown = ['deaths', 'seriousInjuries', 'statClass', 'accidentClass'] as const

export function Outcome({ before, after }: { before: Incident; after: Incident }) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const classify = useClassify()
  if (!classify) return null
  const then = { ...after, ...classed(after, before.receivedOn, classify) }
  return (
    <dl className="outcome">
      {shown
        .filter((field) => then[field] !== before[field] || field === 'statClass')
        .map((field) => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>
              {then[field] === before[field] ? (
                `${valueText(field, then[field])}${words.act.unchanged}`
              ) : (
                <>
                  {valueText(field, before[field])} →{' '}
                  <strong className="tone-bad">{valueText(field, then[field])}</strong>
                </>
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}
