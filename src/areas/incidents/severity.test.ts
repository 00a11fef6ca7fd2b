import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severityClasses, severityRules } from './codes.ts'
import { classifier, deathWindow, type Harm, isMinorFire } from './severity.ts'

const none: Harm = {
  deaths: null,
  seriousInjuries: null,
  minorInjuries: null,
  households: null,
  directLossFen: null,
  economicLossFen: null,
}
const yuan = (wan: number) => wan * 10_000 * 100
const classes = classifier(severityRules)
const stat = (harm: Partial<Harm>, day: string) => classes({ ...none, ...harm }, day).statClass
const accident = (harm: Partial<Harm>, day = '2026-01-01') => classes({ ...none, ...harm }, day).accidentClass

describe('class by statistics from 2025-05-01 (art. 10)', () => {
  const on = '2025-05-01'
  it.each([
    [{ deaths: 2 }, 'ordinary'],
    [{ deaths: 3 }, 'larger'],
    [{ deaths: 10 }, 'major'],
    [{ deaths: 30 }, 'extreme'],
    [{ seriousInjuries: 9 }, 'ordinary'],
    [{ seriousInjuries: 8, deaths: 2 }, 'larger'],
    [{ households: 9 }, 'ordinary'],
    [{ households: 10 }, 'larger'],
    [{ households: 5000 }, 'larger'],
    [{ directLossFen: yuan(3000) - 1 }, 'ordinary'],
    [{ directLossFen: yuan(3000) }, 'larger'],
    [{ directLossFen: yuan(10_000) }, 'major'],
    [{ directLossFen: yuan(30_000) }, 'extreme'],
  ] as const)('%o is %s', (harm, expected) => expect(stat(harm, on)).toBe(expected))
})

describe('class by statistics to 2025-04-30 (notice of 2007)', () => {
  const on = '2025-04-30'
  it.each([
    [{ seriousInjuries: 8, deaths: 2 }, 'ordinary'],
    [{ seriousInjuries: 10 }, 'larger'],
    [{ households: 500 }, 'ordinary'],
    [{ directLossFen: yuan(1000) }, 'larger'],
    [{ directLossFen: yuan(10_000) }, 'extreme'],
  ] as const)('%o is %s', (harm, expected) => expect(stat(harm, on)).toBe(expected))
})

describe('class as a production accident (Decree 493)', () => {
  it('goes by economic loss', () => {
    expect(accident({ directLossFen: yuan(900), economicLossFen: yuan(1000) })).toBe('larger')
  })
  it('counts serious injuries alone', () => expect(accident({ deaths: 2, seriousInjuries: 8 })).toBe('ordinary'))
})

describe('轻微火灾', () => {
  it('is under 1,000 元 without casualties', () => {
    expect(isMinorFire({ ...none, directLossFen: 99_999 })).toBe(true)
    expect(isMinorFire({ ...none, directLossFen: 100_000 })).toBe(false)
    expect(isMinorFire({ ...none, directLossFen: 0, minorInjuries: 1 })).toBe(false)
  })
  it('is not claimed where the loss is unknown', () => expect(isMinorFire(none)).toBe(false))
})

it('the window for deaths grew from 7 to 30 days on 2025-05-01', () => {
  expect([deathWindow('2025-04-30'), deathWindow('2025-05-01')]).toEqual([7, 30])
})

it('more harm never makes a lower class, on either side of the change', () => {
  const harm = fc.record({
    deaths: fc.nat(60),
    seriousInjuries: fc.nat(200),
    minorInjuries: fc.nat(9),
    households: fc.nat(100),
    directLossFen: fc.nat(yuan(1000)).map((n) => n * 50),
    economicLossFen: fc.constant(null),
  })
  const rank = (h: Harm, day: string) => severityClasses.indexOf(classes(h, day).statClass)
  fc.assert(
    fc.property(harm, fc.nat(20), fc.constantFrom('2025-04-30', '2025-05-01'), (h, more, day) => {
      expect(rank({ ...h, deaths: h.deaths + more }, day)).toBeGreaterThanOrEqual(rank(h, day))
      expect(rank({ ...h, directLossFen: h.directLossFen * 2 }, day)).toBeGreaterThanOrEqual(rank(h, day))
    }),
  )
})

it('a rule that an edit broke is named, and the others still class', () => {
  const entries = severityRules.entries.map((entry) => (entry.until === '2025-05-01' ? { ...entry, props: {} } : entry))
  const classify = classifier({ ...severityRules, entries })
  expect(classify(none, '2025-05-01').statClass).toBe('ordinary')
  const broken = { rule: 'code-entry-unsound', detail: { table: 'severity-rule', code: 'statistics', field: 'deaths' } }
  expect(() => classify(none, '2025-04-30')).toThrow(expect.objectContaining(broken))
})
