/** The numbers of records: given, and whether one is taken, while others give and take them too. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Of the district's own numbers: 990101 0000042. */
export const serialDigits = 7

/**
 * Numbers for records that came without one: as many as are asked for, of which the first is returned. They go on behind
 * the highest that is in use, whoever gave it.
 */
export async function takeNumbers({ tx, district }: Context, howMany: number): Promise<number> {
  const highest = sql<number>`coalesce((
    select substr(p.premises_no, ${district.length + 1}::int)::bigint from premises.premises p
    where p.district = ${district} and p.premises_no between ${district + '0'.repeat(serialDigits)} and ${district + '9'.repeat(serialDigits)}
      and p.premises_no ~ ${`^[0-9]{${district.length + serialDigits}}$`}
    order by p.premises_no desc limit 1), 0)`
  const { rows } = await sql<{ last: number }>`
    insert into premises.serial (district, last) values (${district}, ${highest} + ${howMany})
    on conflict (district) do update set last = greatest(serial.last, ${highest}) + ${howMany}
    returning last`.execute(tx)
  return (rows[0]?.last ?? howMany) - howMany + 1
}

export const numberOf = (district: string, serial: number): string =>
  `${district}${String(serial).padStart(serialDigits, '0')}`

/** What an import holds while it merges into the district, and shares with nobody. */
export const mergeLock = (district: string) => sql`hashtext('premises.import'), hashtext(${district})`

/**
 * Whether a number is taken in the district, in whoever's reach the record lies. An import that merges is waited for, as is
 * whoever takes the same number, and the next ones wait until this transaction has ended: the answer holds for as long.
 */
export async function isTaken({ tx, district }: Context, premisesNo: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock_shared(${mergeLock(district)})`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtext('premises.number'), hashtext(${`${district} ${premisesNo}`}))`.execute(
    tx,
  )
  const found = await tx
    .selectFrom('premises.premises')
    .select('id')
    .where('district', '=', district)
    .where('premisesNo', '=', premisesNo)
    .executeTakeFirst()
  return found !== undefined
}
