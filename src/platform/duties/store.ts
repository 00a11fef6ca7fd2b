/** The duties of all records: kept in step at each save, read back as work lists and as what ran out. */
import { sql } from 'kysely'
import { cursorText, parseCursor } from '../../kernel/cursor.ts'
import type { DutyState } from '../../kernel/duties.ts'
import type { Context } from '../context.ts'

/** Whose duty it is, and about what. */
export interface Owed {
  readonly kind: string
  readonly subject: string
  readonly body: string
  readonly officer: string | null
  readonly premises: string | null
  readonly duties: readonly DutyState[]
}

/**
 * Writes the duties of these records as they stand now. What is owed no more and was not done goes; what was done stays,
 * also where its count has begun anew since.
 */
export async function saveDuties(
  { tx, district }: Pick<Context, 'tx' | 'district'>,
  owed: readonly Owed[],
): Promise<void> {
  if (owed.length === 0) return
  const rows = owed.flatMap(({ duties, ...whose }) =>
    duties.map(({ duty, law, since, by, dueOn, provisional, doneAt }) => ({
      ...whose,
      duty,
      law,
      since,
      by,
      due_on: dueOn,
      provisional,
      done_at: doneAt,
    })),
  )
  const subjects = owed.map(({ kind, subject }) => ({ kind, subject }))
  await sql`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
        kind text, subject uuid, duty text, since date, law text, body uuid, officer uuid, premises uuid,
        by timestamptz, due_on date, provisional boolean, done_at timestamptz)),
    gone as (
      delete from platform.duty d
      using jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s(kind text, subject uuid)
      where d.district = ${district} and d.kind = s.kind and d.subject = s.subject and d.done_at is null
        and not exists (
          select from told t
          where t.kind = d.kind and t.subject = d.subject and t.duty = d.duty and t.since = d.since))
    insert into platform.duty
      (district, kind, subject, duty, since, law, body, officer, premises, by, due_on, provisional, done_at)
    select ${district}, kind, subject, duty, since, law, body, officer, premises, by, due_on, provisional, done_at
    from told
    on conflict (district, kind, subject, duty, since) do update set
      law = excluded.law, body = excluded.body, officer = excluded.officer, by = excluded.by,
      due_on = excluded.due_on, provisional = excluded.provisional, done_at = excluded.done_at
    where (duty.body, duty.officer, duty.by, duty.provisional, duty.done_at)
      is distinct from (excluded.body, excluded.officer, excluded.by, excluded.provisional, excluded.done_at)`.execute(
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
