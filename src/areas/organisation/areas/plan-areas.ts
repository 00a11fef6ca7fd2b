/** From what a file says of areas to what becomes of each: new, changed, the same, or at fault. */
import { Area, type FeatureFault, type FeatureGround } from './contract.ts'
import { differing, faultOf, type Property, type Said } from './features.ts'
import { areaGrounds, refusalsOf, type Standing, treeOf } from './tree.ts'

export type AreaFacts = Omit<Area, 'id' | 'version'>
/** An area that a file brings. Where it is new, others of the file name it by `newId(code)`. */
export interface PlannedArea {
  readonly feature: number
  readonly before: Area | undefined
  readonly after: AreaFacts
  /** Empty where nothing changes; of a new one, all of them. */
  readonly fields: readonly string[]
}
export interface AreaPlan {
  /** Parents before their children. */
  readonly areas: readonly PlannedArea[]
  readonly faults: readonly FeatureFault[]
}

/** What stands already. */
export interface Known {
  readonly levels: readonly string[]
  readonly areas: readonly Area[]
  readonly stations: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

export const newId = (code: string) => `new:${code}`

const urbanWords: Readonly<Record<string, Area['urban']>> = {
  '': null,
  urban: 'urban',
  城市: 'urban',
  城镇: 'urban',
  城区: 'urban',
  rural: 'rural',
  农村: 'rural',
  乡村: 'rural',
}

/** Plans what was read without a fault. */
export function planAreas(said: readonly Said[], known: Known): AreaPlan {
  const faults: FeatureFault[] = []
  const beforeOf = new Map(known.areas.map((area) => [area.code, area]))
  const levels = levelFinder(said, known)
  const stations = finder(known.stations)
  const parents = finder([...known.areas, ...said.flatMap((one) => named(one, levels(one), beforeOf))])

  const areas = said.map((one): PlannedArea => {
    const before = beforeOf.get(one.code ?? '')
    const refuse = (property: Property, why: FeatureGround) =>
      faults.push(faultOf(one, property, why, one[property] ?? ''))
    const level = levels(one)
    const idOf = (property: 'parent' | 'station', text: string | undefined, find: Finder, among?: number) => {
      if (text === undefined) return before?.[property] ?? null
      if (text === '') return null
      const found = find(text, among)
      if (found.length !== 1) refuse(property, found.length > 1 ? `${property}-ambiguous` : `${property}-not-there`)
      return found[0]?.id ?? null
    }
    if (one.urban !== undefined && !Object.hasOwn(urbanWords, one.urban)) refuse('urban', 'urban-unknown')
    const parent = idOf('parent', one.parent, parents, level && level - 1)
    if (level === undefined && one.level) refuse('level', 'level-unknown')
    // A parent that is not there is fault enough.
    else if (level === undefined && one.code && !(one.parent && parent === null)) refuse('level', 'level-wanting')
    else if (before && level !== undefined && before.level !== level) refuse('level', 'level-fixed')
    const after: AreaFacts = {
      level: before?.level ?? level ?? 0,
      parent,
      code: one.code ?? '',
      name: one.name || (before?.name ?? ''),
      station: idOf('station', one.station, stations),
      body: before?.body ?? null,
      person: before?.person ?? null,
      urban: one.urban === undefined ? (before?.urban ?? null) : (urbanWords[one.urban] ?? null),
      polygon: one.polygon ? asShape(one.polygon) : (before?.polygon ?? null),
      active: before?.active ?? true,
    }
    for (const property of ['code', 'name'] as const)
      if (one.code && !Area.shape[property].safeParse(after[property]).success) refuse(property, `${property}-unfit`)
    const fields = before ? differing(without(before), after) : Object.keys(after)
    return { feature: one.feature, before, after, fields }
  })
  faults.push(...misplaced(areas, said, known, faults))
  return {
    areas: areas.toSorted((a, b) => a.after.level - b.after.level),
    faults: faults.toSorted((a, b) => a.feature - b.feature),
  }
}

const asShape = (polygon: NonNullable<Said['polygon']>) =>
  polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat]))
const without = ({ id: _, version: __, ...facts }: Area): AreaFacts => facts

/** What the tree, as the file would leave it, refuses; a feature with a fault of its own is not asked twice. */
function misplaced(
  areas: readonly PlannedArea[],
  said: readonly Said[],
  { areas: standing, levels, stations }: Known,
  faults: readonly FeatureFault[],
) {
  const bad = new Set(faults.map(({ feature }) => feature))
  const after = new Map<string, Standing>(standing.map((area) => [area.id, area]))
  for (const { before, after: facts } of areas) {
    const id = before?.id ?? newId(facts.code)
    after.set(id, { id, ...facts })
  }
  const tree = treeOf(
    [...after.values()],
    levels.length,
    stations.map(({ id }) => id),
  )
  return areas.flatMap(({ feature, before, after: facts }, i) => {
    const one = said[i]
    if (!one?.code || bad.has(feature)) return []
    return refusalsOf({ ...facts, id: before?.id ?? newId(facts.code) }, tree).map((why) => {
      const { property } = areaGrounds[why]
      return faultOf(one, property, why, property === 'active' ? '' : (one[property] ?? ''))
    })
  })
}

/** A new area of the file, as others of the file may name it. */
const named = ({ code, name }: Said, level: number | undefined, beforeOf: ReadonlyMap<string, Area>) =>
  code && !beforeOf.has(code) ? [{ id: newId(code), code, name: name ?? '', level }] : []

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level?: number | undefined
}
type Finder = (text: string, level?: number) => readonly Named[]

/** Finds by code; where there is none of that code, by name. */
function finder(things: readonly Named[]): Finder {
  const codes = new Map(things.map((thing) => [thing.code, thing]))
  const names = Map.groupBy(things, ({ name }) => name)
  return (text, level) => {
    const byCode = codes.get(text)
    if (byCode) return [byCode]
    return (names.get(text) ?? []).filter(
      (thing) => level === undefined || thing.level === undefined || thing.level === level,
    )
  }
}

/** The level that a feature gives by number or name, has already, or has as a child of its parent. */
function levelFinder(said: readonly Said[], { areas, levels }: Known) {
  const standing = new Map(areas.map((area) => [area.code, area]))
  const brought = new Map(said.map((one) => [one.code ?? '', one]))
  const ofName = Map.groupBy(
    [...areas, ...said.filter(({ code }) => code && !standing.has(code))],
    ({ name }) => name ?? '',
  )
  const named = (parent: string) => {
    const known = standing.get(parent) ?? brought.get(parent)
    const [only, another] = ofName.get(parent) ?? []
    return known ?? (another ? undefined : only)
  }
  const levelOf = (one: Said, above = 0): number | undefined => {
    const { level, code = '', parent } = one
    if (level) {
      const number = levels.indexOf(level) + 1 || Number(level)
      return Number.isInteger(number) && number >= 1 && number <= levels.length ? number : undefined
    }
    const before = standing.get(code)
    if (before) return before.level
    // No area stands below more than there are levels: whoever goes on goes round, or for ever.
    const higher = parent && above < levels.length ? named(parent) : undefined
    if (!higher) return undefined
    const known = 'id' in higher ? higher.level : levelOf(higher, above + 1)
    return known === undefined ? undefined : known + 1
  }
  return (one: Said) => levelOf(one)
}
