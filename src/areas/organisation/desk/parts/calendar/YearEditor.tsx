/** Editing a year: what a click makes of a day stands above the months, the notice and the reason beside them. */
import { useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Form, Input, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { keepWork, keptWork } from '../../../../../desk/kept.ts'
import { useMe } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { CalendarYear } from '../../../calendar/contract.ts'
import { messages } from '../../../messages.ts'
import { type Brush, brushed, daysOf, mayBrush, spansOf } from './days.ts'
import { YearGrid } from './YearGrid.tsx'
import { YearLists } from './YearLists.tsx'

interface Answer {
  readonly source?: string
  readonly reason: string
}

/** What was clicked and written, over a reload; of another version it is worth nothing. */
type Draft = Pick<CalendarYear, 'version' | 'holidays' | 'workdays'> & { readonly answer: Partial<Answer> }
const nameOf = (year: number) => `calendar.${year}`
export const keptDraft = (account: string, { year, version }: CalendarYear): Draft | undefined => {
  const kept = keptWork<Draft>(account, nameOf(year))
  return kept?.version === version ? kept : undefined
}

export function YearEditor({ year: newest, onClose }: { year: CalendarYear; onClose: () => void }) {
  const words = useWords(messages)
  const { calendar: w } = words
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answer>()
  const { account } = useMe()
  // The version seen stays the one that was opened, though somebody may save a newer meanwhile.
  const [begin] = useState(newest)
  const [kept] = useState(() => keptDraft(account, newest))
  const [days, setDays] = useState(() => daysOf(kept ?? begin))
  const [answer, setAnswer] = useState<Partial<Answer>>(kept?.answer ?? { source: begin.source ?? '' })
  const [brush, setBrush] = useState<Brush>({ kind: 'holiday', festival: '' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const festival = brush.festival.trim()
  const spans = spansOf(days)
  const { year, version } = begin
  useEffect(
    () => keepWork(account, nameOf(year), { version, ...spansOf(days), answer } satisfies Draft),
    [account, year, version, days, answer],
  )
  const close = () => {
    keepWork(account, nameOf(year), undefined)
    onClose()
  }
  const save = async ({ source, reason }: Answer) => {
    setBusy(true)
    setError(undefined)
    try {
      await client.organisation.calendar.set({ year, version, ...spans, source: source?.trim() || null, reason })
      await queries.invalidateQueries({ queryKey: api.organisation.calendar.key() })
      message.success(w.saved)
      close()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="columns">
      <div className="span-8">
        <Panel className="calendar-brush-panel">
          <fieldset className="calendar-brush">
            <legend className="visually-hidden">{w.brush}</legend>
            <span aria-hidden="true">{w.brush}</span>
            <Segmented<Brush['kind']>
              aria-label={w.brush}
              value={brush.kind}
              options={[
                { value: 'holiday', label: `${w.off} ${w.kinds.holiday}` },
                { value: 'workday', label: `${w.worked} ${w.kinds.workday}` },
              ]}
              onChange={(kind) => setBrush({ ...brush, kind })}
            />
            {brush.kind === 'holiday' && (
              <AutoComplete
                className="calendar-festival"
                aria-label={w.festival}
                placeholder={w.festivalHint}
                value={brush.festival}
                options={w.festivals.split(' ').map((value) => ({ value }))}
                onChange={(name: string) => setBrush({ ...brush, festival: name.slice(0, 20) })}
              />
            )}
          </fieldset>
          <p className="quiet calendar-brush-hint" role="status">
            {brush.kind === 'holiday' && festival === '' ? w.festivalWanted : w.brushHint[brush.kind]}
          </p>
        </Panel>
        <Panel>
          <YearGrid
            year={year}
            days={days}
            mayPick={(day) => mayBrush(days, day, { ...brush, festival })}
            onPick={(day) => setDays(brushed(days, day, { ...brush, festival }))}
          />
        </Panel>
      </div>
      <div className="span-4 calendar-form">
        <Panel title={fill(version === 0 ? w.addTitle : w.editTitle, { n: year })}>
          {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
          <Form<Answer>
            form={form}
            layout="vertical"
            scrollToFirstError={{ block: 'center', focus: true }}
            initialValues={answer}
            onValuesChange={(_, all) => setAnswer(all)}
            onFinish={(all) => void save(all)}
          >
            <Form.Item
              name="source"
              label={w.source}
              rules={[{ required: !begin.shipped, whitespace: true, message: w.sourceWanted }]}
            >
              <Input maxLength={100} placeholder={w.sourceHint} />
            </Form.Item>
            <Form.Item
              name="reason"
              label={w.reason}
              rules={[{ required: true, whitespace: true, min: 2, message: words.codes.want }]}
            >
              <Input.TextArea rows={2} maxLength={500} placeholder={w.reasonHint} />
            </Form.Item>
            <div className="calendar-save">
              <Button type="primary" htmlType="submit" loading={busy}>
                {w.save}
              </Button>
              <Button onClick={close}>{w.cancel}</Button>
            </div>
          </Form>
        </Panel>
        <YearLists {...spans} />
      </div>
    </div>
  )
}
