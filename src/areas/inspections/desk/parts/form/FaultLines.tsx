/** What does not fit: at its place, and all together with links that lead there. */
import { fill, useLang, useMarks, useWords } from '../../../../../desk/words.ts'
import type { Item } from '../../../checklists/contract.ts'
import { messages } from '../../../messages.ts'
import type { VisitFault } from '../../../visits/contract.ts'
import { messages as visitMessages } from '../../../visits/messages.ts'
import type { Draft } from './draft.ts'
import { anchorOf } from './faults.ts'

function useFaultText(): (rule: string) => string {
  const words: Readonly<Record<string, string>> = useWords(messages).faults
  return (rule) => words[rule] ?? rule
}

const toneOf = ({ weight }: VisitFault) => (weight === 'fault' ? 'tone-bad' : 'tone-caution')

/** Help of a form's field, from what is wrong with it. */
export function useHelp(): (faults: readonly VisitFault[]) => { help?: string; validateStatus?: 'error' | 'warning' } {
  const text = useFaultText()
  return (faults) =>
    faults.length === 0
      ? {}
      : {
          help: faults.map(({ rule }) => text(rule)).join(' '),
          validateStatus: faults.some(({ weight }) => weight === 'fault') ? 'error' : 'warning',
        }
}

export function FaultLines({ faults }: { faults: readonly VisitFault[] }) {
  const text = useFaultText()
  if (faults.length === 0) return null
  return (
    <ul className="visit-faults" aria-live="polite">
      {faults.map((fault) => (
        <li key={`${fault.at} ${fault.rule}`} className={toneOf(fault)}>
          {text(fault.rule)}
        </li>
      ))}
    </ul>
  )
}

/** Brings a part of the page into sight, and the focus into it. */
export function goTo(anchor: string): void {
  const place = document.getElementById(anchor)
  if (!place) return
  const field = 'input:not([hidden], [type=hidden]), textarea, button'
  const first = place.matches('input, textarea, select') ? place : place.querySelector<HTMLElement>(field)
  first?.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
}

interface FaultListProps {
  readonly faults: readonly VisitFault[]
  readonly draft: Draft
  readonly items: readonly Item[]
}

/** All that does not fit, each with the way to it. */
export function FaultList({ faults, draft, items }: FaultListProps) {
  const words = useWords(visitMessages)
  const text = useFaultText()
  const lang = useLang()
  const { named } = useMarks()
  const placeName = (at: string): string => {
    const [part = '', key = ''] = at.split('.')
    const finding = part === 'findings' ? draft.findings[Number(key)] : undefined
    const item = items.findIndex(({ code }) => code === finding?.item || `item-${code}` === anchorOf(at, draft))
    const asked = items[item]
    if (asked) return fill(words.form.itemNo, { n: item + 1, name: (lang === 'en' && asked.en) || asked.zh })
    if (finding) return finding.words || words.form.finding
    if (part === 'rechecks') return words.form.rechecks
    return (words.fields as Readonly<Record<string, string>>)[part] ?? words.form.basics
  }
  return (
    <ol className="visit-faults">
      {faults.map((fault) => (
        <li key={`${fault.at} ${fault.rule}`} className={toneOf(fault)}>
          <a
            href={`#${anchorOf(fault.at, draft)}`}
            onClick={(event) => {
              event.preventDefault()
              goTo(anchorOf(fault.at, draft))
            }}
          >
            {named(placeName(fault.at), text(fault.rule))}
          </a>
        </li>
      ))}
    </ol>
  )
}
