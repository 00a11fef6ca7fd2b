/** What does not fit, where it is. */
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { VisitFault } from '../../../visits/contract.ts'

export function useFaultText(): (rule: string) => string {
  const words: Readonly<Record<string, string>> = useWords(messages).faults
  return (rule) => words[rule] ?? rule
}

export function FaultLines({ faults }: { faults: readonly VisitFault[] }) {
  const text = useFaultText()
  if (faults.length === 0) return null
  return (
    <ul className="visit-faults" aria-live="polite">
      {faults.map(({ at, rule, weight }) => (
        <li key={`${at} ${rule}`} className={weight === 'fault' ? 'tone-bad' : 'tone-caution'}>
          {text(rule)}
        </li>
      ))}
    </ul>
  )
}
