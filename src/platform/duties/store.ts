/** The duties of all records: kept in step at each save, read back as work lists and as what ran out. */
import { sql } from 'kysely'
import { cursorText, parseCursor } from '../../kernel/cursor.ts'
import type { DutyState } from '../../kernel/duties.ts'
import type { Context } from '../context.ts'
import { inColumns } from '../db/names.ts'

/** Whose duty it is, and about what. */
export interface Owed {
  readonly kind: string
  readonly subject: string
  readonly body: string
  readonly officer: string | null
  readonly premises: string | null
  readonly duties: readonly DutyState[]
}

type World = Pick<Context, 'tx' | 'district'>

/** Rows of the table, as JSON. */
const rowsOf = (owed: readonly Owed[]): string =>
  JSON.stringify(
    owed.flatMap(({ duties, ...whose }) => duties.map(({ late: _, ...state }) => inColumns({ ...whose, ...state }))),
  )
const told = sql`kind, subject, duty, since, law, body, officer, premises, by, due_on, provisional, done_at`

/** Writes the duties of records that are new: there is nothing to compare them with. */
export async function addDuties({ tx, district }: World, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return
  await sql`
    insert into platform.duty (district, ${told})
    select ${district}, ${told} from jsonb_populate_recordset(null::platform.duty, ${rowsOf(owed)}::jsonb)`.execute(tx)
}

/**
 * Writes the duties of these records as they stand now. What is owed no more and was not done goes; what was done stays,
 * also where its count has begun anew since.
 */
export async function saveDuties({ tx, district }: World, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return
  const subjects = JSON.stringify(owed.map(({ kind, subject }) => ({ kind, subject })))
  await sql`
    with told as materialized (
      select * from jsonb_populate_recordset(null::platform.duty, ${rowsOf(owed)}::jsonb)),
    gone as (
      delete from platform.duty d
      using jsonb_to_recordset(${subjects}::jsonb) as s(kind text, subject uuid)
      where d.district = ${district} and d.kind = s.kind and d.subject = s.subject and d.done_at is null
        and not exists (
          select from told t
          where t.kind = d.kind and t.subject = d.subject and t.duty = d.duty and t.since = d.since))
    insert into platform.duty (district, ${told})
    select ${district}, ${told} from told
    on conflict (district, kind, subject, duty, since) do update set
      law = excluded.law, body = excluded.body, officer = excluded.officer, premises = excluded.premises,
      by = excluded.by, due_on = excluded.due_on, provisional = excluded.provisional, done_at = excluded.done_at
    where (duty.body, duty.officer, duty.premises, duty.by, duty.provisional, duty.done_at) is distinct from
      (excluded.body, excluded.officer, excluded.premises, excluded.by, excluded.provisional, excluded.done_at)`.execute(
    tx,
  )
}

/** A duty that nobody has done yet. */
export interface OpenDuty {
  readonly kind: string
  readonly subject: string
  readonly duty: string
  readonly law: string
  readonly body: string
  readonly officer: string | null
  readonly premises: string | null
  readonly since: string
  readonly by: string
  readonly dueOn: string
  readonly provisional: boolean
}

export interface DutyFilter {
  readonly kinds?: readonly string[] | undefined
  readonly officer?: string | undefined
  readonly body?: string | undefined
  /** Instants, half-open: which run out from when until when. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const columns = [
  'kind',
  'subject',
  'duty',
  'law',
  'body',
  'officer',
  'premises',
  'since',
  'by',
  'dueOn',
  'provisional',
] as const

/** The open duties within the actor's reach: of the whole district, else of the actor's own body. */
const open = ({ tx, district, actor }: Context, { kinds, officer, body, from, until }: DutyFilter) => {
  let rows = tx.selectFrom('platform.duty').where('district', '=', district).where('doneAt', 'is', null)
  if (!actor.reach.district) rows = rows.where('body', '=', actor.body)
  if (kinds) rows = rows.where('kind', 'in', [...kinds])
  if (officer) rows = rows.where('officer', '=', officer)
  if (body) rows = rows.where('body', '=', body)
  if (from) rows = rows.where('by', '>=', from)
  if (until) rows = rows.where('by', '<', until)
  return rows
}

/** A page of what is to be done, the first to run out first. */
export async function listOpen(
  context: Context,
  { after, limit, ...filter }: DutyFilter & { after?: string | undefined; limit: number },
): Promise<{ items: OpenDuty[]; next: string | null }> {
  const [position, subject] = (after === undefined ? undefined : parseCursor(after)) ?? []
  const [by, duty] = String(position).split(' ')
  let rows = open(context, filter).select(columns)
  if (subject !== undefined && by !== undefined && !Number.isNaN(Date.parse(by)))
    rows = rows.where(
      sql<boolean>`(by, subject, duty) > (${new Date(by).toISOString()}::timestamptz, ${subject}::uuid, ${duty ?? ''})`,
    )
  const found = await rows
    .orderBy('by')
    .orderBy('subject')
    .orderBy('duty')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? cursorText([`${last.by} ${last.duty}`, last.subject]) : null }
}

/** How many are open by kind, duty and how near they are: late, due by `soon` (an instant), later. */
export async function countOpen(
  context: Context,
  filter: DutyFilter,
  soon: string,
): Promise<{ kind: string; duty: string; late: number; soon: number; later: number }[]> {
  const now = context.at.instant
  return open(context, filter)
    .select(['kind', 'duty'])
    .select([
      sql<number>`count(*) filter (where by <= ${now})`.as('late'),
      sql<number>`count(*) filter (where by > ${now} and by <= ${soon})`.as('soon'),
      sql<number>`count(*) filter (where by > ${now} and by > ${soon})`.as('later'),
    ])
    .groupBy(['kind', 'duty'])
    .execute()
}

/** Every duty of a record, done or not, in the order of running out. */
export const dutiesOfRecord = ({ tx, district }: Context, kind: string, subject: string) =>
  tx
    .selectFrom('platform.duty')
    .select([...columns, 'doneAt'])
    .where('district', '=', district)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('by')
    .execute()

/** How the duties of a month were done, by duty and body: the figures of punctuality. */
export interface DutyTally {
  readonly duty: string
  readonly law: string
  readonly body: string
  readonly month: string
  readonly met: number
  readonly late: number
  readonly missed: number
  readonly running: number
}

const ofActor = ({ actor }: Context) =>
  actor.reach.district ? sql<boolean>`true` : sql<boolean>`body = ${actor.body}::uuid`

/** Duties whose last day lies in the span: done in time, done late, run out undone, or still running. */
export async function tallyByMonth(
  context: Context,
  { from, until }: { from: string; until: string },
): Promise<DutyTally[]> {
  const now = context.at.instant
  const { rows } = await sql<DutyTally>`
    select duty, law, body, to_char(due_on, 'YYYY-MM') as month,
      count(*) filter (where done_at < by) as met,
      count(*) filter (where done_at >= by) as late,
      count(*) filter (where done_at is null and by <= ${now}) as missed,
      count(*) filter (where done_at is null and by > ${now}) as running
    from platform.duty
    where district = ${context.district} and due_on >= ${from} and due_on <= ${until} and ${ofActor(context)}
    group by 1, 2, 3, 4`.execute(context.tx)
  return rows
}

export const outcomes = ['met', 'late', 'missed', 'running'] as const
export type Outcome = (typeof outcomes)[number]

const outcomeIs = (outcome: Outcome, now: string) =>
  ({
    met: sql<boolean>`done_at < by`,
    late: sql<boolean>`done_at >= by`,
    missed: sql<boolean>`done_at is null and by <= ${now}`,
    running: sql<boolean>`done_at is null and by > ${now}`,
  })[outcome]

/** The duties behind a figure of punctuality, the first due first. */
export async function dutiesBehind(
  context: Context,
  {
    duties,
    body,
    from,
    until,
    outcome,
    limit,
  }: {
    duties: readonly string[]
    body: string | undefined
    from: string
    until: string
    outcome: Outcome | undefined
    limit: number
  },
) {
  let rows = context.tx
    .selectFrom('platform.duty')
    .select([...columns, 'doneAt'])
    .where('district', '=', context.district)
    .where(ofActor(context))
    .where('duty', 'in', [...duties])
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', until)
  if (body) rows = rows.where('body', '=', body)
  if (outcome) rows = rows.where(outcomeIs(outcome, context.at.instant))
  return rows.orderBy('by').orderBy('subject').limit(limit).execute()
}

/** By officer of the bodies that the actor reaches: how many open duties are late, due by `soon`, and in all. */
export const openLoads = (context: Context, soon: string) =>
  open(context, {})
    .select(['body', 'officer'])
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where by <= ${context.at.instant})`.as('late'),
      sql<number>`count(*) filter (where by > ${context.at.instant} and by <= ${soon})`.as('soon'),
    ])
    .groupBy(['body', 'officer'])
    .execute()

/** A duty that people are told of: that it runs out soon, or that it has. */
export interface Due extends OpenDuty {
  readonly what: 'remind' | 'alarm'
}

/**
 * The open duties of a district that run out by `soon` and were not reminded of, and those that have run out and were not
 * alarmed of; each is told once. They are marked as told in this transaction.
 */
export async function takeDue(
  { tx, district, at }: Pick<Context, 'tx' | 'district' | 'at'>,
  soon: string,
  most: number,
): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (
      select kind, subject, duty, since, by <= ${at.instant} as late from platform.duty
      where district = ${district} and done_at is null and by <= ${soon}
        and (case when by <= ${at.instant} then alarmed_at else reminded_at end) is null
      order by by, subject, duty limit ${most} for update skip locked)
    update platform.duty d set
      alarmed_at = case when due.late then ${at.instant}::timestamptz else d.alarmed_at end,
      reminded_at = coalesce(d.reminded_at, ${at.instant}::timestamptz)
    from due
    where d.district = ${district} and (d.kind, d.subject, d.duty, d.since) = (due.kind, due.subject, due.duty, due.since)
    returning d.kind, d.subject, d.duty, d.law, d.body, d.officer, d.premises, d.since, d.by, d.due_on as "dueOn",
      d.provisional, case when due.late then 'alarm' else 'remind' end as what`.execute(tx)
  return rows
}
