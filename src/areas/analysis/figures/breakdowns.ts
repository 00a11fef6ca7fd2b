/** Breakdowns of fires: lines with names, unknown ones as lines of their own, always adding up to the total. */
import { type CodeTable, findCode } from '../../../kernel/codes.ts'
import type { Words } from '../../../kernel/words.ts'
import { type Dimension, dimensions, type Part, type RangeKey, rangeKeys } from './contract.ts'
import type { Grouping, GroupTally } from './tally.ts'

interface Place {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** What codes and ids are called. */
export interface Names {
  readonly places: CodeTable
  readonly causes: CodeTable
  readonly severities: CodeTable
  readonly stations: readonly Place[]
  readonly streets: readonly Place[]
  readonly communities: readonly Place[]
  /** The day on which codes are looked up: the period's last. */
  readonly day: string
}

/** Nobody filled it in. */
export const unknownCode = 'none'
/** 原因待查 is not a result: it stands on its own line. */
const pendingCode = 'PEND'

type Line = Pick<Part, 'code' | 'parent'>
type Named = Words & { short?: string; ref?: string }
interface Way {
  readonly grouping: Grouping
  readonly lineOf: (tally: GroupTally) => Line
  /** Lines that are shown even at zero, in their own order. */
  readonly fixed?: (names: Names) => readonly string[]
  readonly nameOf: (code: string, names: Names) => Named | undefined
  readonly unknown: Words
}

const plain = (code: string | null): Line => ({ code: code ?? unknownCode, parent: null })
const bands = Array.from({ length: 12 }, (_, band) => bandOf(band * 2))
/** The two-hour band of an hour: 08-10. */
function bandOf(hour: number): string {
  const start = Math.floor(hour / 2) * 2
  return `${String(start).padStart(2, '0')}-${String(start + 2).padStart(2, '0')}`
}
/** The hours of a band's code. */
export const hoursOf = (band: string): number[] => [Number(band.slice(0, 2)), Number(band.slice(0, 2)) + 1]

const inTable = (table: CodeTable, code: string, day: string) => {
  const entry = findCode(table, code, day)
  if (!entry) return undefined
  const short = entry.props?.short
  return { zh: entry.zh, en: entry.en, ...(typeof short === 'string' ? { short } : {}) }
}
const called = (list: readonly Place[], id: string, former: Words): Named => {
  const found = list.find((one) => one.id === id)
  return found === undefined ? former : { zh: found.name, en: found.name, ref: found.code }
}
const unfilled: Words = { zh: '未填报', en: 'Not filled in' }
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

function subCauseName(code: string, { causes, day }: Names) {
  const found = inTable(causes, code, day)
  const isCause = causes.entries.some((entry) => entry.code === code && entry.parent === undefined)
  const divided = causes.entries.some(({ parent }) => parent === code)
  if (!found || !isCause || !divided) return found
  return { zh: `${found.zh}（未细分）`, en: `${found.en} (not specified)`, short: found.zh }
}

const ways: Readonly<Record<Dimension, Way>> = {
  place: {
    grouping: 'placeCause',
    lineOf: ({ a }) => plain(a),
    nameOf: (code, { places, day }) => inTable(places, code, day),
    unknown: { zh: '场所未填报', en: 'Place not filled in' },
  },
  cause: {
    grouping: 'causeSub',
    lineOf: ({ a }) => plain(a),
    nameOf: (code, { causes, day }) => inTable(causes, code, day),
    unknown: { zh: '原因未填报', en: 'Cause not filled in' },
  },
  subCause: {
    grouping: 'causeSub',
    // A fire with a cause and no second level keeps its cause's code.
    lineOf: ({ a, b }) => ({ code: b ?? a ?? unknownCode, parent: a }),
    nameOf: subCauseName,
    unknown: { zh: '原因未填报', en: 'Cause not filled in' },
  },
  severity: {
    grouping: 'severity',
    lineOf: ({ a }) => plain(a),
    fixed: ({ severities }) => severities.entries.map(({ code }) => code),
    nameOf: (code, { severities, day }) => inTable(severities, code, day),
    unknown: { zh: '未定级', en: 'Not classed' },
  },
  station: {
    grouping: 'station',
    lineOf: ({ a }) => plain(a),
    fixed: ({ stations }) => stations.map(({ id }) => id),
    nameOf: (code, { stations }) => called(stations, code, { zh: '已撤销派出所', en: 'Former station' }),
    unknown: { zh: '辖区不明', en: 'Station not known' },
  },
  street: {
    grouping: 'streetCommunity',
    lineOf: ({ a }) => plain(a),
    nameOf: (code, { streets }) => called(streets, code, { zh: '已撤销街道', en: 'Former street' }),
    unknown: { zh: '街道不明', en: 'Street not known' },
  },
  community: {
    grouping: 'streetCommunity',
    lineOf: ({ b }) => plain(b),
    nameOf: (code, { communities }) => called(communities, code, { zh: '已撤销社区', en: 'Former community' }),
    unknown: { zh: '社区不明', en: 'Community not known' },
  },
  hour: {
    grouping: 'weekdayHour',
    lineOf: ({ b }) => plain(b === null ? null : bandOf(Number(b))),
    fixed: () => bands,
    nameOf: (code) => {
      const [from = 0] = hoursOf(code)
      return { zh: `${from}时至${from + 2}时`, en: code.replace('-', '–') }
    },
    unknown: unfilled,
  },
  weekday: {
    grouping: 'weekdayHour',
    lineOf: ({ a }) => plain(a),
    fixed: () => ['1', '2', '3', '4', '5', '6', '7'],
    nameOf: (code) => ({
      zh: `星期${'一二三四五六日'[Number(code) - 1] ?? ''}`,
      en: weekdays[Number(code) - 1] ?? code,
    }),
    unknown: unfilled,
  },
  urban: {
    grouping: 'urban',
    lineOf: ({ a }) => plain(a),
    fixed: () => ['urban', 'rural'],
    nameOf: (code) => (code === 'urban' ? { zh: '城市', en: 'Urban' } : { zh: '农村', en: 'Rural' }),
    unknown: { zh: '城乡未填报', en: 'Urban or rural not filled in' },
  },
}

interface Sum extends Line {
  fires: Record<RangeKey, number>
  lossFen: number
  lossKnown: number
  casualties: number
}

/** Adds the tallies of one dimension up, line by line. */
function summed(way: Way, tallies: readonly GroupTally[], names: Names): Sum[] {
  const sums = new Map<string, Sum>()
  const lineFor = ({ code, parent }: Line): Sum => {
    const found = sums.get(code) ?? {
      code,
      parent,
      fires: { period: 0, previous: 0, lastYear: 0 },
      lossFen: 0,
      lossKnown: 0,
      casualties: 0,
    }
    sums.set(code, found)
    return found
  }
  for (const code of way.fixed?.(names) ?? []) lineFor({ code, parent: null })
  for (const tally of tallies) {
    const sum = lineFor(way.lineOf(tally))
    sum.fires[tally.range] += tally.fires
    if (tally.range !== 'period') continue
    sum.lossFen += tally.lossFen
    sum.lossKnown += tally.lossKnown
    sum.casualties += tally.casualties
  }
  return [...sums.values()]
}

/** Lines that stand apart, at the end: what is not filled in, and before it what is still being looked into. */
export const standsApart = ({ code }: Pick<Part, 'code'>): boolean => code === unknownCode || code === pendingCode
const lastness = ({ code }: Line) => (code === unknownCode ? 2 : code === pendingCode ? 1 : 0)

/** The larger first; of equal ones the dearer, then by code, so that the order is the same every time. */
const larger = (a: Part, b: Part) =>
  lastness(a) - lastness(b) ||
  b.fires - a.fires ||
  (b.lossFen ?? 0) - (a.lossFen ?? 0) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

/** The breakdown of one dimension. `known` says of which ranges there are records at all. */
function breakdown(
  dimension: Dimension,
  groups: readonly GroupTally[],
  names: Names,
  known: Readonly<Record<RangeKey, boolean>>,
): Part[] {
  const way = ways[dimension]
  const tallies = groups.filter(({ grouping }) => grouping === way.grouping)
  const parts = summed(way, tallies, names).map(({ code, parent, fires, lossFen, lossKnown, casualties }): Part => {
    const named = code === unknownCode ? way.unknown : way.nameOf(code, names)
    const { zh, en, short = zh, ref = code }: Named = named ?? { zh: code, en: code }
    return {
      code,
      ref,
      parent,
      name: { zh, en },
      short,
      fires: fires.period,
      previousFires: known.previous ? fires.previous : null,
      lastYearFires: known.lastYear ? fires.lastYear : null,
      lossFen: lossKnown > 0 ? lossFen : fires.period > 0 ? null : 0,
      lossMissing: fires.period - lossKnown,
      casualties,
    }
  })
  const inOwnOrder = way.fixed !== undefined && dimension !== 'station'
  return inOwnOrder ? parts.sort((a, b) => lastness(a) - lastness(b)) : parts.sort(larger)
}

/** All breakdowns of the period's fires. */
export const breakdownsOf = (
  groups: readonly GroupTally[],
  names: Names,
  known: Readonly<Record<RangeKey, boolean>> = { period: true, previous: true, lastYear: true },
): Record<Dimension, Part[]> =>
  Object.fromEntries(dimensions.map((d) => [d, breakdown(d, groups, names, known)])) as Record<Dimension, Part[]>

/** The first lines, the rest of them as one sum, and those that stand apart; all together are the total. */
export function leading(parts: readonly Part[], n: number) {
  const proper = parts.filter((part) => !standsApart(part) && part.fires > 0)
  const sorted = [...proper].sort(larger)
  const rest = sorted.slice(n)
  return {
    top: sorted.slice(0, n),
    rest: { kinds: rest.length, fires: rest.reduce((sum, { fires }) => sum + fires, 0) },
    apart: parts.filter((part) => standsApart(part) && part.fires > 0),
  }
}

export const totalOf = (parts: readonly Part[], range: RangeKey = 'period'): number =>
  parts.reduce((sum, part) => sum + (firesIn(part, range) ?? 0), 0)

export const firesIn = (part: Part, range: RangeKey): number | null =>
  ({ period: part.fires, previous: part.previousFires, lastYear: part.lastYearFires })[range]

/** Whether there is anything to say of a range. */
export const everyRange = <T>(of: (range: RangeKey) => T): Record<RangeKey, T> =>
  Object.fromEntries(rangeKeys.map((range) => [range, of(range)])) as Record<RangeKey, T>
