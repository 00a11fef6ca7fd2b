/** Changes that want approval: what a trial would change is listed, and an import changes only what was approved of it. */
import { type RawBuilder, sql } from 'kysely'
import type { Context, Db } from '../context.ts'
import type { ApprovedTrial, ChangeRow } from './importer.ts'

/** Lists what a trial would change, for a person to look through. */
export async function noteChanges(
  { tx, district }: Context,
  run: string,
  changes: RawBuilder<ChangeRow>,
): Promise<void> {
  await sql`
    insert into platform.import_change (district, run, line, record, no, name, fields)
    select ${district}, ${run}, c.line, c.record, c.no, c.name, c.fields from (${changes}) c`.execute(tx)
}

/**
 * Takes out of the staging table what would change a record otherwise than a person has seen and approved: what was
 * excepted, and what the record or the file says anew since the trial. Returns how many rows.
 */
export async function dropUnapproved(
  { tx, district }: Context,
  changes: RawBuilder<ChangeRow>,
  approval: ApprovedTrial | undefined,
): Promise<number> {
  const { trial = null, except = [], only = null } = approval ?? {}
  const dropped = await sql`
    delete from staged s using (${changes}) c
    where s.line = c.line and not exists (
      select from platform.import_change seen
      where seen.district = ${district} and seen.run = ${trial}::uuid and seen.line = c.line
        and seen.record = c.record and seen.fields = c.fields
        and not seen.record = any(${except}::uuid[])
        and (${only}::uuid[] is null or seen.record = any(${only}::uuid[])))`.execute(tx)
  return Number(dropped.numAffectedRows ?? 0)
}

/** A page of what a trial would change, in the order of the file. */
export const listChanges = ({ tx, district }: Context, run: string, after: number, limit: number) =>
  tx
    .selectFrom('platform.importChange')
    .select(['record as id', 'line', 'no', 'name', 'fields'])
    .where('district', '=', district)
    .where('run', '=', run)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()

export async function countChanges({ tx, district }: Context, run: string): Promise<number> {
  const { count } = await tx
    .selectFrom('platform.importChange')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('district', '=', district)
    .where('run', '=', run)
    .executeTakeFirstOrThrow()
  return count
}

/** Nobody approves what a trial found a month ago. */
export async function forgetChanges(db: Db): Promise<void> {
  await sql`
    delete from platform.import_change c using platform.import_run r
    where r.district = c.district and r.id = c.run and r.asked_at < now() - interval '30 days'`.execute(db)
}
