import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper } from '../../../app/testing/premises.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Premises } from '../record-contract.ts'
import { canonical, isEmpty, same, slots } from './fields.ts'
import { type Choices, conflictsOf, merged, type Side } from './merge.ts'
import { undone } from './undo.ts'

const shop: Premises = {
  ...cornerShop,
  id: 'a',
  premisesNo: '1',
  state: 'open',
  stateSince: null,
  mergedInto: null,
  street: null,
  supervisor: 'station-1',
  station: 'station-1',
  list: 'SMALL',
  officer: null,
  contacts: shopKeeper,
  criteria: [],
  dueBody: 'station',
  keptCriteria: null,
  proposed: false,
  expiresOn: null,
  dueMonths: 6,
  dueOn: null,
  openHazards: 0,
  version: 1,
  enteredAt: '2026-05-01T00:00:00.000Z',
}
const other = (change: Partial<Premises>): Premises => ({ ...shop, id: 'b', premisesNo: '2', ...change })
const groundOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof RuleViolation) return { rule: error.rule, ...error.detail }
    throw error
  }
  return undefined
}

describe('what follows by itself', () => {
  it('takes what one side alone knows, unites lists, adds up', () => {
    const keep = { ...shop, staff: null, tags: ['OLD'], openHazards: 2, lastInspectedOn: '2026-03-01' }
    const drop = other({
      staff: 5,
      tags: ['EBIKE', 'OLD'],
      openHazards: 1,
      lastInspectedOn: '2026-04-01',
      facilities: [{ kind: 'ALARM', count: 1, expiresOn: null }],
    })
    expect(conflictsOf(keep, drop)).toEqual([])
    expect(merged(keep, drop, {})).toMatchObject({
      id: 'a',
      premisesNo: '1',
      staff: 5,
      tags: ['EBIKE', 'OLD'],
      openHazards: 3,
      lastInspectedOn: '2026-04-01',
      facilities: [
        { kind: 'EXT', count: 2 },
        { kind: 'ALARM', count: 1 },
      ],
    })
  })
  it('fills one facility from the other where they do not contradict', () => {
    const keep = { ...shop, facilities: [{ kind: 'EXT', count: null, expiresOn: '2027-05-01' }] }
    const drop = other({ facilities: [{ kind: 'EXT', count: 4, expiresOn: null }] })
    expect(merged(keep, drop, {}).facilities).toEqual([{ kind: 'EXT', count: 4, expiresOn: '2027-05-01' }])
  })
})

describe('what contradicts', () => {
  it('needs a choice each, and names all that lack one', () => {
    const drop = other({
      name: '新华书店',
      areaM2: 90,
      lng: 122.9051,
      contacts: { ...shopKeeper, responsibleName: '朱岚' },
      facilities: [{ kind: 'EXT', count: 3, expiresOn: '2027-05-01' }],
    })
    const fields = ['name', 'areaM2', 'point', 'responsibleName', 'facilities.EXT']
    expect(conflictsOf(shop, drop)).toEqual(fields)
    expect(groundOf(() => merged(shop, drop, { name: 'keep' }))).toEqual({
      rule: 'choice-missing',
      fields: fields.filter((field) => field !== 'name'),
    })
    const choices: Choices = {
      name: 'keep',
      areaM2: 'drop',
      point: 'drop',
      responsibleName: 'drop',
      'facilities.EXT': 'drop',
    }
    expect(merged(shop, drop, choices)).toMatchObject({
      name: shop.name,
      areaM2: 90,
      lng: 122.9051,
      lat: shop.lat,
      contacts: { responsibleName: '朱岚' },
      facilities: [{ count: 3 }],
    })
  })
  it('asks for the supervising body, and its list, officer and station go with it', () => {
    const drop = other({ supervisor: 'brigade', list: 'KEY', officer: 'qian', station: 'station-2' })
    expect(conflictsOf(shop, drop)).toEqual(['supervisor'])
    expect(merged(shop, drop, { supervisor: 'drop' })).toMatchObject({
      supervisor: 'brigade',
      list: 'KEY',
      officer: 'qian',
      station: 'station-2',
    })
    expect(merged(shop, drop, { supervisor: 'keep' })).toMatchObject({ supervisor: 'station-1', list: 'SMALL' })
  })
  it('refuses one record twice, records of two forms, and merged ones', () => {
    expect(groundOf(() => merged(shop, shop, {}))).toEqual({ rule: 'same-record' })
    expect(groundOf(() => merged(shop, other({ form: 'estate' }), {}))).toEqual({ rule: 'different-forms' })
    expect(groundOf(() => merged(shop, other({ state: 'merged', mergedInto: 'c' }), {}))).toEqual({
      rule: 'already-merged',
    })
  })
})

describe('taken back', () => {
  const keep = { ...shop, staff: null, remarks: null }
  const drop = other({ staff: 5, remarks: '临街', tags: ['OLD'] })
  const after = merged(keep, drop, {})
  const merge = { keptBefore: keep, keptAfter: after, droppedBefore: drop }
  it('what was changed since stays, what was not goes back', () => {
    const now = { ...after, staff: 8, tags: ['EBIKE', 'OLD'], openHazards: after.openHazards + 1 }
    expect(undone(now, merge)).toMatchObject({ staff: 8, remarks: null, tags: ['EBIKE'], openHazards: 1 })
  })
  it('the body that a transfer named since stays, with its list', () => {
    const brigade = other({ supervisor: 'brigade', list: 'KEY' })
    const chosen = merged(shop, brigade, { supervisor: 'drop' })
    const now = { ...chosen, supervisor: 'station-2', station: 'station-2', list: 'SMALL' }
    const back = undone(now, { keptBefore: shop, keptAfter: chosen, droppedBefore: brigade })
    expect(back).toMatchObject({ supervisor: 'station-2', station: 'station-2', list: 'SMALL' })
  })
})

const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)
const facility = fc.record({
  kind: fc.constantFrom('EXT', 'ALARM', 'DOOR'),
  count: maybe(0, 2, 4),
  expiresOn: maybe('2027-01-01', '2028-01-01'),
})
const paper = fc.record({
  kind: fc.constantFrom('LICENCE', 'ELEC'),
  no: maybe('1', '2'),
  issuedOn: maybe('2025-01-01'),
  expiresOn: maybe('2027-01-01'),
  file: fc.constant(null),
})
const bodies = ['station-1', 'station-2', 'brigade', 'street-1']
const record = (id: string) =>
  fc
    .record({
      name: fc.constantFrom('甲店', '乙店'),
      kind: maybe('SHOP-STORE', 'CATER-REST'),
      uscc: maybe('91350100M000100Y43', '91512081MA62K0260E'),
      address: fc.constantFrom('', '柳荫路1号', '柳荫路2号'),
      point: maybe([122.9, 30.9] as const, [122.91, 30.9] as const),
      community: maybe('c1', 'c2'),
      areaM2: maybe(0, 80, 90),
      staff: maybe(0, 3),
      remarks: maybe('临街', '拐角'),
      supervisor: fc.constantFrom(...bodies),
      station: fc.constantFrom('station-1', 'station-2'),
      list: fc.constantFrom('SMALL', 'NAMED', 'KEY'),
      officer: maybe('qian', 'zhao'),
      state: fc.constantFrom('open' as const, 'paused' as const),
      stateSince: maybe('2026-01-01', '2026-02-01'),
      tags: fc.uniqueArray(fc.constantFrom('OLD', 'EBIKE', 'SELF')),
      facilities: fc.array(facility, { maxLength: 4 }),
      papers: fc.array(paper, { maxLength: 3 }),
      lastInspectedOn: maybe('2026-01-01', '2026-03-01'),
      openHazards: fc.nat(3),
      keptCriteria: maybe(['brigade', 'HOTEL'], ['brigade']),
      responsibleName: maybe('韩松', '朱岚'),
      responsiblePhone: maybe('19900001234', '19900005678'),
    })
    .map(({ point, station, responsibleName, responsiblePhone, tags, ...rest }): Premises => {
      const [lng = null, lat = null] = point ?? []
      return {
        ...other(rest),
        id,
        lng,
        lat,
        tags: [...tags].sort(),
        station: rest.supervisor.startsWith('station') ? rest.supervisor : station,
        contacts: { ...shopKeeper, responsibleName, responsiblePhone },
      }
    })
const sides = fc.infiniteStream(fc.constantFrom<Side>('keep', 'drop'))
const choose = (keep: Premises, drop: Premises, stream: Iterator<Side>): Choices =>
  Object.fromEntries(conflictsOf(keep, drop).map((field) => [field, stream.next().value as Side]))

describe('of any two records', () => {
  it('a merge and its undoing leave both as they were', () => {
    fc.assert(
      fc.property(record('a'), record('b'), sides, (keep, drop, stream) => {
        const after = merged(keep, drop, choose(keep, drop, stream))
        expect(undone(after, { keptBefore: keep, keptAfter: after, droppedBefore: drop })).toEqual(keep)
      }),
      { numRuns: 500 },
    )
  })
  it('the same is asked whichever is kept', () => {
    fc.assert(
      fc.property(record('a'), record('b'), (keep, drop) => {
        expect(conflictsOf(keep, drop).sort()).toEqual(conflictsOf(drop, keep).sort())
      }),
    )
  })
  it('no value is lost without a choice', () => {
    fc.assert(
      fc.property(record('a'), record('b'), sides, (keep, drop, stream) => {
        const asked = conflictsOf(keep, drop)
        const after = merged(keep, drop, choose(keep, drop, stream))
        for (const side of [keep, drop]) {
          for (const { field, of, goesWith } of slots) {
            const free = asked.includes(field) || asked.includes(goesWith?.(keep, drop) ?? '')
            if (!free && !isEmpty(of(side))) expect([field, of(after)]).toEqual([field, of(side)])
          }
          for (const tag of side.tags) expect(after.tags).toContain(tag)
          for (const one of side.papers) expect(after.papers.map(canonical)).toContain(canonical(one))
          for (const one of side.facilities.filter(({ kind }) => !asked.includes(`facilities.${kind}`)))
            expect(
              after.facilities.some(
                ({ kind, count, expiresOn }) =>
                  kind === one.kind &&
                  (one.count === null || count === one.count) &&
                  (one.expiresOn === null || expiresOn === one.expiresOn),
              ),
            ).toBe(true)
        }
        expect(after.openHazards).toBe(keep.openHazards + drop.openHazards)
      }),
      { numRuns: 500 },
    )
  })
  it('exactly one body supervises, through any merges and their undoing in turn', () => {
    const many = fc.tuple(record('a'), record('b'), record('c'), record('d'))
    const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(many, steps, sides, (start, walk, stream) => {
        const records = [...start]
        const done: { keep: number; drop: number; before: Premises[]; after: Premises }[] = []
        const isLive = (at: number) => !done.some(({ drop }) => drop === at)
        for (const [keep, drop, back] of walk) {
          const last = done.at(-1)
          if (back && last) {
            done.pop()
            const [kept, dropped] = last.before as [Premises, Premises]
            const now = records[last.keep] as Premises
            records[last.keep] = undone(now, { keptBefore: kept, keptAfter: last.after, droppedBefore: dropped })
          } else if (keep !== drop && isLive(keep) && isLive(drop)) {
            const before = [records[keep], records[drop]] as [Premises, Premises]
            const after = merged(...before, choose(...before, stream))
            expect(before.map(({ supervisor }) => supervisor)).toContain(after.supervisor)
            records[keep] = after
            done.push({ keep, drop, before, after })
          }
          for (const { supervisor } of records) expect(bodies).toContain(supervisor)
        }
        while (done.length > 0) {
          const { keep, before, after } = done.pop() as (typeof done)[number]
          const [kept, dropped] = before as [Premises, Premises]
          records[keep] = undone(records[keep] as Premises, {
            keptBefore: kept,
            keptAfter: after,
            droppedBefore: dropped,
          })
        }
        expect(records.every((one, at) => same(one, start[at]))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
