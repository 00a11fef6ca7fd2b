/** The calendar's years in the database, and the calendar that they make, kept in the process while they hold. */
import { sql } from 'kysely'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Context } from '../../../platform/context.ts'
import { forgetStamp, whileItHolds } from '../reference/store.ts'
import { calendarFrom } from './checks.ts'
import type { CalendarYear, ShippedYear } from './contract.ts'
import { findShipped } from './years.ts'

type Within = Pick<Context, 'tx' | 'district'>
const columns = ['year', 'holidays', 'workdays', 'source', 'edited', 'version'] as const

interface Row extends Omit<CalendarYear, 'holidays' | 'shipped'> {
  holidays: unknown
}
const fromRow = (row: Row): CalendarYear => ({
  ...row,
  holidays: row.holidays as CalendarYear['holidays'],
  shipped: findShipped(row.year) !== undefined,
})
const toRow = ({ holidays, workdays, source }: Omit<ShippedYear, 'year'>) => ({
  holidays: JSON.stringify(holidays),
  workdays: [...workdays],
  source,
})

export async function list({ tx, district }: Within): Promise<CalendarYear[]> {
  const rows = await tx
    .selectFrom('organisation.calendarYear')
    .select(columns)
    .where('district', '=', district)
    .orderBy('year')
    .execute()
  return rows.map(fromRow)
}

/** A year as it is, until the transaction ends. */
export async function lock({ tx, district }: Within, year: number): Promise<CalendarYear | undefined> {
  const row = await tx
    .selectFrom('organisation.calendarYear')
    .select(columns)
    .where('district', '=', district)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Adds a year of the district's own; undefined where somebody else added it meanwhile. */
export async function add({ tx, district }: Within, year: ShippedYear): Promise<CalendarYear | undefined> {
  forgetStamp({ tx })
  const row = await tx
    .insertInto('organisation.calendarYear')
    .values({ district, year: year.year, ...toRow(year), edited: true })
    .onConflict((on) => on.doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function save({ tx, district }: Within, year: ShippedYear, edited: boolean): Promise<CalendarYear> {
  forgetStamp({ tx })
  const row = await tx
    .updateTable('organisation.calendarYear')
    .set((e) => ({ ...toRow(year), edited, version: e('version', '+', 1) }))
    .where('district', '=', district)
    .where('year', '=', year.year)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function takeOut({ tx, district }: Within, year: number): Promise<void> {
  forgetStamp({ tx })
  await tx.deleteFrom('organisation.calendarYear').where('district', '=', district).where('year', '=', year).execute()
}

/** Puts the shipped years in, or renews those that the district did not edit; whether anything changed. */
export async function ship({ tx, district }: Within, years: readonly ShippedYear[]): Promise<boolean> {
  forgetStamp({ tx })
  const told = sql`(excluded.holidays, excluded.workdays, excluded.source)`
  const known = sql`(calendar_year.holidays, calendar_year.workdays, calendar_year.source)`
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('organisation.calendarYear')
    .values(years.map((year) => ({ district, year: year.year, ...toRow(year) })))
    .onConflict((on) =>
      on
        .columns(['district', 'year'])
        .doUpdateSet((e) => ({
          holidays: e.ref('excluded.holidays'),
          workdays: e.ref('excluded.workdays'),
          source: e.ref('excluded.source'),
          version: e('organisation.calendarYear.version', '+', 1),
        }))
        .where(sql<boolean>`not calendar_year.edited and ${told} is distinct from ${known}`),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** The calendar as this transaction sees it. */
export const find = (world: Within): Promise<Calendar> =>
  whileItHolds(world, 'calendar', async () => calendarFrom(await list(world)))
