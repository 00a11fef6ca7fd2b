/** The class that follows from what is typed, by the rules in force on the day; where one corrects, from what it was. */
import { useCodes } from '../../../../desk/codes.ts'
import { useWords } from '../../../../desk/words.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { classed } from '../../record.ts'
import { type Facts, settledFacts } from './form-draft.ts'
import { useClassify } from './tables.ts'

export function ClassNow({ facts, base }: { facts: Facts; base: Incident | null }) {
  const words = useWords(messages)
  const { nameOf } = useCodes('severity')
  const classify = useClassify()
  const settled = settledFacts(facts)
  if (!classify || !settled) return null
  const { statClass, accidentClass, minorFire } = classed(settled, dayOf(settled.receivedAt), classify)
  const moved = base?.statClass && base.statClass !== statClass
  return (
    <p className="class-now" aria-live="polite">
      {words.form.classNow} {words.fields.statClass}{' '}
      {moved ? (
        <>
          {nameOf(base.statClass)} → <strong className="tone-bad">{nameOf(statClass)}</strong>
        </>
      ) : (
        <strong>{nameOf(statClass)}</strong>
      )}
      {minorFire && ` · ${words.fields.minorFire}`}
      {accidentClass && ` · ${words.fields.accidentClass} ${nameOf(accidentClass)}`}
    </p>
  )
}
