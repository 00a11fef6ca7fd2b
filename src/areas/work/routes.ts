/** Work lists: from the duties of all records and the register's due inspections to what a person sees. */
import { implement } from '@orpc/server'
import { addDays, endOf } from '../../kernel/calendar.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { countOpen, dutiesOfRecord, listOpen, openLoads } from '../../platform/duties/store.ts'
import { record } from '../../platform/ledger/store.ts'
import { hazardNamed } from '../hazards/public.ts'
import { tellBody, tellPerson } from '../organisation/public.ts'
import { dueLoads, listDue, placesNamed } from '../premises/inspecting/public.ts'
import { type BoardRow, type spans, type Whose, workContract } from './contract.ts'

const os = implement(workContract).$context<Context>()

/** How far ahead a list looks, in days. */
const soonDays = { duties: 7, places: 30 } as const

type Span = (typeof spans)[number]

/** Instants, half-open, between which a duty runs out. */
function within(span: Span, { day, instant }: Context['at']): { from?: string; until?: string } {
  if (span === 'late') return { until: new Date(Date.parse(instant) + 1).toISOString() }
  if (span === 'today') return { from: instant, until: new Date(Date.parse(endOf(day)) + 1).toISOString() }
  if (span === 'week') return { from: instant, until: new Date(Date.parse(endOf(addDays(day, 7))) + 1).toISOString() }
  return {}
}

async function list(
  context: Context,
  { span, after, limit, ...whose }: Whose & { span: Span; after?: string | undefined; limit: number },
) {
  const { items, next } = await listOpen(context, { ...whose, ...within(span, context.at), after, limit })
  const names = await placesNamed(
    context,
    items.flatMap(({ premises }) => premises ?? []),
  )
  return { items: items.map((one) => ({ ...one, place: names.get(one.premises ?? '') ?? null })), next }
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0)

async function counts(context: Context, whose: Whose) {
  const { day } = context.at
  const [today, week] = [endOf(day), endOf(addDays(day, soonDays.duties))]
  const byToday = await countOpen(context, whose, today)
  const byWeek = await countOpen(context, whose, week)
  const loads = (await dueLoads(context, { today: day, soon: addDays(day, soonDays.places) })).filter(
    ({ officer, supervisor }) =>
      (whose.officer === undefined || officer === whose.officer) &&
      (whose.body === undefined || supervisor === whose.body),
  )
  return {
    late: sum(byToday, ({ late }) => late),
    today: sum(byToday, ({ soon }) => soon),
    week: sum(byWeek, ({ soon }) => soon),
    all: sum(byToday, ({ late, soon, later }) => late + soon + later),
    overdue: sum(loads, ({ overdue }) => overdue),
    dueSoon: sum(loads, ({ soon }) => soon),
  }
}

const places = (
  context: Context,
  {
    body,
    ...asked
  }: Whose & { from?: string | undefined; until?: string | undefined; after?: string | undefined; limit: number },
) => listDue(context, { ...asked, supervisor: body })

/** Loads of duties and of places, put together by body and officer. */
async function board(context: Context, { body, officer }: Whose): Promise<{ items: BoardRow[] }> {
  const { day } = context.at
  const rows = new Map<string, BoardRow>()
  const rowOf = (of: string, who: string | null): BoardRow => {
    const key = `${of} ${who ?? ''}`
    const none = { places: 0, overdue: 0, dueSoon: 0, duties: 0, lateDuties: 0, dutiesSoon: 0 }
    const row = rows.get(key) ?? { body: of, officer: who, ...none }
    rows.set(key, row)
    return row
  }
  for (const load of await dueLoads(context, { today: day, soon: addDays(day, soonDays.places) })) {
    const row = rowOf(load.supervisor, load.officer)
    rows.set(`${row.body} ${row.officer ?? ''}`, {
      ...row,
      places: load.places,
      overdue: load.overdue,
      dueSoon: load.soon,
    })
  }
  for (const load of await openLoads(context, endOf(addDays(day, soonDays.duties)))) {
    const row = rowOf(load.body, load.officer)
    const more = { duties: load.open, lateDuties: load.late, dutiesSoon: load.soon }
    rows.set(`${row.body} ${row.officer ?? ''}`, { ...row, ...more })
  }
  const items = [...rows.values()].filter(
    (row) => (body === undefined || row.body === body) && (officer === undefined || row.officer === officer),
  )
  return { items: items.sort((a, b) => b.lateDuties - a.lateDuties || b.overdue - a.overdue || b.places - a.places) }
}

/** Tells whoever answers for what is open about a record, and remembers it on the record. */
async function urge(context: Context, { kind, subject, words }: { kind: 'hazard'; subject: string; words: string }) {
  const what = await hazardNamed(context, subject)
  if (!what) throw new NotFound(kind)
  const open = (await dutiesOfRecord(context, kind, subject)).filter(({ doneAt }) => doneAt === null)
  const [first] = open
  if (!first) throw new RuleViolation('nothing-open', {})
  await record(
    context,
    'hazard.urge',
    { kind, id: subject },
    { note: words, after: { duty: first.duty, by: first.by } },
  )
  const notice = {
    message: 'urged',
    values: { who: context.actor.name, what, day: first.dueOn, words },
    link: `/hazards/${subject}`,
  }
  if (first.officer !== null && (await tellPerson(context, first.officer, notice))) return { told: 'officer' }
  await tellBody(context, first.body, 'hazards.order', notice)
  return { told: 'body' }
}

export const workRoutes = os.router({
  list: os.list.handler(({ input, context }) => list(context, input)),
  counts: os.counts.handler(({ input, context }) => counts(context, input)),
  places: os.places.handler(({ input, context }) => places(context, input)),
  board: os.board.handler(({ input, context }) => board(context, input)),
  urge: os.urge.handler(({ input, context }) => urge(context, input)),
})
