/** Analyses in the database: drafts for those who draft, issued ones for all who may read. */
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { AnalysisItem } from './contract.ts'
import type { AnalysisRecord, KeptAnalysis } from './lifecycle.ts'
import type { SignedEdit } from './text/edits.ts'

type World = Pick<Context, 'tx' | 'district'>

const columns = [
  'id',
  'state',
  'version',
  'periodKey',
  'periodFrom',
  'periodTo',
  'edition',
  'proposed',
  'rule',
  'chosen',
  'reason',
  'chosenBy',
  'chosenAt',
  'draftedBy',
  'draftedAt',
  'issuedBy',
  'issuedAt',
  'digest',
] as const

/** Whether an issued analysis of the same period has come after it. */
const superseded = sql<boolean>`exists (select from analysis.analysis later where later.district = analysis.district
  and later.period_key = analysis.period_key and later.state = 'issued' and later.edition > analysis.edition)`

/** The analyses of the district that the actor may see: a draft is the drafters' own. */
const visible = ({ tx, district, actor }: Context) => {
  const all = tx.selectFrom('analysis.analysis as analysis').where('district', '=', district)
  return actor.permissions.includes('analysis.draft') ? all : all.where('state', '=', 'issued')
}

/** A row of the list; its label is for whoever shows it. */
type ListedAnalysis = Omit<AnalysisItem, 'period'> & { periodKey: string }
const listColumns = [
  'id',
  'periodKey',
  'edition',
  'state',
  'chosen',
  'draftedBy',
  'draftedAt',
  'issuedBy',
  'issuedAt',
] as const

export async function list(
  context: Context,
  query: {
    period?: string | undefined
    state?: AnalysisItem['state'] | undefined
    after?: string | undefined
    limit: number
  },
): Promise<ListedAnalysis[]> {
  let rows = visible(context).select([...listColumns, superseded.as('superseded')])
  if (query.period) rows = rows.where('periodKey', '=', query.period)
  if (query.state) rows = rows.where('state', '=', query.state)
  if (query.after) rows = rows.where('id', '<', query.after)
  const found = await rows
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return found.map((row) => ({ ...row, state: row.state as AnalysisItem['state'] }))
}

export interface Stored {
  readonly record: KeptAnalysis
  readonly superseded: boolean
  /** What was frozen at issue; null of a draft. */
  readonly frozen: { figures: unknown; document: unknown; ledger: { position: number | null; seq: number } } | null
}

async function stored(
  world: World,
  rows: ReturnType<typeof visible>,
  id: string,
  lock: boolean,
): Promise<Stored | undefined> {
  const chosen = rows
    .select([...columns, 'figures', 'document', 'ledgerPosition', 'ledgerSeq', superseded.as('superseded')])
    .where('id', '=', id)
  const row = await (lock ? chosen.forUpdate() : chosen).executeTakeFirst()
  if (!row) return undefined
  const { figures, document, ledgerPosition, ledgerSeq, superseded: isSuperseded, state, periodFrom: _, ...rest } = row
  return {
    record: { ...rest, state: state as KeptAnalysis['state'], edits: await edits(world, id) },
    superseded: isSuperseded,
    frozen: ledgerSeq === null ? null : { figures, document, ledger: { position: ledgerPosition, seq: ledgerSeq } },
  }
}

export const find = (context: Context, id: string): Promise<Stored | undefined> =>
  stored(context, visible(context), id, false)
export const lock = (context: Context, id: string): Promise<Stored | undefined> =>
  stored(context, visible(context), id, true)

/** The analysis that a report of the period shows: the last issued one, else the draft. Whoever asks. */
export async function findCurrent({ tx, district }: World, periodKey: string): Promise<Stored | undefined> {
  const all = tx.selectFrom('analysis.analysis as analysis').where('district', '=', district)
  const row = await all
    .select('id')
    .where('periodKey', '=', periodKey)
    .orderBy('state', 'desc')
    .orderBy('edition', 'desc')
    .executeTakeFirst()
  return row && stored({ tx, district }, all, row.id, false)
}

async function edits({ tx, district }: World, analysis: string): Promise<SignedEdit[]> {
  return tx
    .selectFrom('analysis.edit')
    .select(['paragraph', 'text', 'basedOn', 'editedBy', 'editedAt'])
    .where('district', '=', district)
    .where('analysis', '=', analysis)
    .orderBy('editedAt')
    .orderBy('paragraph')
    .execute()
}

/** Begins a draft; undefined where the period has one. */
export async function insert(
  { tx, district, actor, at }: Context,
  period: { key: string; from: string; to: string },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('analysis.analysis')
    .values((e) => ({
      district,
      periodKey: period.key,
      periodFrom: period.from,
      periodTo: period.to,
      edition: e
        .selectFrom('analysis.analysis')
        .select((last) => last.fn.coalesce(last(last.fn.max('edition'), '+', 1), last.val(1)).as('next'))
        .where('district', '=', district)
        .where('periodKey', '=', period.key),
      state: 'draft',
      draftedBy: actor.name,
      draftedAt: at.instant,
    }))
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What is kept of an analysis at issue. */
export interface Frozen {
  readonly figures: string
  readonly document: string
}

/** Saves what an act changed. At issue, the figures, the text and where the ledger stands are kept with it. */
export async function save(
  { tx, district }: World,
  before: AnalysisRecord,
  after: AnalysisRecord,
  frozen?: Frozen,
): Promise<void> {
  await saveEdits({ tx, district }, before, after)
  const { id, state, proposed, rule, chosen, reason, chosenBy, chosenAt, issuedBy, issuedAt, digest, version } = after
  const acted = { state, proposed, rule, chosen, reason, chosenBy, chosenAt, issuedBy, issuedAt, digest }
  const ledger = frozen ? await ledgerStand({ tx, district }) : {}
  await tx
    .updateTable('analysis.analysis')
    .set({ ...acted, version: version + 1, ...frozen, ...ledger })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Takes a draft away. An issued analysis stays, whoever asks: the database sees to it. */
export async function remove({ tx, district }: World, id: string): Promise<void> {
  await tx.deleteFrom('analysis.edit').where('district', '=', district).where('analysis', '=', id).execute()
  await tx.deleteFrom('analysis.analysis').where('district', '=', district).where('id', '=', id).execute()
}

async function saveEdits({ tx, district }: World, before: AnalysisRecord, after: AnalysisRecord): Promise<void> {
  const gone = before.edits.filter(({ paragraph }) => !after.edits.some((edit) => edit.paragraph === paragraph))
  for (const { paragraph } of gone)
    await tx
      .deleteFrom('analysis.edit')
      .where('district', '=', district)
      .where('analysis', '=', after.id)
      .where('paragraph', '=', paragraph)
      .execute()
  for (const edit of after.edits.filter((one) => !before.edits.includes(one))) {
    const { paragraph, ...own } = edit
    await tx
      .insertInto('analysis.edit')
      .values({ district, analysis: after.id, paragraph, ...own })
      .onConflict((on) => on.columns(['district', 'analysis', 'paragraph']).doUpdateSet(own))
      .execute()
  }
}

/** The last sealed position, and the last entry written, as this transaction sees them. */
async function ledgerStand({ tx, district }: World): Promise<{ ledgerPosition: number | null; ledgerSeq: number }> {
  const { rows } = await sql<{ position: number | null; seq: number }>`
    select (select max(position) from platform.ledger_seal where district = ${district}) as position,
      coalesce((select max(seq) from platform.ledger_entry where district = ${district}), 0) as seq`.execute(tx)
  const [stand] = rows
  return { ledgerPosition: stand?.position ?? null, ledgerSeq: stand?.seq ?? 0 }
}

export interface Issuer {
  readonly district: string
  readonly levels: readonly string[]
  readonly body: string
}

/** The district and the body that issues: the branch, else the brigade, else the district itself. */
export async function issuer({ tx, district }: World): Promise<Issuer> {
  const { rows } = await sql<{ name: string; levels: string[]; body: string | null }>`
    select d.name, d.levels, (select b.name from organisation.body b where b.district = d.district and b.active
      and b.kind in ('branch', 'brigade') order by b.kind, b.code limit 1) as body
    from organisation.district d where d.district = ${district}`.execute(tx)
  const [found] = rows
  if (!found) throw new Error(`no district ${district}`)
  return { district: found.name, levels: found.levels, body: found.body ?? found.name }
}
