/** After a submission a long form shows what became of it: the first field that is not right, or the answer. */
import { useEffect, useRef } from 'react'

/** Two places: put the first around the fields and the second around the answer. `tries` counts the submissions. */
export function useAnswerInSight(tries: number, answered: unknown) {
  const fields = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries === 0) return
    const wrong = fields.current?.querySelector<HTMLElement>('.ant-form-item-has-error :is(input, textarea)')
    wrong?.focus({ preventScroll: true })
    wrong?.scrollIntoView({ block: 'center' })
  }, [tries])
  useEffect(() => {
    if (answered) answer.current?.scrollIntoView({ block: 'nearest' })
  }, [answered])
  return [fields, answer] as const
}
