/** The tree of areas and the polygons of the district in the database. */
import { sql } from 'kysely'
import type { Polygon } from '../../../kernel/geo.ts'
import type { Context } from '../../../platform/context.ts'
import type { CommunityShape, StationShape } from '../locate.ts'
import type { CommunityNode, GridNode } from '../territory.ts'
import type { Area, AreaNode, Shape } from './contract.ts'

type World = Pick<Context, 'tx' | 'district'>

const columns = [
  'id',
  'level',
  'parent',
  'code',
  'name',
  'station',
  'body',
  'person',
  'urban',
  'active',
  'version',
] as const

/** Changes of the tree wait for one another: what one of them checked still holds when it writes. */
export async function lockTree({ tx, district }: World): Promise<void> {
  await tx
    .selectFrom('organisation.district')
    .select('district')
    .where('district', '=', district)
    .forNoKeyUpdate()
    .execute()
}

export async function list({ tx, district }: World, level?: number): Promise<AreaNode[]> {
  let rows = tx
    .selectFrom('organisation.areaNode')
    .select(columns)
    .select(sql<boolean>`polygon is not null`.as('hasArea'))
    .where('district', '=', district)
  if (level) rows = rows.where('level', '=', level)
  const found = await rows.orderBy('level').orderBy('code').execute()
  return found.map((row) => ({ ...row, urban: row.urban as Area['urban'] }))
}

const withPolygon = ({ tx, district }: World) =>
  tx
    .selectFrom('organisation.areaNode')
    .select([...columns, 'polygon'])
    .where('district', '=', district)
const toArea = (row: Omit<Area, 'urban' | 'polygon'> & { urban: string | null; polygon: unknown }): Area => ({
  ...row,
  urban: row.urban as Area['urban'],
  polygon: row.polygon as Area['polygon'],
})

/** All areas with their polygons: what a file is compared with. */
export const listWhole = async (world: World): Promise<Area[]> => (await withPolygon(world).execute()).map(toArea)

export async function find(world: World, id: string): Promise<Area | undefined> {
  const row = await withPolygon(world).where('id', '=', id).executeTakeFirst()
  return row && toArea(row)
}

export async function create({ tx, district }: World, area: Omit<Area, 'id' | 'version'>): Promise<Area> {
  const { id, version } = await tx
    .insertInto('organisation.areaNode')
    .values({ district, ...area, polygon: area.polygon && JSON.stringify(area.polygon) })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
  return { ...area, id, version }
}

/** Writes the area as the next version of what it was; returns it so. */
export async function save({ tx, district }: World, { id, ...area }: Area): Promise<Area> {
  const version = area.version + 1
  await tx
    .updateTable('organisation.areaNode')
    .set({ ...area, polygon: area.polygon && JSON.stringify(area.polygon), version })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
  return { ...area, id, version }
}

const levelOf = { street: 1, community: 2, grid: 3 } as const

/** What is drawn and open. */
export async function shapes({ tx, district }: World, kind: Shape['kind']): Promise<Shape[]> {
  const rows =
    kind === 'station'
      ? await tx
          .selectFrom('organisation.body')
          .select(['id', 'name', 'polygon'])
          .where('district', '=', district)
          .where('kind', '=', 'station')
          .where('active', '=', true)
          .where('polygon', 'is not', null)
          .execute()
      : await tx
          .selectFrom('organisation.areaNode')
          .select(['id', 'name', 'polygon'])
          .where('district', '=', district)
          .where('level', '=', levelOf[kind])
          .where('active', '=', true)
          .where('polygon', 'is not', null)
          .execute()
  return rows.map(({ id, name, polygon }) => ({ id, name, kind, polygon: polygon as Shape['polygon'] }))
}

/** What lies where, for finding the community and the station of a point. */
export async function polygons({
  tx,
  district,
}: World): Promise<{ communities: CommunityShape[]; stations: StationShape[] }> {
  const communities = await tx
    .selectFrom('organisation.areaNode')
    .select(['id', 'parent as street', 'station', 'urban', 'polygon'])
    .where('district', '=', district)
    .where('level', '=', 2)
    .where('active', '=', true)
    .where('polygon', 'is not', null)
    .execute()
  const stations = await shapes({ tx, district }, 'station')
  return { communities: communities.map((row) => ({ ...row, polygon: row.polygon as Polygon })), stations }
}

/** Grids with their borders and who answers for them; communities with who does. */
export async function answerers({ tx, district }: World): Promise<{ communities: CommunityNode[]; grids: GridNode[] }> {
  const rows = await tx
    .selectFrom('organisation.areaNode')
    .select(['id', 'level', 'code', 'name', 'parent', 'station', 'urban', 'person'])
    .select((e) => e.case().when('level', '=', 3).then(e.ref('polygon')).end().as('polygon'))
    .where('district', '=', district)
    .where('level', 'in', [2, 3])
    .where('active', '=', true)
    .orderBy('code')
    .execute()
  return {
    communities: rows
      .filter(({ level }) => level === 2)
      .map(({ parent, polygon: _, ...row }) => ({ ...row, street: parent })),
    grids: rows
      .filter(({ level }) => level === 3)
      .map(({ parent, polygon, ...row }) => ({ ...row, community: parent, polygon: polygon as Polygon | null })),
  }
}
