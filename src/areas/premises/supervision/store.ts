/** Officers and their records in the database. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
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
  const { tx, district, at, actor, request } = context
  const moved = await sql`
    with was as (
      select premises.id, premises.officer from premises.premises premises
      where ${matching(context, filter)} and premises.officer is distinct from ${officer}::uuid
        and (${station ?? null}::uuid is null or premises.station = ${station ?? null}::uuid)
      order by premises.id for update),
    changed as (
      update premises.premises p set officer = ${officer}::uuid, version = p.version + 1
      from was where p.district = ${district} and p.id = was.id)
    insert into platform.ledger_entry
      (district, at, account, person, actor_name, role, act, kind, subject, before, after, note, request)
    select ${district}, ${at.instant}::timestamptz, ${actor.account || null}::uuid, ${actor.person || null}::uuid,
      ${actor.name}, ${actor.role}, 'premises.assign', 'premises', id, jsonb_build_object('officer', officer),
      jsonb_build_object('officer', ${officer}::uuid), ${reason}, ${request}
    from was`.execute(tx)
  return Number(moved.numAffectedRows ?? 0)
}
