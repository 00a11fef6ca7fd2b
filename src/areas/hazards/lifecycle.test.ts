import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Calendar } from '../../kernel/calendar.ts'
import { nextDuty } from '../../kernel/duties.ts'
import { citation } from '../../kernel/law.ts'
import { diagram, openActs, perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { hazardDuties } from './duties.ts'
import { type HazardInputs, hazardActs } from './lifecycle.ts'
import { messages } from './messages.ts'
import type { Hazard } from './record-contract.ts'
import { newHazard, settled } from './settle.ts'

const id = '0198f1de-0000-7000-8000-000000000001'
/** National Day 2026: off from 1 to 7 October, worked on Saturday the 10th. */
const calendar: Calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workdays: new Set(['2026-10-10']),
  years: new Set([2026, 2027]),
}
const on = (day: string) => ({ day, instant: `${day}T03:00:00.000Z` })
const found = (day: string, more: Partial<Hazard> = {}): Hazard => ({
  ...newHazard(
    { id, item: 'U4b', conduct: '33-2', words: '安全出口上锁', spot: null, photos: [], minor: false, serious: false },
    {
      ...{ premises: id, premisesNo: '1', premisesName: '甲', address: '', visit: id, foundAt: `${day}T02:00:00.000Z` },
      ...{ inspectedOn: day, body: id, bodyKind: 'station', station: id, community: null, officer: null },
    },
    null,
  ),
  ...more,
})
/** A hazard after acts, each on its day, with what follows from them. */
function after(hazard: Hazard, ...acts: readonly (readonly [keyof HazardInputs, string, object?])[]): Hazard {
  return acts.reduce((was, [act, day, input = {}]) => {
    const whole = { on: day, visit: null, photosAfter: [], reason: '理由', ...input }
    return settled(perform(hazardActs, act, was, whole as never, on(day)), calendar, on(day)).hazard
  }, hazard)
}
const dueOf = (hazard: Hazard, duty: string, day = hazard.inspectedOn) =>
  settled(hazard, calendar, on(day)).duties.find((one) => one.duty === duty)
const refusing = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof RuleViolation) return error.rule
    throw error
  }
  return undefined
}

describe('art. 19: the order', () => {
  it('by word of mouth only where it is minor and put right on the spot', () => {
    const hazard = found('2026-09-28')
    expect(refusing(() => after(hazard, ['correctOnSpot', '2026-09-28']))).toBe('not-minor')
    expect(after({ ...hazard, minor: true }, ['correctOnSpot', '2026-09-28'])).toMatchObject({
      ...{ state: 'closed', order: 'spot', closedOn: '2026-09-28', next: null },
    })
  })
  it('at once: served the same day, seen again within three working days', () => {
    const hazard = after(found('2026-09-28'), ['orderAtOnce', '2026-09-28'])
    expect(dueOf(hazard, 'serve-at-once')).toMatchObject({ dueOn: '2026-09-28', law: '120-19' })
    expect(dueOf(hazard, 'recheck')).toMatchObject({ dueOn: '2026-10-08', law: '120-20' })
  })
  it('by a day ahead of the visit, its notice served within three working days of it', () => {
    const hazard = found('2026-09-29')
    expect(refusing(() => after(hazard, ['orderByTerm', '2026-09-29', { term: '2026-09-29' }]))).toBe('term-not-ahead')
    const ordered = after(hazard, ['orderByTerm', '2026-09-29', { term: '2026-10-20' }])
    expect(dueOf(ordered, 'serve-notice')).toMatchObject({ dueOn: '2026-10-09' })
  })
  it('is due within three working days where nothing was ordered at the visit', () => {
    expect(settled(found('2026-09-30'), calendar, on('2026-09-30')).hazard.next).toMatchObject({
      ...{ duty: 'order', dueOn: '2026-10-10', law: '120-19' },
    })
  })
})

describe('art. 20: the term and the re-check', () => {
  const ordered = after(found('2026-09-20'), ['orderByTerm', '2026-09-20', { term: '2026-10-01' }])
  it('a term that ends on a day off ends on the next working day', () => {
    expect(ordered.termEnds).toBe('2026-10-08')
    expect(dueOf(ordered, 'recheck')).toMatchObject({ dueOn: '2026-10-12' })
    expect(refusing(() => after(ordered, ['failRecheck', '2026-10-08']))).toBe('term-still-runs')
    expect(after(ordered, ['failRecheck', '2026-10-09'])).toMatchObject({ state: 'uncorrected' })
  })
  it('asked to look early: within three working days of the application, and the term goes on', () => {
    expect(refusing(() => after(ordered, ['findUnready', '2026-09-24']))).toBe('not-applied')
    const applied = after(ordered, ['applyForRecheck', '2026-09-23'])
    expect(dueOf(applied, 'recheck-on-application')).toMatchObject({ dueOn: '2026-09-28' })
    const unready = after(applied, ['findUnready', '2026-09-25'])
    expect(unready).toMatchObject({ state: 'ordered', termEnds: '2026-10-08' })
    expect(dueOf(unready, 'recheck-on-application')?.doneAt).not.toBeNull()
    expect(after(unready, ['applyForRecheck', '2026-09-28'], ['passRecheck', '2026-09-29']).state).toBe('closed')
  })
  it('an extension is asked for before the term is over, once at a time, and granted by a person', () => {
    const ask = (day: string, until: string) => after(ordered, ['askExtension', day, { until }])
    expect(refusing(() => ask('2026-10-09', '2026-10-30'))).toBe('term-has-ended')
    expect(refusing(() => ask('2026-09-25', '2026-09-30'))).toBe('term-not-longer')
    const asked = ask('2026-09-25', '2026-10-30')
    expect(refusing(() => after(asked, ['askExtension', '2026-09-26', { until: '2026-11-30' }]))).toBe('asked-already')
    expect(after(asked, ['grantExtension', '2026-09-27']).termEnds).toBe('2026-10-30')
    expect(after(asked, ['refuseExtension', '2026-09-27']).termEnds).toBe('2026-10-08')
  })
  it('not put right in time: handed over for a penalty, and looked at again', () => {
    const late = after(ordered, ['failRecheck', '2026-10-09'])
    expect(late.next).toMatchObject({ duty: 'serve-notice' })
    const handed = after(late, ['serve', '2026-10-09', { mode: 'direct' }], ['handOverForPenalty', '2026-10-12'])
    expect(handed.next).toMatchObject({ duty: 'look-again', law: 'house' })
    expect(after(handed, ['passRecheck', '2026-10-20']).next).toBeNull()
  })
})

describe('arts. 21–25: the fire body’s alone', () => {
  const station = found('2026-09-28')
  const brigade = found('2026-09-28', { bodyKind: 'brigade' })
  it('a station neither seals nor determines a major hazard', () => {
    for (const act of ['seal', 'determineMajor'] as const)
      expect(refusing(() => after(station, [act, '2026-09-28', { until: '2026-10-08', element: null }]))).toBe(
        'no-power',
      )
  })
  it('a seal ends within thirty days, and what is sealed is not closed', () => {
    const seal = (until: string) => after(brigade, ['orderAtOnce', '2026-09-28'], ['seal', '2026-09-28', { until }])
    expect(refusing(() => seal('2026-10-29'))).toBe('seal-too-long')
    const sealed = seal('2026-10-28')
    expect(refusing(() => after(sealed, ['passRecheck', '2026-09-29']))).toBe('sealed-still')
    expect(after(sealed, ['release', '2026-09-29'], ['passRecheck', '2026-09-30']).state).toBe('closed')
  })
  it('a major hazard: notice within three working days, proposal within seven, ten more with experts', () => {
    const major = after(brigade, ['determineMajor', '2026-09-28', { element: null, experts: false }])
    expect(dueOf(major, 'serve-major')).toMatchObject({ dueOn: '2026-10-08' })
    expect(dueOf(major, 'propose-major')).toMatchObject({ dueOn: '2026-10-13' })
    const experts = after(brigade, ['determineMajor', '2026-09-28', { element: null, experts: true }])
    expect(dueOf(experts, 'propose-major')).toMatchObject({ dueOn: '2026-10-27' })
  })
})

describe('arts. 33 and 34', () => {
  it('what another body decides of is referred within five working days and not ordered', () => {
    const hazard = found('2026-09-28', { referTo: 'housing' })
    expect(refusing(() => after(hazard, ['orderByTerm', '2026-09-28', { term: '2026-10-20' }]))).toBe(
      'decided-elsewhere',
    )
    expect(dueOf(hazard, 'refer')).toMatchObject({ dueOn: '2026-10-10', law: '120-33' })
    const referred = after(hazard, ['refer', '2026-09-29', { referredTo: '住建局' }])
    expect(referred).toMatchObject({ state: 'referred', next: null })
    expect(after(referred, ['takeBack', '2026-10-09']).next).toMatchObject({ duty: 'refer' })
  })
  it('the brigade orders itself what a station refers to it', () => {
    const { item, conduct, words, spot, photos, minor, serious, ...by } = found('2026-09-28')
    const finding = { id, item, conduct, words, spot, photos, minor, serious }
    expect(newHazard(finding, by, 'brigade').referTo).toBe('brigade')
    expect(newHazard(finding, { ...by, bodyKind: 'brigade' }, 'brigade').referTo).toBeNull()
  })
  it('a serious hazard is reported the same day', () => {
    const serious = after(found('2026-09-28'), ['markSerious', '2026-09-29'])
    expect(dueOf(serious, 'report-serious')).toMatchObject({ dueOn: '2026-09-29', law: '120-34' })
  })
})

describe('whatever is done', () => {
  const names = Object.keys(hazardActs) as (keyof HazardInputs)[]
  const step = fc.record({
    act: fc.constantFrom(...names),
    wait: fc.integer({ min: 0, max: 12 }),
    days: fc.integer({ min: -3, max: 40 }),
  })
  const start = fc.record({
    minor: fc.boolean(),
    serious: fc.boolean(),
    bodyKind: fc.constantFrom('station' as const, 'brigade' as const),
    referTo: fc.constantFrom(null, 'housing' as const),
  })

  it('no hazard is lost, no clock is skipped, and every state names its next duty or is final', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 14 }), (how, steps) => {
        let day = '2026-09-01'
        const begin = found(day, { ...how, minor: how.minor && !how.serious, seriousOn: how.serious ? day : null })
        let { hazard, duties } = settled(begin, calendar, on(day))
        for (const { act, wait, days } of steps) {
          day = addDays(day, wait)
          const ahead = addDays(day, days)
          const input = {
            ...{ on: day, visit: null, photosAfter: [], reason: '理由', term: ahead, until: ahead, mode: 'direct' },
            ...{ recipientName: null, officer: id, referredTo: '住建局', element: null, experts: days > 20 },
          }
          const before = { hazard, duties }
          try {
            const done = perform(hazardActs, act, hazard, input as never, on(day))
            const now = settled(done, calendar, on(day))
            hazard = now.hazard
            duties = now.duties
          } catch (error) {
            if (!(error instanceof RuleViolation)) throw error
            continue
          }
          expect(hazardActs[act].from).toContain(before.hazard.state)
          expect(hazard.id).toBe(id)
          // What was done stays done, by whatever act; what was owed is done, still owed, or its count began anew.
          for (const was of before.duties.filter(({ doneAt }) => doneAt !== null))
            if (act !== 'takeBack' && hazard.state !== 'voided')
              expect(
                duties.some(({ duty, doneAt }) => duty === was.duty && doneAt !== null) || isRepeated(was.duty),
              ).toBe(true)
          expect(hazard.next?.duty).toBe(nextDuty(duties)?.duty)
          if (hazard.state === 'ordered' || hazard.state === 'uncorrected' || hazard.state === 'found')
            expect(hazard.next).not.toBeNull()
          if (hazard.state === 'ordered') expect(hazard.term).not.toBeNull()
          expect((hazard.state === 'closed') === (hazard.closedOn !== null)).toBe(true)
          expect(hazard.sealedOn === null || hazard.bodyKind === 'brigade').toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
  it('no act leads out of a closed or struck hazard but the report that is owed', () => {
    for (const state of ['closed', 'voided'] as const)
      expect(openActs(hazardActs, { ...found('2026-09-28'), state }).filter((act) => act !== 'reportSerious')).toEqual(
        [],
      )
  })
})

/** Duties whose count begins anew with a later act. */
const isRepeated = (duty: string): boolean =>
  ['recheck-on-application', 'answer-extension', 'look-again', 'decide-release', 'end-seal', 'report-serious'].includes(
    duty,
  )

it('every act and duty cites an article that the program knows, and has words in both languages', () => {
  for (const lang of ['zh', 'en'] as const) {
    const words: Readonly<Record<string, Readonly<Record<string, string>>>> = messages[lang] as never
    for (const [act, { law, unless = {} }] of Object.entries(hazardActs)) {
      expect(citation(law, lang), act).toBeDefined()
      expect(words.acts, act).toHaveProperty([`hazard.${act}`])
      for (const ground of Object.keys(unless)) expect(words.grounds).toHaveProperty([ground])
    }
    for (const { duty, law } of hazardDuties) {
      expect(citation(law, lang), duty).toBeDefined()
      expect(words.duties).toHaveProperty([duty])
    }
  }
})
it('README shows the life cycle as it is', () => {
  expect(readFileSync(new URL('./README.md', import.meta.url), 'utf8')).toContain(diagram(hazardActs))
})
