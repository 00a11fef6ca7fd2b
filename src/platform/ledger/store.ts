/** The ledger's tables: entries written in the act's own transaction, read back as history and as a feed. */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Context } from '../context.ts'
import type { Tables } from '../tables.ts'

export interface Subject {
  readonly kind: string
  readonly id: string
}

/** What is remembered of an act: the state before and after it, and the reason a person gave. */
export interface Change {
  readonly before?: unknown
  readonly after?: unknown
  readonly note?: string | undefined
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))

/** An act on a record. `act` is the kind and the verb: 'incident.correct'. */
export interface Done extends Subject, Change {
  readonly act: string
}

/** Remembers an act in the request's transaction. */
export const record = (context: Context, act: string, subject: Subject, change: Change = {}): Promise<void> =>
  recordMany(context, [{ act, ...subject, ...change }])

/** Remembers several acts of one request, in their order. */
export async function recordMany({ tx, district, actor, at, request }: Context, acts: readonly Done[]): Promise<void> {
  if (acts.length === 0) return
  const by = { account: actor.account || null, person: actor.person || null, actorName: actor.name, role: actor.role }
  await tx
    .insertInto('platform.ledgerEntry')
    .values(
      acts.map(({ act, kind, id, before, after, note }) => ({
        district,
        at: at.instant,
        ...by,
        act,
        kind,
        subject: id,
        before: json(before),
        after: json(after),
        note: note ?? null,
        request,
      })),
    )
    .execute()
}

/** What a statement remembers of each of its rows, as expressions over them. */
interface Many {
  readonly act: string
  readonly kind: string
  readonly subject: RawBuilder<unknown>
  readonly before?: RawBuilder<unknown>
  readonly after?: RawBuilder<unknown>
  readonly note: string
}

/** Remembers one act on many records: the insert of an entry for each row of `from`, to stand in the act's own statement. */
export function entryForEach(
  { district, at, actor, request }: Context,
  { act, kind, subject, before = sql`null`, after = sql`null`, note }: Many,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    insert into platform.ledger_entry
      (district, at, account, person, actor_name, role, act, kind, subject, before, after, note, request)
    select ${district}, ${at.instant}::timestamptz, ${actor.account || null}::uuid, ${actor.person || null}::uuid,
      ${actor.name}, ${actor.role}, ${act}, ${kind}, ${subject}, ${before}, ${after}, ${note}, ${request} from ${from}`
}

/** One entry as readers get it. */
export interface Entry {
  id: string
  seq: number
  at: string
  account: string | null
  actorName: string
  role: string
  act: string
  kind: string
  subject: string
  before: unknown
  after: unknown
  note: string | null
}

const entryColumns = [
  'id',
  'seq',
  'at',
  'account',
  'actorName',
  'role',
  'act',
  'kind',
  'subject',
  'before',
  'after',
  'note',
] as const

/** Everything done to one record, newest first. */
export async function historyOf({ tx, district }: Context, { kind, id }: Subject): Promise<Entry[]> {
  return tx
    .selectFrom('platform.ledgerEntry')
    .select(entryColumns)
    .where('district', '=', district)
    .where('kind', '=', kind)
    .where('subject', '=', id)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute()
}

export interface EntryFilter {
  act?: string | undefined
  kind?: string | undefined
  subject?: string | undefined
  actor?: string | undefined
  /** Instants, half-open. */
  from?: string | undefined
  until?: string | undefined
}

/** Entries newest first, from below a position in the order of writing. */
export async function entries(
  { tx, district }: Context,
  filter: EntryFilter,
  below: number | undefined,
  limit: number,
): Promise<(Entry & { position: number | null })[]> {
  let query = tx
    .selectFrom('platform.ledgerEntry as entry')
    .leftJoin('platform.ledgerSeal as seal', (join) =>
      join.onRef('seal.district', '=', 'entry.district').onRef('seal.entry', '=', 'entry.id'),
    )
    .select(entryColumns.map((column) => `entry.${column}` as const))
    .select('seal.position')
    .where('entry.district', '=', district)
  if (filter.act) query = query.where('entry.act', '=', filter.act)
  if (filter.kind) query = query.where('entry.kind', '=', filter.kind)
  if (filter.subject) query = query.where('entry.subject', '=', filter.subject)
  if (filter.actor) query = query.where('entry.actorName', 'like', `%${filter.actor.replace(/[\\%_]/g, '\\$&')}%`)
  if (filter.from) query = query.where('entry.at', '>=', filter.from)
  if (filter.until) query = query.where('entry.at', '<', filter.until)
  if (below !== undefined) query = query.where('entry.seq', '<', below)
  return query.orderBy('entry.seq', 'desc').limit(limit).execute()
}

export interface Seal {
  position: number
  xid: string
  seq: number
  hash: Buffer
}

/** A district's last seal; position 0 before the first. */
export async function lastSeal(db: Kysely<Tables> | Transaction<Tables>, district: string): Promise<Seal> {
  const { rows } = await sql<Seal>`
    select position, xid::text as xid, seq, hash from platform.ledger_seal
    where district = ${district} order by position desc limit 1`.execute(db)
  return rows[0] ?? { position: 0, xid: '0', seq: 0, hash: Buffer.alloc(32) }
}

/**
 * An entry's text as the seal hashes it: every column, as PostgreSQL writes it, so that no driver's reading of JSON or
 * of time can change it.
 */
export const sealedText = sql<string>`concat_ws(E'\\x1f', e.district, e.id, e.seq, extract(epoch from e.at)::text,
  coalesce(e.account::text, '-'), coalesce(e.person::text, '-'), e.actor_name, e.role, e.act, e.kind, e.subject,
  coalesce(e.before::text, '-'), coalesce(e.after::text, '-'), coalesce(e.note, '-'), coalesce(e.request, '-'))`
