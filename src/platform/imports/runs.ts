/** Import runs and saved mappings in the database. Progress is written beside the import's own transaction. */
import { type RawBuilder, sql } from 'kysely'
import type { Profile } from '../../kernel/layout.ts'
import type { Context, Db, Tx } from '../context.ts'
import type { Fault } from './faults.ts'
import type { ApprovedTrial, MergeCounts } from './importer.ts'

export interface RunCounts extends MergeCounts {
  rowsRead: number
  rowsBad: number
  /** Rows whose change nobody approved. */
  rowsKept: number
}
export interface RunEnd extends RunCounts {
  state: 'done' | 'refused'
  message: { zh: string; en: string } | null
  faults: readonly Fault[]
  faultFile: string | null
}
export interface NewRun {
  kind: string
  file: string
  fileName: string
  dryRun: boolean
  skipBad: boolean
  /** Null where the file is in our own layout. */
  profile: Profile | null
  /** The approved trial, where changes want approval and a person gave it. */
  approval?: ApprovedTrial | null
}

const runColumns = [
  'r.id',
  'r.kind',
  'r.state',
  'r.file',
  'r.fileName',
  'r.dryRun',
  'r.skipBad',
  'r.profile',
  'r.approval',
  'r.rowsRead',
  'r.rowsBad',
  'r.rowsNew',
  'r.rowsChanged',
  'r.rowsSame',
  'r.rowsKept',
  'r.progress',
  'r.message',
  'r.faults',
  'r.faultFile',
  'r.account',
  'r.askedAt',
  'r.endedAt',
] as const

export async function createRun(
  { tx, district, actor, at }: Context,
  { approval = null, ...run }: NewRun,
): Promise<string> {
  const { id } = await tx
    .insertInto('platform.importRun')
    .values({
      district,
      ...run,
      profile: JSON.stringify(run.profile),
      approval: approval && JSON.stringify(approval),
      state: 'waiting',
      account: actor.account || null,
      askedAt: at.instant,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const runs = (db: Db | Tx, district: string) =>
  db
    .selectFrom('platform.importRun as r')
    .leftJoin('platform.ledgerEntry as asked', (join) =>
      join
        .onRef('asked.district', '=', 'r.district')
        .onRef('asked.subject', '=', 'r.id')
        .on('asked.act', '=', 'import.ask'),
    )
    .leftJoin('platform.file as f', (join) => join.onRef('f.district', '=', 'r.district').onRef('f.id', '=', 'r.file'))
    .select([...runColumns, 'asked.actorName as by', 'f.sha256'])
    .where('r.district', '=', district)

export const findRun = (db: Db | Tx, district: string, id: string) =>
  runs(db, district).where('r.id', '=', id).executeTakeFirst()

/** The runs of an area that the actor may see: who does not reach the whole district sees their own. */
function runsSeen({ tx, district, actor }: Context, kind: string) {
  const ofKind = runs(tx, district).where('r.kind', '=', kind)
  return actor.reach.district ? ofKind : ofKind.where('r.account', '=', actor.account)
}

export const findRunSeen = (context: Context, kind: string, id: string) =>
  runsSeen(context, kind).where('r.id', '=', id).executeTakeFirst()

/** Newest first; ids are time-ordered. */
export function listRuns(context: Context, kind: string, after: string | undefined, limit: number) {
  let rows = runsSeen(context, kind)
  if (after) rows = rows.where('r.id', '<', after)
  return rows.orderBy('r.id', 'desc').limit(limit).execute()
}

const ofRun = (db: Db | Tx, district: string, id: string) =>
  db.updateTable('platform.importRun').where('district', '=', district).where('id', '=', id)

/** The job that a run waits for; an import from the command line waits for none. */
export const jobKeyOf = (run: string): string => `import-run:${run}`

/** Held by whoever carries a run out, until the transaction ends or its program dies. */
const mark = (id: string | RawBuilder<string>) => sql`hashtext('platform.import_run'), hashtext(${id})`

/** Says that a run is being carried out in this transaction; `db` tells it to all others at once. */
export async function beginRun(db: Db, tx: Tx, district: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mark(id)})`.execute(tx)
  await ofRun(db, district, id).set({ state: 'running', message: null }).execute()
}

/** Shows how far it is; never moves a run that has ended. */
export async function reportProgress(
  db: Db,
  district: string,
  id: string,
  { progress, ...counts }: { progress: number; rowsRead: number; rowsBad: number },
): Promise<void> {
  await ofRun(db, district, id)
    .set({ progress: Math.min(1, progress), ...counts })
    .where('state', '=', 'running')
    .execute()
}

/** Ends a run: in the import's own transaction where it changed something, so that both are true or neither. */
export async function endRun(db: Db | Tx, district: string, id: string, at: string, end: RunEnd): Promise<void> {
  const { faults, message, ...rest } = end
  await ofRun(db, district, id)
    .set({
      ...rest,
      message: message && JSON.stringify(message),
      faults: JSON.stringify(faults),
      progress: 1,
      endedAt: at,
    })
    .execute()
}

/** The job that carries out runs of a kind. */
export const jobOf = (kind: string): string => `${kind}-import`

/** A file that brings the program down does not bring it down for ever. */
const mostRestarts = 2

const interrupted = {
  zh: '导入中断（程序停止），未写入任何数据，请重新导入。',
  en: 'The import was interrupted (the program stopped). Nothing was written; please import again.',
}
const begunAnew = {
  zh: '导入曾中断（程序停止），未写入任何数据，已自动重新开始。',
  en: 'The import was interrupted (the program stopped) and nothing was written. It begins anew by itself.',
}

/**
 * What a crash left unfinished wrote nothing: a run that nobody carries out, in this program or another, and that no job
 * is waiting to begin. What a person asked for begins anew by itself, twice at most; all else is said to be interrupted.
 */
export async function resumeRuns(db: Db): Promise<void> {
  await sql`
    with lost as (
      select district, id, kind, state = 'running' and account is not null and restarts < ${mostRestarts} as again
      from platform.import_run
      where state in ('waiting', 'running') and not exists (
          select from graphile_worker.jobs where key = ${jobKeyOf('')} || import_run.id and attempts < max_attempts)
        and pg_try_advisory_xact_lock(${mark(sql<string>`import_run.id::text`)})
      for update),
    told as (
      update platform.import_run r set state = case when again then 'waiting' else 'interrupted' end,
        restarts = r.restarts + again::int, progress = 0,
        message = case when again then ${JSON.stringify(begunAnew)}::jsonb else ${JSON.stringify(interrupted)}::jsonb end
      from lost where r.district = lost.district and r.id = lost.id)
    select graphile_worker.add_job(kind || ${jobOf('')}, json_build_object('district', district, 'run', id),
      max_attempts => 1, job_key => ${jobKeyOf('')} || id)
    from lost where again`.execute(db)
}

/** Whether the actor may change a saved mapping: their own, or anybody's where they reach the whole district. */
const isOwn = ({ actor }: Context) =>
  actor.reach.district
    ? sql<boolean>`true`
    : sql<boolean>`import_profile.account is not distinct from ${actor.account}::uuid`

export async function listProfiles(context: Context, kind: string) {
  const { tx, district } = context
  return tx
    .selectFrom('platform.importProfile')
    .select(['id', 'name', 'profile', 'at', isOwn(context).as('own')])
    .where('district', '=', district)
    .where('kind', '=', kind)
    .orderBy('name')
    .execute()
}

/** Saves a mapping under its name; the same name again replaces what it held. Undefined where that is another's. */
export async function saveProfile(context: Context, kind: string, profile: Profile) {
  const { tx, district, actor, at } = context
  const said = { profile: JSON.stringify(profile), at: at.instant }
  return tx
    .insertInto('platform.importProfile')
    .values({ district, kind, name: profile.name, account: actor.account || null, ...said })
    .onConflict((on) => on.columns(['district', 'kind', 'name']).doUpdateSet(said).where(isOwn(context)))
    .returning(['id', 'name', 'profile', 'at', sql<boolean>`true`.as('own')])
    .executeTakeFirst()
}

export async function deleteProfile(context: Context, kind: string, id: string): Promise<boolean> {
  const { tx, district } = context
  const deleted = await tx
    .deleteFrom('platform.importProfile')
    .where('district', '=', district)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where(isOwn(context))
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}
