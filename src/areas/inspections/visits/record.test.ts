/** A visit is kept with its times by the server's clock, and with the marks that people should see. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Circumstances, inServerTime, marksOf, yearOf } from './record.ts'
import { visitMarks } from './record-contract.ts'
import { anAnswer, idOf, soundVisit } from './testing.ts'

const now = '2026-11-27T02:00:00.000Z'
const hour = 3_600_000
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

describe('times by the server’s clock', () => {
  it('a device one day ahead has every instant of the visit put back by a day', () => {
    const ahead = 24 * hour
    const told = (instant: string) => later(instant, ahead)
    const fix = { lng: 122.9, lat: 30.9, accuracyM: 12, at: told('2026-11-27T01:00:00.000Z') }
    const { facts, ahead: found } = inServerTime(
      {
        ...soundVisit,
        id: idOf(3),
        deviceAt: told(now),
        startedAt: told('2026-11-27T01:00:00.000Z'),
        endedAt: told('2026-11-27T01:30:00.000Z'),
        startFix: fix,
        answers: [anAnswer('U4e', { at: told('2026-11-27T01:10:00.000Z') }), anAnswer('U2')],
      },
      now,
    )
    expect(found).toBe(ahead)
    expect(facts).toMatchObject({
      startedAt: '2026-11-27T01:00:00.000Z',
      endedAt: '2026-11-27T01:30:00.000Z',
      startFix: { at: '2026-11-27T01:00:00.000Z', accuracyM: 12 },
      endFix: null,
      answers: [{ at: '2026-11-27T01:10:00.000Z' }, { at: null }],
    })
  })

  it('keeps neither the device’s time nor the id among the facts', () => {
    const { facts } = inServerTime({ ...soundVisit, id: idOf(3), deviceAt: null }, now)
    expect(facts).toEqual(soundVisit)
  })
})

describe('marks', () => {
  const quiet: Circumstances = {
    now,
    ahead: 0,
    merged: false,
    closed: false,
    movedOn: false,
    alike: false,
    beyondCap: false,
  }
  const ended = { endedAt: '2026-11-27T01:30:00.000Z' }

  it('a visit entered the same day by a right clock has none', () => {
    expect(marksOf(ended, quiet)).toEqual([])
  })
  it('is entered late after a day, and not before', () => {
    expect(marksOf({ endedAt: later(now, -24 * hour) }, quiet)).toEqual([])
    expect(marksOf({ endedAt: later(now, -24 * hour - 1) }, quiet)).toEqual(['late-entry'])
  })
  it('a clock is told of from five minutes on, whichever way it was wrong', () => {
    expect(marksOf(ended, { ...quiet, ahead: 5 * 60_000 - 1 })).toEqual([])
    expect(marksOf(ended, { ...quiet, ahead: 5 * 60_000 })).toEqual(['clock-off'])
    expect(marksOf(ended, { ...quiet, ahead: -24 * hour })).toEqual(['clock-off'])
  })
  it('each circumstance shows by itself, beside any other', () => {
    const flags = fc.record({
      merged: fc.boolean(),
      closed: fc.boolean(),
      movedOn: fc.boolean(),
      alike: fc.boolean(),
      beyondCap: fc.boolean(),
    })
    fc.assert(
      fc.property(flags, (found) => {
        const marks = marksOf(ended, { ...quiet, ...found })
        const named = {
          merged: 'merged',
          closed: 'closed',
          movedOn: 'moved-on',
          alike: 'alike',
          beyondCap: 'beyond-cap',
        }
        for (const [key, mark] of Object.entries(named))
          expect(marks.some((one) => one === mark)).toBe(found[key as keyof typeof found])
        expect(marks.every((mark) => visitMarks.includes(mark))).toBe(true)
      }),
    )
  })
})

it('the year begins by the day in Shanghai', () => {
  expect(yearOf('2026-12-31T15:59:59.999Z')).toBe('2026-01-01')
  expect(yearOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
})
