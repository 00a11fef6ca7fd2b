import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DutyState } from '../../kernel/duties.ts'
import { type Context, nobody } from '../context.ts'
import { cloneDatabase } from '../db/testing.ts'
import {
  countOpen,
  dutiesBehind,
  dutiesOfRecord,
  listOpen,
  type Owed,
  outcomes,
  saveDuties,
  takeDue,
  tallyByMonth,
} from './store.ts'

const { db } = await cloneDatabase()
const station = randomUUID()
const brigade = randomUUID()
const wholeDistrict = { ...nobody, reach: { district: true, stations: [], communities: [] } }
const atNoon = { day: '2026-06-15', instant: '2026-06-15T04:00:00.000Z' }
let last = 880_000
const fresh = () => String(++last)

const within = <T>(district: string, work: (context: Context) => Promise<T>, actor: Context['actor'] = wholeDistrict) =>
  db.transaction().execute((tx) => work({ tx, district, actor, at: atNoon, request: 'test' }))

const state = (duty: string, dueOn: string, more: Partial<DutyState> = {}): DutyState => ({
  ...{ duty, law: '120-20', since: '2026-06-01', by: `${dueOn}T16:00:00.000Z`, dueOn },
  ...{ provisional: false, doneAt: null, late: false },
  ...more,
})
const owed = (subject: string, duties: DutyState[], body = station): Owed => ({
  ...{ kind: 'hazard', subject, body, officer: null, premises: null, duties },
})

describe('duties at each save', () => {
  it('what is owed no more goes, what was done stays, a new count is a duty of its own', async () => {
    const [district, subject] = [fresh(), randomUUID()]
    const save = (...duties: DutyState[]) => within(district, (context) => saveDuties(context, [owed(subject, duties)]))
    await save(state('order', '2026-06-04'), state('recheck', '2026-06-20'))
    await save(state('order', '2026-06-04', { doneAt: '2026-06-02T01:00:00.000Z' }), state('serve', '2026-06-04'))
    await save(state('serve', '2026-06-09', { since: '2026-06-05' }))
    const kept = await within(district, (context) => dutiesOfRecord(context, 'hazard', subject))
    expect(kept.map(({ duty, since, doneAt }) => [duty, since, doneAt !== null])).toEqual([
      ['order', '2026-06-01', true],
      ['serve', '2026-06-05', false],
    ])
  })

  it('are listed within the own body, the first to run out first, page by page', async () => {
    const district = fresh()
    const days = ['2026-06-20', '2026-06-11', '2026-06-20', '2026-06-14', '2026-07-01']
    await within(district, (context) =>
      saveDuties(context, [
        ...days.map((day) => owed(randomUUID(), [state('order', day), state('serve', day)])),
        owed(randomUUID(), [state('order', '2026-06-10')], brigade),
      ]),
    )
    const own = { ...nobody, body: station }
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await within(district, (context) => listOpen(context, { after, limit: 3 }), own)
      seen.push(...page.items.map(({ subject, duty, dueOn }) => `${dueOn} ${subject} ${duty}`))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toHaveLength(10)
    expect(new Set(seen).size).toBe(10)
    expect(seen.map((one) => one.slice(0, 10))).toEqual([...days, ...days].sort())
    const counts = await within(district, (context) => countOpen(context, {}, '2026-06-22T00:00:00.000Z'), own)
    expect(counts.find(({ duty }) => duty === 'order')).toMatchObject({ late: 2, soon: 2, later: 1 })
    const all = await within(district, (context) => listOpen(context, { limit: 50 }))
    expect(all.items).toHaveLength(11)
  })

  it('passes over a cursor that is none', async () => {
    const district = fresh()
    await within(district, (context) => saveDuties(context, [owed(randomUUID(), [state('order', '2026-06-20')])]))
    for (const after of ['x', '%22', encodeURIComponent(JSON.stringify(['nonsense', randomUUID()]))])
      expect((await within(district, (context) => listOpen(context, { after, limit: 5 }))).items).toHaveLength(1)
  })
})

describe('figures of punctuality', () => {
  it('are the number of duties behind them, whatever was done when', async () => {
    const one = fc.record({
      duty: fc.constantFrom('order', 'recheck'),
      body: fc.constantFrom(station, brigade),
      due: fc.integer({ min: 1, max: 28 }),
      month: fc.constantFrom('05', '06', '07'),
      done: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 25 }), async (made) => {
        const district = fresh()
        const two = (n: number) => String(n).padStart(2, '0')
        await within(district, (context) =>
          saveDuties(
            context,
            made.map(({ duty, body, due, month, done }) => {
              const doneAt = done === null ? null : `2026-06-${two(done)}T02:00:00.000Z`
              return owed(randomUUID(), [state(duty, `2026-${month}-${two(due)}`, { doneAt })], body)
            }),
          ),
        )
        const span = { from: '2026-05-01', until: '2026-07-31' }
        await within(district, async (context) => {
          const tallies = await tallyByMonth(context, span)
          expect(tallies.reduce((sum, t) => sum + t.met + t.late + t.missed + t.running, 0)).toBe(made.length)
          for (const tally of tallies)
            for (const outcome of outcomes) {
              const month = { from: `${tally.month}-01`, until: `${tally.month}-31`.replace('06-31', '06-30') }
              const of = { duties: [tally.duty], body: tally.body, outcome, limit: 100 }
              expect(await dutiesBehind(context, { ...month, ...of })).toHaveLength(tally[outcome])
            }
        })
      }),
      { numRuns: 20 },
    )
  })
})

it('is told of once before it runs out and once after, even where two look at the same time', async () => {
  const district = fresh()
  const [late, soon] = [randomUUID(), randomUUID()]
  await within(district, (context) =>
    saveDuties(context, [
      owed(late, [state('order', '2026-06-12')]),
      owed(soon, [state('order', '2026-06-16')]),
      owed(randomUUID(), [state('order', '2026-06-30')]),
    ]),
  )
  const take = () => within(district, (context) => takeDue(context, '2026-06-17T16:00:00.000Z', 10))
  const told = (await Promise.all([take(), take()])).flat()
  expect(told.map(({ subject, what }) => `${what} ${subject}`).toSorted()).toEqual([`alarm ${late}`, `remind ${soon}`])
  expect(await take()).toEqual([])
})
