import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { prepare } from '../../../app/server.ts'
import { testDistrict } from '../../../app/testing/founding.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import { isOfficial, isWorkingDay, workingDaysAfter } from '../../../kernel/calendar.ts'
import { calendarOf } from '../public.ts'
import type { CalendarYear } from './contract.ts'
import { shippedYears } from './years.ts'

const world = await makeWorld()
const { db } = world.parts.database
const { calendar } = (await world.as('statistician')).organisation
const refused = (ground: string, data: object = {}) => ({ status: 409, message: ground, data })
const reason = '按国办通知录入'
const yearOf = async (year: number): Promise<CalendarYear> => {
  const found = (await calendar.list()).items.find((one) => one.year === year)
  if (!found) throw new Error(`${year} is not there`)
  return found
}
const inputOf = ({ edited, shipped, ...year }: CalendarYear) => ({ ...year, reason })
const read = () => db.transaction().execute((tx) => calendarOf({ tx, district: testDistrict }))

/** 2027 as somebody might enter it. */
const next = {
  year: 2027,
  holidays: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
  workdays: ['2027-01-09'],
  source: '国办发明电〔2026〕99号',
  version: 0,
  reason,
}

/** Every job that is asked for from now on: the worker takes them out of the queue as it likes. */
beforeAll(async () => {
  await sql`create table platform.asked_job (task text, payload jsonb)`.execute(db)
  await sql`
    create function platform.note_job() returns trigger language plpgsql as $$ begin
      insert into platform.asked_job
        select identifier, new.payload::jsonb from graphile_worker._private_tasks where id = new.task_id;
      return null;
    end $$`.execute(db)
  await sql`create trigger note_job after insert on graphile_worker._private_jobs
    for each row execute function platform.note_job()`.execute(db)
})
async function renewalsAskedBy(act: () => Promise<unknown>): Promise<unknown[]> {
  await sql`delete from platform.asked_job`.execute(db)
  // One that still waits would be changed and not added again.
  await sql`delete from graphile_worker._private_jobs where key like 'duties-renew %' and locked_at is null`.execute(db)
  await act()
  const { rows } = await sql<{ payload: unknown }>`
    select payload from platform.asked_job where task = 'duties-renew'`.execute(db)
  return rows.map(({ payload }) => payload)
}

async function lastEntry() {
  return db
    .selectFrom('platform.ledgerEntry')
    .select(['act', 'kind', 'before', 'after', 'note', 'role'])
    .where('kind', '=', 'calendar')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
}

it('a district is founded with the shipped years', async () => {
  const { items } = await calendar.list()
  expect(items).toEqual(shippedYears.map((year) => ({ ...year, edited: false, shipped: true, version: 1 })))
})

describe('an edit', () => {
  it('is there at once, in the ledger, and asks that what is due be worked out again', async () => {
    const before = await yearOf(2026)
    // The process knows the calendar before it changes.
    expect(isWorkingDay(await read(), '2026-12-31')).toBe(true)
    const change = {
      ...inputOf(before),
      holidays: [...before.holidays, { from: '2026-12-31', to: '2026-12-31', name: '元旦' }],
    }
    expect(await renewalsAskedBy(() => calendar.set(change))).toEqual([{ district: testDistrict }])
    const after = await yearOf(2026)
    expect(after).toMatchObject({ edited: true, version: before.version + 1, source: before.source })
    expect(isWorkingDay(await read(), '2026-12-31')).toBe(false)
    expect(await lastEntry()).toEqual({
      act: 'calendar.set',
      kind: 'calendar',
      before,
      after,
      note: reason,
      role: 'brigadeStatistician',
    })
  })
  it('is seen in its own transaction, and not by others where that was rolled back', async () => {
    const day = '2026-12-30'
    await expect(
      db.transaction().execute(async (tx) => {
        await sql`update organisation.calendar_year set version = version + 1, holidays = jsonb_build_array(
          jsonb_build_object('from', ${day}::text, 'to', ${day}::text, 'name', '元旦'))
          where district = ${testDistrict} and year = 2026`.execute(tx)
        expect(isWorkingDay(await calendarOf({ tx, district: testDistrict }), day)).toBe(false)
        expect(isWorkingDay(await read(), day)).toBe(true)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    // Another change takes the same version.
    const now = await yearOf(2026)
    await calendar.set({ ...inputOf(now), holidays: now.holidays.filter(({ from }) => from !== '2026-12-31') })
    expect(isWorkingDay(await read(), day)).toBe(true)
    expect(isWorkingDay(await read(), '2026-12-31')).toBe(true)
  })
  it('by two at once is done by one of them', async () => {
    const seen = await yearOf(2025)
    const both = await Promise.allSettled([calendar.set(inputOf(seen)), calendar.set(inputOf(seen))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(calendar.set(inputOf(seen))).rejects.toMatchObject(refused('moved-meanwhile'))
    await expect(calendar.reset({ year: 2025, version: seen.version, reason })).rejects.toMatchObject(
      refused('moved-meanwhile'),
    )
  })
  it('outlives a start, which renews what the district left alone', async () => {
    const edited = await yearOf(2025)
    await sql`update organisation.calendar_year set workdays = '{}' where district = ${testDistrict} and year = 2024`.execute(
      db,
    )
    expect(await renewalsAskedBy(() => prepare(world.parts))).toEqual([{ district: testDistrict }])
    expect(await yearOf(2025)).toEqual(edited)
    expect(await yearOf(2024)).toMatchObject({ workdays: shippedYears[17]?.workdays, version: 2 })
    expect(await renewalsAskedBy(() => prepare(world.parts))).toEqual([])
  })
  it('is undone by a reset', async () => {
    const edited = await yearOf(2025)
    const { version } = edited
    expect(await renewalsAskedBy(() => calendar.reset({ year: 2025, version, reason }))).toHaveLength(1)
    expect(await yearOf(2025)).toEqual({ ...shippedYears[18], edited: false, shipped: true, version: version + 1 })
    expect(await lastEntry()).toMatchObject({ act: 'calendar.reset', before: edited, note: reason })
  })
})

describe('a year that the program does not know yet', () => {
  it('is not official until it is entered', async () => {
    const now = await read()
    expect(isOfficial(now, '2026-12-31', '2027-01-10')).toBe(false)
    expect(workingDaysAfter(now, '2027-01-07', 2)).toBe('2027-01-11')
  })
  it('wants the number of its notice', async () => {
    await expect(calendar.set({ ...next, source: null })).rejects.toMatchObject(
      refused('source-wanted', { year: 2027 }),
    )
  })
  it('is entered by one of two', async () => {
    const both = await Promise.allSettled([calendar.set(next), calendar.set(next)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await yearOf(2027)).toMatchObject({ edited: true, shipped: false, version: 1, workdays: ['2027-01-09'] })
    const now = await read()
    expect(isOfficial(now, '2026-12-31', '2027-01-10')).toBe(true)
    expect(workingDaysAfter(now, '2027-01-07', 2)).toBe('2027-01-09')
  })
  it('is taken out by a reset', async () => {
    expect(await calendar.reset({ year: 2027, version: 1, reason })).toBeNull()
    expect((await calendar.list()).items.some(({ year }) => year === 2027)).toBe(false)
    expect(isOfficial(await read(), '2027-01-01', '2027-01-01')).toBe(false)
    await expect(calendar.reset({ year: 2027, version: 1, reason })).rejects.toMatchObject({ status: 404 })
  })
})

describe('what cannot be', () => {
  const off = (from: string, to: string, name = '元旦') => ({ from, to, name })
  it.each([
    ['holidays-overlap', { holidays: [off('2027-01-01', '2027-01-03'), off('2027-01-03', '2027-01-04', '另一节')] }],
    ['day-of-another-year', { holidays: [off('2026-12-31', '2027-01-01')] }],
    ['day-of-another-year', { workdays: ['2028-01-08'] }],
    ['holiday-ends-before-it-begins', { holidays: [off('2027-01-03', '2027-01-01')] }],
    ['workday-on-a-weekday', { workdays: ['2027-01-11'] }],
    ['workday-in-a-holiday', { workdays: ['2027-01-02'] }],
    ['workday-twice', { workdays: ['2027-01-09', '2027-01-09'] }],
  ])('%s is refused, and nothing of it is kept', async (ground, change) => {
    await expect(calendar.set({ ...next, ...change })).rejects.toMatchObject(refused(ground))
    expect((await calendar.list()).items).toHaveLength(20)
  })
  it.each([
    ['30 February', { workdays: ['2027-02-30'] }],
    ['a year of other times', { year: 1999 }],
    ['no reason', { reason: ' ' }],
    ['a festival without a name', { holidays: [off('2027-01-01', '2027-01-01', ' ')] }],
  ])('%s is no question', async (_, change) => {
    await expect(calendar.set({ ...next, ...change })).rejects.toMatchObject({ status: 400 })
  })
  it('who may only read reads', async () => {
    const own = (await world.as('officer')).organisation.calendar
    expect((await own.list()).items).toHaveLength(20)
    await expect(own.set(next)).rejects.toMatchObject({ status: 403 })
    await expect(own.reset({ year: 2026, version: 1, reason })).rejects.toMatchObject({ status: 403 })
  })
})

it('another district has a calendar of its own', async () => {
  const district = '990299'
  const empty = await db.transaction().execute((tx) => calendarOf({ tx, district }))
  expect(empty.years.size).toBe(0)
  await inContext(world.parts, { district: testDistrict, name: 'test' }, async (context) => {
    expect((await calendarOf(context)).years.size).toBe(20)
    expect(await calendarOf(context)).toBe(await calendarOf(context))
  })
})
