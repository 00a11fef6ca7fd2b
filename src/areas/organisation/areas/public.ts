/** Bringing areas and stations in a GeoJSON file: read, compared, and written whole or not at all. */
import type { LngLat } from '../../../kernel/geo.ts'
import { type Feature, featuresOf } from '../../../kernel/geojson.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import { toWgs84 } from '../../../platform/imports/coordinates.ts'
import { record } from '../../../platform/ledger/store.ts'
import * as bodies from '../store.ts'
import type { CoordinateSystem, FeatureFault, ShapeImport } from './contract.ts'
import { read, type Said } from './features.ts'
import { newId, type PlannedArea, planAreas } from './plan-areas.ts'
import { type PlannedStation, planStations } from './plan-stations.ts'
import * as store from './store.ts'

/** A district's grids with fine borders are a tenth of it. */
const bytesAtMost = 64 * 1024 * 1024
const featuresAtMost = 10_000

export interface ShapeFile {
  readonly file: Blob & { readonly name: string }
  readonly coordinates: CoordinateSystem
  readonly dryRun: boolean
}

type Planned = Pick<PlannedArea, 'feature' | 'fields'> & {
  readonly before: object | undefined
  readonly after: { readonly code: string; readonly name: string }
}
interface Plan {
  readonly planned: readonly Planned[]
  readonly faults: readonly FeatureFault[]
  write(): Promise<void>
}

/**
 * Compares the file with what is there, and writes the differences unless it is a trial. Throws RuleViolation where
 * the file cannot be read, or 'file-has-faults' with all of them where some feature is at fault.
 */
export async function importShapes(context: Context, of: 'areas' | 'stations', file: ShapeFile): Promise<ShapeImport> {
  const features = await featuresIn(file.file)
  const { coordinates, dryRun } = file
  const convert = (point: LngLat) => (coordinates === 'WGS-84' ? point : toWgs84(point, coordinates))
  const { said, faults } = read(features, convert)
  await store.lockTree(context)
  const plan =
    of === 'areas' ? await areaPlan(context, said, file.file.name) : await stationPlan(context, said, file.file.name)
  const outcome = outcomeOf(plan.planned, [...faults, ...plan.faults])
  if (dryRun) return outcome
  if (outcome.faults.length > 0)
    throw new RuleViolation('file-has-faults', { count: outcome.faults.length, faults: outcome.faults })
  await plan.write()
  return { ...outcome, written: true }
}

function outcomeOf(planned: readonly Planned[], faults: readonly FeatureFault[]): ShapeImport {
  const fresh = planned.filter(({ before }) => !before)
  const changed = planned.filter(({ before, fields }) => before && fields.length > 0)
  return {
    written: false,
    features: planned.length,
    fresh: fresh.length,
    changed: changed.length,
    same: planned.length - fresh.length - changed.length,
    changes: [...fresh, ...changed].map(({ feature, before, after: { code, name }, fields }) => ({
      feature,
      code,
      name,
      fields: [...fields],
      fresh: before === undefined,
    })),
    faults: faults.toSorted((a, b) => a.feature - b.feature),
  }
}

async function areaPlan(context: Context, said: readonly Said[], note: string): Promise<Plan> {
  const { levels } = await bodies.getDistrict(context)
  const stations = await bodies.bodies(context, 'station')
  const { areas, faults } = planAreas(said, { levels, areas: await store.listWhole(context), stations })
  return { planned: areas, faults, write: () => writeAreas(context, areas, note) }
}

/** Parents come first, so that the children find the ids which these were given. */
async function writeAreas(context: Context, areas: readonly PlannedArea[], note: string): Promise<void> {
  const ids = new Map<string, string>()
  for (const { before, after: facts, fields } of areas) {
    if (fields.length === 0) continue
    const area = { ...facts, parent: facts.parent && (ids.get(facts.parent) ?? facts.parent) }
    const after = before
      ? await store.save(context, { ...area, id: before.id, version: before.version })
      : await store.create(context, area)
    ids.set(newId(after.code), after.id)
    await record(context, before ? 'area.save' : 'area.create', { kind: 'area', id: after.id }, { before, after, note })
  }
}

async function stationPlan(context: Context, said: readonly Said[], note: string): Promise<Plan> {
  const { stations, faults } = planStations(said, await bodies.bodiesWithAreas(context))
  return { planned: stations, faults, write: () => writeStations(context, stations, note) }
}

async function writeStations(context: Context, stations: readonly PlannedStation[], note: string): Promise<void> {
  for (const { before, after: facts, fields } of stations) {
    if (fields.length === 0) continue
    if (before) await bodies.saveBody(context, { ...facts, id: before.id, version: before.version })
    const id = before?.id ?? (await bodies.createBody(context, facts))
    const after = { ...facts, id, version: (before?.version ?? 0) + 1 }
    await record(context, before ? 'body.save' : 'body.create', { kind: 'body', id }, { before, after, note })
  }
}

async function featuresIn(file: Blob): Promise<readonly Feature[]> {
  if (file.size === 0) throw new RuleViolation('file-empty', {})
  if (file.size > bytesAtMost) throw new RuleViolation('file-too-large', { megabytes: bytesAtMost / 1024 / 1024 })
  const features = featuresOf(jsonOf(textOf(await file.arrayBuffer())))
  if (typeof features === 'string') throw new RuleViolation(features, {})
  if (features.length > featuresAtMost) throw new RuleViolation('too-many-features', { most: featuresAtMost })
  return features
}

/** UTF-8, or what Chinese programs write instead. */
function textOf(bytes: ArrayBuffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new RuleViolation('file-no-json', {})
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RuleViolation('file-no-json', {})
  }
}
