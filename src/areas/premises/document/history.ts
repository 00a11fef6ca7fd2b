/** The last changes of a record as a table of its printed file: a rule. */
import { wallClockOf } from '../../../kernel/calendar.ts'
import type { Table } from '../../../kernel/document.ts'
import type { HistoryEntry } from '../../../kernel/history.ts'
import { messages } from '../messages.ts'
import type { Form } from '../record-contract.ts'
import { messages as transferMessages } from '../transfers/messages.ts'
import { messages as twinMessages } from '../twins/messages.ts'
import { labelOf, type ValueTexts } from './values.ts'

/** What was only looked at, and did not change the record. */
const noChange = new Set(['premises.reveal', 'premises.document', 'premises.export'])
export const isChange = ({ act }: Pick<HistoryEntry, 'act'>): boolean => !noChange.has(act)

const acts: Readonly<Record<string, string>> = {
  ...messages.zh.acts,
  ...transferMessages.zh.acts,
  ...twinMessages.zh.acts,
}

/** Fields that are told as a whole: a list of things, or people, whose names are in no history. */
const whole = new Set(['facilities', 'papers', 'photos', 'contacts'])
const mostFields = 6

/** Of a first entry, which lists all that was said, the file itself tells the rest. */
function changesText({ changes }: HistoryEntry, form: Form, texts: ValueTexts): string {
  if (changes.some(({ field, before }) => field === 'name' && before === null)) return '建立档案'
  const told = changes
    .slice(0, mostFields)
    .map(({ field, before, after }) =>
      whole.has(field)
        ? `${labelOf(field, form)}有更新`
        : `${labelOf(field, form)}：${texts(field, before)}→${texts(field, after)}`,
    )
  const more = changes.length > mostFields ? [`另有${changes.length - mostFields}项`] : []
  return [...told, ...more].join('；') || '—'
}

export const historyTable = (history: readonly HistoryEntry[], form: Form, texts: ValueTexts): Table => ({
  kind: 'table',
  caption: `最近${history.length}次变动`,
  columns: [
    { header: '时间', align: 'left', width: 3.2 },
    { header: '办理人', align: 'left', width: 2 },
    { header: '事项', align: 'left', width: 3 },
    { header: '内容', align: 'left', width: 6.5 },
    { header: '理由', align: 'left', width: 3.5 },
  ],
  rows: history.map((entry) => [
    wallClockOf(entry.at).slice(0, 16),
    entry.actor,
    acts[entry.act] ?? entry.act,
    changesText(entry, form, texts),
    entry.note ?? '—',
  ]),
})
