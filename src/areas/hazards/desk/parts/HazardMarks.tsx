/** A hazard's state, its gravity and its clock, in words: colour alone says nothing. */
import { Tag } from 'antd'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { messages } from '../../messages.ts'
import type { Hazard } from '../../record-contract.ts'
import './hazards.css'

const colours: Readonly<Record<Hazard['state'], string>> = {
  found: 'orange',
  ordered: 'blue',
  uncorrected: 'red',
  referred: 'purple',
  closed: 'green',
  voided: 'default',
}

export function HazardState({ state }: Pick<Hazard, 'state'>) {
  const words = useWords(messages)
  return <Tag color={colours[state]}>{words.states[state]}</Tag>
}

export function Gravity({ serious, majorOn }: Pick<Hazard, 'serious' | 'majorOn'>) {
  const words = useWords(messages)
  if (majorOn !== null) return <Tag color="red">{words.list.majorMark}</Tag>
  return serious ? <Tag color="volcano">{words.list.seriousMark}</Tag> : null
}

/** How near a last day is: late, soon, or with time. */
export const nearness = (dueOn: string, day: string): 'late' | 'soon' | 'ahead' =>
  dueOn < day ? 'late' : daysBetween(day, dueOn) <= 3 ? 'soon' : 'ahead'

/** A last day, with what it means today. */
export function DueDay({ dueOn }: { dueOn: string }) {
  const words = useWords(messages)
  const near = nearness(dueOn, today())
  return (
    <span className={`due due-${near} num nowrap`}>
      {dueOn}
      {near === 'late' && ` ${words.list.late}`}
    </span>
  )
}

/** What must happen next and by when, on one line. */
export function NextLine({ next }: Pick<Hazard, 'next'>) {
  const words = useWords(messages)
  if (next === null) return <span className="unknown">—</span>
  const duties: Readonly<Record<string, string>> = words.duties
  return (
    <span>
      {duties[next.duty] ?? next.duty} <DueDay dueOn={next.dueOn} />
    </span>
  )
}
