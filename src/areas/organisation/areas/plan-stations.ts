/** From what a file says of stations to what becomes of each: new, changed, the same, or at fault. */
import { Body } from '../contract.ts'
import type { FeatureFault, FeatureGround } from './contract.ts'
import { differing, faultOf, type Said } from './features.ts'

export type StationFacts = Omit<Body, 'id' | 'version'>
export interface PlannedStation {
  readonly feature: number
  readonly before: Body | undefined
  readonly after: StationFacts
  readonly fields: readonly string[]
}
export interface StationPlan {
  readonly stations: readonly PlannedStation[]
  readonly faults: readonly FeatureFault[]
}

/** Plans what was read without a fault. A station's parent is a body that is there, by code. */
export function planStations(said: readonly Said[], bodies: readonly Body[]): StationPlan {
  const byCode = new Map(bodies.map((body) => [body.code, body]))
  const faults: FeatureFault[] = []
  const stations = said.map((one): PlannedStation => {
    const before = byCode.get(one.code ?? '')
    const refuse = (property: 'code' | 'name' | 'parent', ground: FeatureGround) =>
      faults.push(faultOf(one, property, ground, one[property] ?? ''))
    if (before && before.kind !== 'station') refuse('code', 'code-of-other-body')
    const parent = one.parent ? byCode.get(one.parent)?.id : null
    if (parent === undefined) refuse('parent', 'parent-not-there')
    const after: StationFacts = {
      kind: 'station',
      code: one.code ?? '',
      name: one.name || (before?.name ?? ''),
      parent: one.parent === undefined ? (before?.parent ?? null) : (parent ?? null),
      polygon:
        one.polygon?.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat])) ?? before?.polygon ?? null,
      active: before?.active ?? true,
    }
    for (const property of ['code', 'name'] as const)
      if (one.code && !Body.shape[property].safeParse(after[property]).success) refuse(property, `${property}-unfit`)
    const { id: _, version: __, ...facts } = before ?? { id: '', version: 0, ...after }
    return { feature: one.feature, before, after, fields: before ? differing(facts, after) : Object.keys(after) }
  })
  return { stations, faults: [...faults, ...namesTwice(stations, said, bodies)] }
}

/** Two open stations of one name cannot be told apart. */
function namesTwice(
  stations: readonly PlannedStation[],
  said: readonly Said[],
  bodies: readonly Body[],
): FeatureFault[] {
  const brought = new Set(stations.map(({ after }) => after.code))
  const others = bodies.filter(({ kind, active, code }) => kind === 'station' && active && !brought.has(code))
  const names = Map.groupBy(
    [...others, ...stations.map(({ after }) => after).filter(({ active }) => active)],
    ({ name }) => name,
  )
  return stations.flatMap(({ after }, i) => {
    const one = said[i]
    return one && after.active && (names.get(after.name)?.length ?? 0) > 1
      ? [faultOf(one, 'name', 'name-taken', after.name)]
      : []
  })
}
