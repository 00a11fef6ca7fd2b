/** A time of the incident: picked from the calendar or typed as one likes, wall clock of Shanghai whatever the computer's zone. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { instantNow } from '../../../../desk/today.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { wallClockOf } from '../../../../kernel/calendar.ts'
import { messages } from '../../messages.ts'
import { typedInstant } from '../../typed-time.ts'
import { type FieldProps, Framed } from './FactField.tsx'
import type { Facts } from './form-draft.ts'

export const timeFields = ['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'] as const
type TimeKey = (typeof timeFields)[number]
const format = 'YYYY-MM-DD HH:mm:ss'

/** The last time that is known before this one. */
const before = (facts: Facts, field: TimeKey): string | null =>
  timeFields
    .slice(0, timeFields.indexOf(field))
    .map((one) => facts[one])
    .findLast((at) => at !== null) ?? null

export function TimeField(props: FieldProps & { field: TimeKey }) {
  const { field, editing } = props
  const words = useWords(messages).form
  const at = editing.facts[field]
  const [misread, setMisread] = useState<string>()
  const set = (instant: string | null) => {
    setMisread(undefined)
    if (instant !== at) editing.set({ [field]: instant })
  }
  const read = (text: string) => {
    if (text === '' || text === (at && wallClockOf(at))) return
    const typed = typedInstant(text, { now: instantNow(), after: before(editing.facts, field) })
    if (typed) set(typed)
    else setMisread(text)
  }
  return (
    <Framed {...props} {...(misread ? { problem: fill(words.timeMisread, { text: misread }) } : {})}>
      <DatePicker
        id={`fact-${field}`}
        showTime
        needConfirm={false}
        format={format}
        placeholder={words.timeHint}
        value={at ? dayjs(wallClockOf(at)) : null}
        onChange={(date) => set(date ? new Date(`${date.format('YYYY-MM-DDTHH:mm:ss')}+08:00`).toISOString() : null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) read(event.target.value)
        }}
        onBlur={({ target }) => {
          if (target instanceof HTMLInputElement) read(target.value)
        }}
      />
    </Framed>
  )
}
