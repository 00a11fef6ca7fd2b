/** What would follow from the facts as typed: who supervises, on which list, by which criteria. */
import { useCodes } from '../../../../../desk/codes.ts'
import { fill, useLang, useMarks, useWords } from '../../../../../desk/words.ts'
import { citation } from '../../../../../kernel/law.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { useDue } from './checks.ts'
import type { Facts } from './draft.ts'

interface FollowsProps {
  readonly facts: Facts
  readonly base: Premises | null
  /** Who would supervise a new record. */
  readonly supervisor: string | null
}

export function Follows({ facts, base, supervisor }: FollowsProps) {
  const words = useWords(messages)
  const { form: w } = words
  const lang = useLang()
  const { aside } = useMarks()
  const { items, nameOf } = useBodies()
  const { nameOf: listName } = useCodes('supervision-list')
  const criteria = useCodes('key-unit-rule')
  const due = useDue(facts)
  if (!due) return null
  const lawOf = (code: string) => {
    const props = criteria.entries.find((entry) => entry.code === code)?.props
    const law = props && 'law' in props ? citation(String(props.law), lang) : undefined
    return law ? aside(law) : ''
  }
  const present = base?.supervisor ?? supervisor
  const kind = items.find(({ id }) => id === present)?.kind
  const moves = present !== null && kind !== due.body
  return (
    <section className="outcome follows" aria-live="polite" aria-label={w.follows}>
      <p>
        <strong>{w.follows}</strong> {fill(w.dueBody, { body: words.bodies[due.body], list: listName(due.list) })}
      </p>
      {due.criteria.length > 0 && (
        <ul>
          {due.criteria.map((code) => (
            <li key={code}>
              {criteria.nameOf(code)}
              <span className="quiet">{lawOf(code)}</span>
            </li>
          ))}
        </ul>
      )}
      {present !== null && (
        <p className={moves ? 'tone-caution' : 'quiet'}>
          {fill(moves ? w.proposes : base ? w.stays : w.begins, { body: nameOf(present) })}
        </p>
      )}
    </section>
  )
}
