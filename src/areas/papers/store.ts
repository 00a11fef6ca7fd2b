/** Papers in the database, always inside the actor's reach. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { endOf, startOf } from '../../kernel/calendar.ts'
import { cursorText, parseCursor } from '../../kernel/cursor.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import type { PaperFilter, PaperQuery } from './contract.ts'
import type { FormKey, Letterhead, Paper, PaperState, ServingMode, Subject } from './record-contract.ts'

/** The papers that the actor may see: about the ground they answer for, and those that their own body issued. */
function reachOf({ actor }: Context): RawBuilder<SqlBool> {
  const { district, stations, communities } = actor.reach
  if (district) return sql`true`
  return sql`(paper.station = any(${[...stations]}::uuid[]) or paper.community = any(${[...communities]}::uuid[])
    or paper.body = ${actor.body}::uuid)`
}

const within = (context: Context) =>
  context.tx.selectFrom('papers.paper as paper').where('paper.district', '=', context.district).where(reachOf(context))

const columns = [
  'paper.id',
  'paper.form',
  'paper.title',
  'paper.no',
  'paper.year',
  'paper.serial',
  'paper.body',
  'paper.bodyKind',
  'paper.letterhead',
  'paper.subjectKind',
  'paper.subject',
  'paper.premises',
  'paper.partyName',
  'paper.station',
  'paper.community',
  'paper.edition',
  'paper.issuedAt',
  'paper.issuedOn',
  'paper.issuedBy',
  'paper.state',
  'paper.servedOn',
  'paper.servingMode',
  'paper.recipientName',
  'paper.witness',
  'paper.scans',
  'paper.voidedAt',
  'paper.voidReason',
  'paper.version',
] as const

interface Row extends Omit<Paper, 'subject' | 'served' | 'form' | 'state' | 'letterhead'> {
  form: string
  state: string
  letterhead: unknown
  subjectKind: string
  subject: string
  servedOn: string | null
  servingMode: string | null
  recipientName: string | null
  witness: string | null
}

function shown({ subjectKind, subject, servedOn, servingMode, recipientName, witness, ...row }: Row): Paper {
  return {
    ...row,
    form: row.form as FormKey,
    state: row.state as PaperState,
    letterhead: row.letterhead as Letterhead,
    subject: { kind: subjectKind, id: subject },
    served: servedOn === null ? null : { on: servedOn, mode: servingMode as ServingMode, recipientName, witness },
  }
}

/** Throws NotFound where there is none in the actor's reach. */
export async function get(context: Context, id: string): Promise<Paper> {
  const row = await within(context).select(columns).where('paper.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('paper')
  return shown(row)
}

/** What was filled in, by which texts, and whose each copy is. */
export async function contentOf({ tx, district }: Context, id: string) {
  const { values, copies, texts } = await tx
    .selectFrom('papers.paper as paper')
    .innerJoin('papers.template as template', (join) =>
      join
        .onRef('template.district', '=', 'paper.district')
        .onRef('template.form', '=', 'paper.form')
        .onRef('template.edition', '=', 'paper.edition'),
    )
    .select(['paper.values', 'paper.copies', 'template.texts'])
    .where('paper.district', '=', district)
    .where('paper.id', '=', id)
    .executeTakeFirstOrThrow()
  return { values, copies: copies as string[], texts: texts as Record<string, string> }
}

export async function lock(context: Context, id: string): Promise<Paper | undefined> {
  const row = await within(context).select(columns).where('paper.id', '=', id).forUpdate().executeTakeFirst()
  return row && shown(row)
}

/** Writes what may change of a paper: that it was served, its scans, that it was struck. */
export async function save({ tx, district }: Context, paper: Paper): Promise<Paper> {
  const { id, state, served, scans, voidedAt, voidReason } = paper
  const version = paper.version + 1
  await tx
    .updateTable('papers.paper')
    .set({
      state,
      scans,
      voidedAt,
      voidReason,
      version,
      servedOn: served?.on ?? null,
      servingMode: served?.mode ?? null,
      recipientName: served?.recipientName ?? null,
      witness: served?.witness ?? null,
    })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
  return { ...paper, version }
}

export interface NewPaper
  extends Omit<Paper, 'id' | 'served' | 'scans' | 'voidedAt' | 'voidReason' | 'version' | 'state'> {
  readonly values: unknown
  readonly copies: readonly string[]
}

export async function insert(
  context: Context,
  { subject, values, copies, letterhead, ...paper }: NewPaper,
  also: readonly Subject[],
): Promise<Paper> {
  const { tx, district } = context
  const { id } = await tx
    .insertInto('papers.paper')
    .values({
      district,
      ...paper,
      subjectKind: subject.kind,
      subject: subject.id,
      letterhead: JSON.stringify(letterhead),
      values: JSON.stringify(values),
      copies: JSON.stringify(copies),
      state: 'issued',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const about = new Map([subject, ...also].map((one) => [`${one.kind} ${one.id}`, one]))
  await tx
    .insertInto('papers.about')
    .values([...about.values()].map((one) => ({ district, kind: one.kind, record: one.id, paper: id })))
    .execute()
  return {
    id,
    ...paper,
    letterhead,
    subject,
    state: 'issued',
    served: null,
    scans: [],
    voidedAt: null,
    voidReason: null,
    version: 1,
  }
}

export async function aboutOf({ tx, district }: Context, paper: string): Promise<Subject[]> {
  return tx
    .selectFrom('papers.about')
    .select(['kind', 'record as id'])
    .where('district', '=', district)
    .where('paper', '=', paper)
    .orderBy('kind')
    .orderBy('record')
    .execute()
}

const escaped = (said: string) => `%${said.replace(/[\\%_]/g, '\\$&')}%`

function filtered(context: Context, f: PaperFilter) {
  let rows = within(context)
  const lists = [
    ['premises', f.premises],
    ['body', f.body],
    ['form', f.form],
    ['state', f.state],
  ] as const
  for (const [column, values] of lists)
    if (values && values.length > 0) rows = rows.where(`paper.${column}`, 'in', values as string[])
  if (f.q) rows = rows.where(sql<SqlBool>`(paper.no like ${escaped(f.q)} or paper.party_name like ${escaped(f.q)})`)
  if (f.no) rows = rows.where('paper.no', '=', f.no)
  if (f.served !== undefined) rows = rows.where('paper.servedOn', f.served ? 'is not' : 'is', null)
  if (f.from) rows = rows.where('paper.issuedAt', '>=', startOf(f.from))
  if (f.until) rows = rows.where('paper.issuedAt', '<', endOf(f.until))
  if (f.subject)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('papers.about as about')
          .select('about.paper')
          .whereRef('about.district', '=', 'paper.district')
          .whereRef('about.paper', '=', 'paper.id')
          .where('about.kind', '=', f.subjectKind ?? '')
          .where('about.record', '=', f.subject ?? ''),
      ),
    )
  return rows
}

export async function list(context: Context, { after, limit, sort, ...filter }: PaperQuery) {
  const down = sort === '-issuedAt'
  const cursor = after === undefined ? undefined : parseCursor(after)
  let rows = filtered(context, filter).select(columns)
  if (cursor)
    rows = rows.where(
      sql<SqlBool>`(paper.issued_at, paper.id) ${sql.raw(down ? '<' : '>')} (${String(cursor[0])}::timestamptz, ${cursor[1]}::uuid)`,
    )
  const found = await rows
    .orderBy('paper.issuedAt', down ? 'desc' : 'asc')
    .orderBy('paper.id', down ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit).map(shown)
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? cursorText([last.issuedAt, last.id]) : null }
}

/** Papers about a record, newest first, whoever may see them: for the areas whose record it is. */
export async function about({ tx, district }: Context, { kind, id }: Subject): Promise<Paper[]> {
  const rows = await tx
    .selectFrom('papers.about as about')
    .innerJoin('papers.paper as paper', (join) =>
      join.onRef('paper.district', '=', 'about.district').onRef('paper.id', '=', 'about.paper'),
    )
    .select(columns)
    .where('about.district', '=', district)
    .where('about.kind', '=', kind)
    .where('about.record', '=', id)
    .orderBy('paper.issuedAt', 'desc')
    .orderBy('paper.id', 'desc')
    .execute()
  return rows.map(shown)
}

/** Whether a paper of the actor's reach has this scan. */
export async function hasScan(context: Context, file: string): Promise<boolean> {
  const row = await within(context)
    .select('paper.id')
    .where(sql<SqlBool>`paper.scans @> array[${file}::uuid]`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
