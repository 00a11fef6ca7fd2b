/** What the features of a GeoJSON file say, in the words that files use, before it is compared with what is there. */
import type { LngLat, Polygon } from '../../../kernel/geo.ts'
import { type Feature, polygonOf } from '../../../kernel/geojson.ts'
import { polygonFault } from '../../../kernel/polygon.ts'
import type { FeatureFault, FeatureGround } from './contract.ts'

/** Our properties and what else they are called. */
export const aliases = {
  code: ['code', '代码', '编码'],
  name: ['name', '名称'],
  level: ['level', '层级', '级别'],
  parent: ['parent', '上级'],
  station: ['station', '派出所'],
  urban: ['urban', '城乡'],
} as const
export type Property = keyof typeof aliases

/** A feature's properties as text: undefined where it says nothing of them, '' where it says there is none. */
export interface Said {
  readonly feature: number
  readonly code: string | undefined
  readonly name: string | undefined
  readonly level: string | undefined
  readonly parent: string | undefined
  readonly station: string | undefined
  readonly urban: string | undefined
  /** Undefined where the feature has no geometry: what is drawn stays. */
  readonly polygon: Polygon | undefined
}

export interface Reading {
  readonly said: readonly Said[]
  readonly faults: readonly FeatureFault[]
}

const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

export const faultOf = (
  { feature, code }: Pick<Said, 'feature' | 'code'>,
  property: string,
  ground: FeatureGround,
  value: unknown = '',
  at?: LngLat,
): FeatureFault => ({
  feature,
  code: code || null,
  property,
  value: shown(value),
  ground,
  at: at ? [at[0], at[1]] : null,
})

/** Reads the features. `toWgs84` turns the file's coordinates into ours. */
export function read(features: readonly Feature[], toWgs84: (point: LngLat) => LngLat): Reading {
  const faults: FeatureFault[] = []
  const said = features.map(({ properties, geometry }, i): Said => {
    const textOf = (property: Property) => {
      const key = aliases[property].find((alias) => alias in properties)
      const value = key === undefined ? undefined : properties[key]
      if (value === undefined) return undefined
      if (value === null) return ''
      if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
      faults.push(faultOf({ feature: i + 1, code: undefined }, property, 'value-no-text', value))
      return undefined
    }
    const whose = { feature: i + 1, code: textOf('code') }
    return {
      ...whose,
      name: textOf('name'),
      level: textOf('level'),
      parent: textOf('parent'),
      station: textOf('station'),
      urban: textOf('urban'),
      polygon: borderOf(whose, geometry, toWgs84, faults),
    }
  })
  return { said, faults: [...faults, ...wanting(said)] }
}

function borderOf(
  whose: Pick<Said, 'feature' | 'code'>,
  geometry: unknown,
  toWgs84: (point: LngLat) => LngLat,
  faults: FeatureFault[],
): Polygon | undefined {
  if (geometry === null) return undefined
  const found = polygonOf(geometry)
  if (typeof found === 'string') {
    faults.push(faultOf(whose, 'geometry', found))
    return undefined
  }
  // Before the conversion too: what lies outside the world would become nonsense.
  const polygon = polygonFault(found) ? found : found.map((ring) => ring.map(toWgs84))
  const fault = polygonFault(polygon)
  if (!fault) return polygon
  faults.push(faultOf(whose, 'geometry', fault.ground, '', fault.at))
  return undefined
}

/** Features are known by their code: each has one, and no two the same. */
function wanting(said: readonly Said[]): FeatureFault[] {
  const first = new Map<string, number>()
  return said.flatMap((one) => {
    if (!one.code) return [faultOf(one, 'code', 'code-wanting')]
    const earlier = first.get(one.code)
    first.set(one.code, earlier ?? one.feature)
    return earlier === undefined ? [] : [faultOf(one, 'code', 'code-twice', one.code)]
  })
}

/** The names of the properties in which two records differ. */
export const differing = <R extends object>(before: R, after: R): (keyof R & string)[] =>
  (Object.keys(after) as (keyof R & string)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
