import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causes, placeKinds, severityNames } from '../../incidents/codes.ts'
import { breakdownsOf, leading, type Names, totalOf } from './breakdowns.ts'
import { dimensions, type RangeKey, rangeKeys } from './contract.ts'
import { aliasesOf, ranked } from './ranking.ts'
import { type Grouping, type GroupTally, groupings } from './tally.ts'

const names: Names = {
  places: placeKinds,
  causes,
  severities: severityNames,
  stations: [
    { id: 's1', code: 'P1', name: '临江路派出所' },
    { id: 's2', code: 'P2', name: '青石桥派出所' },
    { id: 's3', code: 'P3', name: '北塔派出所' },
  ],
  streets: [{ id: 't1', code: 'T1', name: '临江街道' }],
  communities: [{ id: 'c1', code: 'C1', name: '柳荫社区' }],
  day: '2026-06-30',
}
const tally = (
  grouping: Grouping,
  a: string | null,
  b: string | null,
  fires: number,
  range: RangeKey = 'period',
): GroupTally => ({ range, grouping, a, b, fires, lossFen: fires * 100, lossKnown: fires, casualties: 0 })

describe('§3.5 causes', () => {
  const { cause, subCause } = breakdownsOf(
    [
      tally('causeSub', 'ELEC', 'ELEC-SHORT', 5),
      tally('causeSub', 'ELEC', null, 2),
      tally('causeSub', 'LIGH', null, 1),
      tally('causeSub', 'PEND', null, 9),
      tally('causeSub', null, null, 3),
      tally('causeSub', 'ELEC', 'ELEC-SHORT', 4, 'previous'),
    ],
    names,
  )
  it('原因待查 and 未填报 stand on lines of their own, at the end', () => {
    expect(cause.map(({ name, fires, previousFires }) => [name.zh, fires, previousFires])).toEqual([
      ['电气火灾', 7, 4],
      ['雷击', 1, 0],
      ['原因待查', 9, 0],
      ['原因未填报', 3, 0],
    ])
  })
  it('a cause without its second level is a line beside those that have one', () => {
    expect(subCause.map(({ name, parent, fires }) => [name.zh, parent, fires])).toEqual([
      ['短路', 'ELEC', 5],
      ['电气火灾（未细分）', 'ELEC', 2],
      ['雷击', 'LIGH', 1],
      ['原因待查', 'PEND', 9],
      ['原因未填报', null, 3],
    ])
  })
  it('leads with known causes only, whatever the size of the others', () => {
    const { top, rest, apart } = leading(cause, 1)
    expect([top.map(({ code }) => code), rest.fires, apart.map(({ fires }) => fires)]).toEqual([['ELEC'], 1, [9, 3]])
  })
})

describe('stations', () => {
  const { station } = breakdownsOf(
    [tally('station', 's2', null, 4), tally('station', 's3', null, 4), tally('station', null, null, 1)],
    names,
  )
  it('without a fire are listed too', () => {
    expect(station.map(({ name, fires }) => [name.zh, fires])).toEqual([
      ['青石桥派出所', 4],
      ['北塔派出所', 4],
      ['临江路派出所', 0],
      ['辖区不明', 1],
    ])
  })
  it('share a rank where they have as many fires', () => {
    expect(ranked(station).map(({ rank, code }) => [rank, code])).toEqual([
      [1, 's2'],
      [1, 's3'],
      [3, 's1'],
    ])
  })
  it('are letters in the meeting version', () => {
    expect([...aliasesOf(station)]).toEqual([
      ['s2', 'A所'],
      ['s3', 'B所'],
      ['s1', 'C所'],
    ])
  })
})

it('a line of an unknown loss is unknown, not zero', () => {
  const { place } = breakdownsOf([{ ...tally('placeCause', 'RES', 'ELEC', 2), lossFen: 0, lossKnown: 0 }], names)
  expect(place[0]).toMatchObject({ lossFen: null, lossMissing: 2 })
})

const code = (...codes: string[]) => fc.option(fc.constantFrom(...codes))
const anyTally = fc.record({
  range: fc.constantFrom(...rangeKeys),
  fires: fc.integer({ min: 1, max: 500 }),
  place: code('RES', 'SHOP', 'OTHR', 'GONE', 'constructor', '__proto__'),
  cause: code('ELEC', 'LIFE', 'PEND', 'GONE'),
  sub: code('ELEC-SHORT', 'LIFE-COOK'),
  station: code('s1', 's2', 'gone'),
  hour: fc.integer({ min: 0, max: 23 }),
  weekday: fc.integer({ min: 1, max: 7 }),
})

it('the lines of every breakdown add up to the total, whatever the records', () => {
  fc.assert(
    fc.property(fc.array(anyTally, { maxLength: 40 }), (records) => {
      const groups = records.flatMap(({ range, fires, place, cause, sub, station, hour, weekday }) => {
        const keys: Record<Grouping, [string | null, string | null]> = {
          placeCause: [place, cause],
          causeSub: [cause, cause === null ? null : sub],
          severity: [null, null],
          station: [station, null],
          streetCommunity: [null, null],
          weekdayHour: [String(weekday), String(hour)],
          urban: [null, null],
        }
        return groupings.map((grouping) => tally(grouping, ...keys[grouping], fires, range))
      })
      const breakdowns = breakdownsOf(groups, names)
      for (const range of rangeKeys) {
        const total = records.filter((r) => r.range === range).reduce((sum, { fires }) => sum + fires, 0)
        for (const dimension of dimensions) expect(totalOf(breakdowns[dimension], range)).toBe(total)
      }
      for (const dimension of dimensions)
        for (const n of [0, 1, 3]) {
          const { top, rest, apart } = leading(breakdowns[dimension], n)
          const shown = [...top, ...apart].reduce((sum, { fires }) => sum + fires, rest.fires)
          expect(shown).toBe(totalOf(breakdowns[dimension]))
        }
    }),
  )
})
