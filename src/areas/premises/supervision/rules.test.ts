import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { premisesKinds } from '../codes.ts'
import { measureKeys } from '../record-contract.ts'
import { keyUnitRules, smallPremises, supervisionLists } from './codes.ts'
import { type Judged, settleSupervision, supervisionRules } from './rules.ts'

const tables = { keyUnits: keyUnitRules, small: smallPremises, lists: supervisionLists }
const national = supervisionRules(tables, '990101', '2026-11-27')
const fujian = supervisionRules(tables, '350102', '2026-11-27')
const beijing = supervisionRules(tables, '110101', '2026-11-27')

const nothing = Object.fromEntries(measureKeys.map((key) => [key, null])) as Record<(typeof measureKeys)[number], null>
const unit = (kind: string | null, measures: Partial<Judged> = {}): Judged => ({
  form: 'unit',
  tags: [],
  ...nothing,
  ...measures,
  kind,
})

describe('公通字〔2001〕97号: key units', () => {
  it.each([
    ['SHOP-MALL', { areaM2: 1000 }, ['MALL']],
    ['SHOP-MALL', { areaM2: 999 }, []],
    ['HOTEL-HOTEL', { rooms: 50 }, ['HOTEL']],
    ['ENT-KTV', { areaM2: 200 }, ['ENT']],
    ['CARE-HOSP', { beds: 50 }, ['HOSP']],
    ['SCH-NURS', { boarders: 50 }, ['NURS']],
    ['WORK-GARMENT', { staff: 100 }, ['LABOUR']],
    ['OFF-GOV', {}, ['GOV']],
    ['HAZ-FUEL', {}, ['FUEL']],
  ] as const)('%s %o', (kind, measures, criteria) => {
    const due = national.dueOf(unit(kind, measures))
    expect(due.criteria).toEqual(criteria)
    if (criteria.length > 0) expect(due).toMatchObject({ body: 'brigade', list: 'KEY' })
  })
  it("a province's own variant takes the national one's place", () => {
    const mall = unit('SHOP-MALL', { areaM2: 2000 })
    expect(national.criteriaOf(mall)).toEqual(['MALL'])
    expect(fujian.criteriaOf(mall)).toEqual([])
    expect(fujian.criteriaOf(unit('SHOP-MALL', { areaM2: 3000 }))).toEqual(['MALL-35'])
    expect(beijing.criteriaOf(unit('CATER-REST', { areaM2: 2000 }))).toEqual(['CATER-11'])
    expect(national.criteriaOf(unit('CATER-REST', { areaM2: 2000 }))).toEqual([])
  })
  it('what is not known reaches no step', () => expect(national.criteriaOf(unit('HOTEL-HOTEL'))).toEqual([]))
})

describe('山东省规定 art. 30: small premises', () => {
  it.each([
    ['SHOP-STORE', { areaM2: 299 }, 'SMALL'],
    ['SHOP-STORE', { areaM2: 300 }, 'LARGE'],
    ['CATER-REST', { diners: 99 }, 'SMALL'],
    ['CATER-REST', { diners: 100 }, 'LARGE'],
    ['SCH-SCHOOL', { pupils: 499 }, 'SMALL'],
    ['SCH-SCHOOL', { pupils: 500 }, 'LARGE'],
    ['WORK-METAL', { staff: 49, boarders: 30 }, 'LARGE'],
    ['OFF-OFFICE', {}, 'GENERAL'],
  ] as const)('%s %o is on the list %s', (kind, measures, list) =>
    expect(national.dueOf(unit(kind, measures)).list).toBe(list),
  )
})

it('property companies, committees, estates and buildings are the station’s (Decree 120, art. 3)', () => {
  for (const form of ['company', 'committee', 'estate', 'building'] as const)
    expect(national.dueOf({ ...unit(null), form })).toMatchObject({ body: 'station', list: 'RESID' })
})

const judged = fc.record({
  form: fc.constantFrom('unit', 'estate', 'building', 'company', 'committee'),
  kind: fc.constantFrom(null, ...premisesKinds.entries.map(({ code }) => code)),
  tags: fc.constant([] as string[]),
  ...Object.fromEntries(measureKeys.map((key) => [key, fc.option(fc.integer({ min: 0, max: 5000 }))])),
}) as unknown as fc.Arbitrary<Judged>

describe('always', () => {
  it('every record has one body and a list of that body', () =>
    fc.assert(
      fc.property(judged, (facts) => {
        const due = national.dueOf(facts)
        expect(national.bodyOf(due.list)).toBe(due.body)
      }),
    ))
  it('a record on another body’s hands is proposed, until a person decided on these very grounds', () =>
    fc.assert(
      fc.property(judged, fc.constantFrom('brigade', 'station', 'street'), (facts, supervisorKind) => {
        const due = national.dueOf(facts)
        const standing = { supervisorKind, list: due.list, keptCriteria: null } as const
        const first = settleSupervision(due, standing, true, national.bodyOf)
        expect(national.bodyOf(first.list)).toBe(supervisorKind)
        expect(first.proposed).toBe(due.body !== supervisorKind)
        const kept = { ...standing, keptCriteria: [due.body, ...due.criteria] }
        expect(settleSupervision(due, kept, true, national.bodyOf).proposed).toBe(false)
        expect(settleSupervision(due, standing, false, national.bodyOf).proposed).toBe(false)
      }),
    ))
  it('what the police assigned to a station stays on its list', () => {
    const due = national.dueOf(unit('SHOP-STORE', { areaM2: 50 }))
    const named = { supervisorKind: 'station', list: 'NAMED', keptCriteria: ['station'] } as const
    expect(settleSupervision(due, named, true, national.bodyOf)).toEqual({ list: 'NAMED', proposed: false })
  })
})
