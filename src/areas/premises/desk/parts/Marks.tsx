/** What stands out of a record: its state, its tags, what is due or wrong. */
import { Tag } from 'antd'
import { useCodes } from '../../../../desk/codes.ts'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { messages } from '../../messages.ts'
import type { Premises } from '../../record-contract.ts'

/** The state where it is not the ordinary one; in a list, closed for good reads paler. */
export function StateText({ state }: Pick<Premises, 'state'>) {
  const words = useWords(messages)
  return <span className={state === 'open' ? '' : `state-${state}`}>{words.states[state]}</span>
}

/** Tags, those that raise the danger in vermilion. */
export function Tags({ tags, most = tags.length }: { tags: readonly string[]; most?: number }) {
  const { entries, nameOf } = useCodes('premises-tag')
  const risky = new Set(entries.flatMap(({ code, props }) => (props && 'risk' in props && props.risk ? [code] : [])))
  const ordered = [...tags].sort((a, b) => Number(risky.has(b)) - Number(risky.has(a)))
  const left = ordered.length - most
  return (
    <>
      {ordered.slice(0, most).map((tag) => (
        <Tag key={tag} variant="filled" {...(risky.has(tag) ? { color: 'error' } : {})}>
          {nameOf(tag)}
        </Tag>
      ))}
      {left > 0 && (
        <span className="quiet" title={ordered.slice(most).map(nameOf).join('、')}>
          +{left}
        </span>
      )}
    </>
  )
}

/** Days ahead within which something that runs out is worth a look. */
export const soonDays = 30

/** A day on which something runs out: past in vermilion, near in ochre. */
export function ExpiryText({ on }: { on: string | null }) {
  const words = useWords(messages)
  if (on === null) return <span className="unknown">—</span>
  const day = today()
  if (on < day)
    return (
      <span className="num nowrap tone-bad" title={words.page.expired}>
        {on}
      </span>
    )
  return <span className={`num nowrap ${on <= addDays(day, soonDays) ? 'tone-caution' : ''}`}>{on}</span>
}

/** Open hazards; none is not worth a word. */
export function HazardText({ openHazards }: Pick<Premises, 'openHazards'>) {
  return openHazards > 0 ? (
    <strong className="num tone-bad">{openHazards}</strong>
  ) : (
    <span className="unknown num">0</span>
  )
}
