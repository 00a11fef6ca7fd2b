/** Officers and their records in the database. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { entryForEach } from '../../../platform/ledger/store.ts'
import type { PremisesFilter } from '../finding/contract.ts'
import { matching } from '../finding/store.ts'

/** How many of the records that a filter finds lie outside a station. */
export async function outside(context: Context, filter: PremisesFilter, station: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from premises.premises premises
    where ${matching(context, filter)} and premises.station is distinct from ${station}::uuid`.execute(context.tx)
  return rows[0]?.n ?? 0
}

/**
 * Gives all that a filter finds to an officer, each record with its entry in the ledger; returns how many moved. What has
 * left the officer's station meanwhile stays as it is.
 */
export async function reassign(
  context: Context,
  filter: PremisesFilter,
  { officer, station }: { officer: string | null; station: string | undefined },
  reason: string,
): Promise<number> {
  const { tx, district } = context
  const entry = {
    act: 'premises.assign',
    kind: 'premises',
    subject: sql`id`,
    before: sql`jsonb_build_object('officer', officer)`,
    after: sql`jsonb_build_object('officer', ${officer}::uuid)`,
    note: reason,
  }
  const moved = await sql`
    with was as (
      select premises.id, premises.officer from premises.premises premises
      where ${matching(context, filter)} and premises.officer is distinct from ${officer}::uuid
        and (${station ?? null}::uuid is null or premises.station = ${station ?? null}::uuid)
      order by premises.id for update),
    changed as (
      update premises.premises p set officer = ${officer}::uuid, version = p.version + 1
      from was where p.district = ${district} and p.id = was.id)
    ${entryForEach(context, entry, sql`was`)}`.execute(tx)
  return Number(moved.numAffectedRows ?? 0)
}
