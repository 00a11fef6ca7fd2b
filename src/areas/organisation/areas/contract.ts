/** The tree of streets, communities and grids, and where they lie: what may be asked. */
import { z } from 'zod'
import { area, ById, Id, listOf, QueryFlag } from '../../../kernel/contract.ts'
import { geometryGrounds } from '../../../kernel/geojson.ts'
import { polygonFault, polygonGrounds } from '../../../kernel/polygon.ts'

const Point = z.tuple([z.number(), z.number()])
/** GeoJSON coordinates of a polygon, WGS-84; each ring is closed. */
export const PolygonShape = z.array(z.array(Point))
/** A polygon as it is taken in: the ground of a refusal is the message. */
export const Border = PolygonShape.check(({ value, issues }) => {
  const fault = polygonFault(value)
  if (fault) issues.push({ code: 'custom', message: fault.ground, input: value })
})

export const urbanKinds = ['urban', 'rural'] as const

export const Area = z.object({
  id: Id,
  level: z.int().min(1).max(5).describe('1 is the highest'),
  parent: Id.nullable(),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/),
  name: z.string().trim().min(1).max(60),
  station: Id.nullable().describe('polices it'),
  body: Id.nullable().describe('governs it'),
  person: Id.nullable().describe('answers for it'),
  urban: z.enum(urbanKinds).nullable(),
  polygon: PolygonShape.nullable(),
  active: z.boolean().describe('a closed area is no choice any more; records keep its name'),
  version: z.int(),
})
export type Area = z.infer<typeof Area>
/** The tree leaves the polygons out. */
export const AreaNode = Area.omit({ polygon: true }).extend({ hasArea: z.boolean() })
export type AreaNode = z.infer<typeof AreaNode>

const AreaInput = Area.extend({ polygon: Border.nullable() })

/** A shape for a map: what it is, what it is called, where it lies. */
export const Shape = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['station', 'street', 'community', 'grid']),
  polygon: PolygonShape,
})
export type Shape = z.infer<typeof Shape>

export const coordinateSystems = ['WGS-84', 'GCJ-02', 'BD-09'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]

/** Why a feature of a file is refused. */
export const featureGrounds = [
  ...polygonGrounds,
  ...geometryGrounds,
  'value-no-text',
  'code-wanting',
  'code-unfit',
  'code-twice',
  'code-taken',
  'code-of-other-body',
  'name-unfit',
  'name-taken',
  'level-wanting',
  'level-unknown',
  'level-fixed',
  'parent-wanting',
  'parent-of-the-highest',
  'parent-not-there',
  'parent-ambiguous',
  'parent-of-other-level',
  'parent-closed',
  'station-not-there',
  'station-ambiguous',
  'urban-unknown',
  'open-areas-below',
] as const
export type FeatureGround = (typeof featureGrounds)[number]

/** What is wrong with one feature of a file. */
export const FeatureFault = z.object({
  feature: z.int().describe('its number in the file, from 1'),
  code: z.string().nullable(),
  property: z.string().describe("as our property is called; 'geometry' for the border"),
  value: z.string(),
  ground: z.enum(featureGrounds),
  at: Point.nullable().describe('the place on the border'),
})
export type FeatureFault = z.infer<typeof FeatureFault>

/** What a file brings, or would bring. Nothing is written while one feature is at fault. */
export const ShapeImport = z.object({
  written: z.boolean(),
  features: z.int(),
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  changes: z.array(
    z.object({ feature: z.int(), code: z.string(), name: z.string(), fields: z.array(z.string()), fresh: z.boolean() }),
  ),
  faults: z.array(FeatureFault),
})
export type ShapeImport = z.infer<typeof ShapeImport>

const ShapeFile = z.object({
  file: z.file().describe('GeoJSON: a FeatureCollection of polygons'),
  coordinates: z.enum(coordinateSystems).default('WGS-84'),
  dryRun: QueryFlag,
})

const read = { may: 'organisation.read' }
const write = { may: 'organisation.write' }

export const areaContract = area
  .prefix('/organisation')
  .tag('organisation')
  .router({
    areas: area
      .route({ method: 'GET', path: '/areas', summary: 'The tree of streets, communities and grids' })
      .meta(read)
      .input(z.object({ level: z.coerce.number().int().min(1).max(5).optional() }))
      .output(listOf(AreaNode)),
    area: area
      .route({ method: 'GET', path: '/areas/{id}', summary: 'An area with its border' })
      .meta(read)
      .input(ById)
      .output(Area),
    createArea: area
      .route({ method: 'POST', path: '/areas', summary: 'Add an area below another, or at the top' })
      .meta(write)
      .input(AreaInput.omit({ id: true, active: true, version: true }))
      .output(Area),
    saveArea: area
      .route({ method: 'PUT', path: '/areas/{id}', summary: 'Change, close or reopen an area; its level stays' })
      .meta(write)
      .input(AreaInput.omit({ level: true }))
      .output(Area),
    importAreas: area
      .route({
        method: 'POST',
        path: '/areas/import',
        summary: 'Add and change areas from GeoJSON, by code; all or nothing',
      })
      .meta(write)
      .input(ShapeFile)
      .output(ShapeImport),
    importStations: area
      .route({
        method: 'POST',
        path: '/bodies/import',
        summary: 'Add and change stations from GeoJSON, by code; all or nothing',
      })
      .meta(write)
      .input(ShapeFile)
      .output(ShapeImport),
    shapes: area
      .route({ method: 'GET', path: '/shapes', summary: 'Polygons of one kind, for a map' })
      .meta(read)
      .input(z.object({ kind: Shape.shape.kind }))
      .output(listOf(Shape)),
  })
