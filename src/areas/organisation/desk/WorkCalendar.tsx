/** The working-day calendar: which days of a year are off and which are made up for; who may can follow a new notice. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api, client } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { ReasonModal } from '../../../desk/components/ReasonModal.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay, useMe } from '../../../desk/session.ts'
import { today } from '../../../desk/today.ts'
import { fill, useMarks, useWords } from '../../../desk/words.ts'
import { yearOf } from '../../../kernel/calendar.ts'
import type { CalendarYear } from '../calendar/contract.ts'
import { messages } from '../messages.ts'
import { daysOf, isWorked, weeksOf } from './parts/calendar/days.ts'
import { keptDraft, YearEditor } from './parts/calendar/YearEditor.tsx'
import { Legend, YearGrid } from './parts/calendar/YearGrid.tsx'
import { YearLists } from './parts/calendar/YearLists.tsx'
import './parts/calendar/calendar.css'

const Search = z.object({ year: z.coerce.number<string>().int().optional() })

/** A year without a notice: its weekends, and nothing that anybody has seen yet. */
const blank = (year: number): CalendarYear => ({
  year,
  holidays: [],
  workdays: [],
  source: null,
  edited: false,
  shipped: false,
  version: 0,
})

export function WorkCalendar() {
  const words = useWords(messages).calendar
  const years = useQuery(api.organisation.calendar.list.queryOptions({ staleTime: 60_000 }))
  if (!years.data)
    return (
      <Page title={words.title} subtitle={words.subtitle}>
        <Asked query={years} rows={12}>
          {() => null}
        </Asked>
      </Page>
    )
  return <Years items={years.data.items} />
}

function Years({ items }: { items: readonly CalendarYear[] }) {
  const words = useWords(messages).calendar
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const now = yearOf(today())
  const known = items.map(({ year }) => year)
  const first = Math.min(now, ...known)
  // One year ahead of what is there: the next notice has a place to be entered.
  const last = Math.max(now, ...known) + 1
  const year = values.year !== undefined && values.year >= first && values.year <= last ? values.year : now
  const found = items.find((one) => one.year === year) ?? blank(year)
  const { account } = useMe()
  const [edited, setEdited] = useState<number>()
  const editing = edited === year || keptDraft(account, found) !== undefined
  const go = (to: number) => change({ year: String(to) }, { replace: true })
  const writes = may('codes.write') && !editing
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      actions={
        writes && (
          <>
            {(found.edited || !found.shipped) && found.version > 0 && <Reset year={found} />}
            <Button type="primary" onClick={() => setEdited(year)}>
              {found.version > 0 ? words.edit : words.add}
            </Button>
          </>
        )
      }
      extra={
        <div className="calendar-bar">
          <div className="calendar-pick">
            <Button
              icon={<LeftOutlined />}
              aria-label={words.before}
              disabled={editing || year <= first}
              onClick={() => go(year - 1)}
            />
            <Select
              className="calendar-pick-year"
              aria-label={words.year}
              disabled={editing}
              value={year}
              options={Array.from({ length: last - first + 1 }, (_, at) => last - at).map((value) => ({
                value,
                label: fill(known.includes(value) ? words.yearName : words.noNotice, { n: value }),
              }))}
              onChange={go}
            />
            <Button
              icon={<RightOutlined />}
              aria-label={words.after}
              disabled={editing || year >= last}
              onClick={() => go(year + 1)}
            />
          </div>
          <Legend />
        </div>
      }
    >
      {found.version === 0 && !editing && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={fill(words.none, { n: year })}
          description={words.noneMore + (writes ? words.noneAdd : '')}
        />
      )}
      {editing ? (
        <YearEditor key={year} year={found} onClose={() => setEdited(undefined)} />
      ) : (
        <Shown key={year} year={found} />
      )}
    </Page>
  )
}

function Shown({ year: found }: { year: CalendarYear }) {
  const words = useWords(messages).calendar
  const { year, holidays, workdays, source, edited, version } = found
  const { named } = useMarks()
  const days = daysOf(found)
  const worked = Array.from({ length: 12 }, (_, at) => weeksOf(year, at + 1))
    .flat(2)
    .filter((day) => day !== undefined && isWorked(days, day)).length
  return (
    <div className="columns">
      <div className="span-8">
        <Panel
          title={fill(words.yearDays, { n: worked })}
          extra={
            version > 0 && (
              <>
                <span className="quiet">{named(words.source, source ?? words.noSource)}</span>
                {edited && <Tag color="blue">{words.edited}</Tag>}
              </>
            )
          }
        >
          <YearGrid year={year} days={days} />
        </Panel>
      </div>
      <div className="span-4">
        <YearLists holidays={holidays} workdays={workdays} />
      </div>
    </div>
  )
}

/** Back to what was shipped; a year that was not is taken out. */
function Reset({ year: { year, shipped, version } }: { year: CalendarYear }) {
  const words = useWords(messages)
  const { calendar: w } = words
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const reset = async (reason: string) => {
    await client.organisation.calendar.reset({ year, version, reason })
    await queries.invalidateQueries({ queryKey: api.organisation.calendar.key() })
    message.success(w.resetDone)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{shipped ? w.reset : w.remove}</Button>
      <ReasonModal
        open={open}
        danger
        title={fill(shipped ? w.resetAsk : w.removeAsk, { n: year })}
        explain={shipped ? w.resetMore : w.removeMore}
        okText={shipped ? w.reset : w.remove}
        grounds={words.grounds}
        onConfirm={reset}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
