/** The district, its bodies, posts, people and areas in the database. */
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Body, BodyItem, District, Post } from './contract.ts'
import { roleKeys } from './roles.ts'
import type { Inspector, Officer } from './territory.ts'

export interface SupervisingBody {
  readonly id: string
  readonly kind: 'brigade' | 'station' | 'street'
  readonly code: string
  readonly name: string
  /** The area that a street's body governs. */
  readonly street: string | null
}

type World = Pick<Context, 'tx' | 'district'>

export async function getDistrict({ tx, district }: World): Promise<District> {
  const {
    district: code,
    levels,
    ...row
  } = await tx
    .selectFrom('organisation.district')
    .select(['district', 'name', 'city', 'levels', 'demonstration'])
    .where('district', '=', district)
    .executeTakeFirstOrThrow()
  return { code, levels: levels as string[], ...row }
}

export async function saveDistrict({ tx, district }: World, set: Pick<District, 'name' | 'city' | 'levels'>) {
  await tx
    .updateTable('organisation.district')
    .set({ ...set, levels: JSON.stringify(set.levels) })
    .where('district', '=', district)
    .execute()
}

export async function bodies({ tx, district }: World, kind: string | undefined): Promise<BodyItem[]> {
  const { rows } = await sql<BodyItem>`
    select b.id, b.kind, b.code, b.name, b.parent, b.active, b.version, b.polygon is not null as has_area,
      (select count(*)::int from organisation.post o join organisation.person p on p.district = o.district and p.post = o.id
        where o.district = b.district and o.body = b.id and p.active) as people
    from organisation.body b
    where b.district = ${district} and (${kind ?? null}::text is null or b.kind = ${kind ?? null})
    order by array_position(array['branch', 'brigade', 'station', 'street', 'department'], b.kind), b.code`.execute(tx)
  return rows
}

export async function findBody({ tx, district }: World, id: string): Promise<Body | undefined> {
  const row = await tx
    .selectFrom('organisation.body')
    .select(['id', 'kind', 'code', 'name', 'parent', 'polygon', 'active', 'version'])
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toBody(row)
}

const toBody = (row: Omit<Body, 'kind' | 'polygon'> & { kind: string; polygon: unknown }): Body => ({
  ...row,
  kind: row.kind as Body['kind'],
  polygon: row.polygon as Body['polygon'],
})

/** All bodies with their areas, locked: what a file is compared with. */
export async function bodiesWithAreas({ tx, district }: World): Promise<Body[]> {
  const rows = await tx
    .selectFrom('organisation.body')
    .select(['id', 'kind', 'code', 'name', 'parent', 'polygon', 'active', 'version'])
    .where('district', '=', district)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toBody)
}

export async function findBodyByCode({ tx, district }: World, code: string): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('organisation.body')
    .select('id')
    .where('district', '=', district)
    .where('code', '=', code)
    .executeTakeFirst()
}

export async function createBody(
  { tx, district }: World,
  body: Omit<Body, 'id' | 'version' | 'active'> & { active?: boolean },
): Promise<string> {
  const { id } = await tx
    .insertInto('organisation.body')
    .values({ district, ...body, polygon: body.polygon && JSON.stringify(body.polygon) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveBody({ tx, district }: World, { id, version, ...body }: Body): Promise<void> {
  await tx
    .updateTable('organisation.body')
    .set({ ...body, polygon: body.polygon && JSON.stringify(body.polygon), version: version + 1 })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

export async function posts({ tx, district }: World, body: string): Promise<Post[]> {
  return tx
    .selectFrom('organisation.post')
    .select(['id', 'body', 'name'])
    .where('district', '=', district)
    .where('body', '=', body)
    .orderBy('id')
    .execute()
}

export async function createPost({ tx, district }: World, post: Omit<Post, 'id'>): Promise<Post> {
  return tx
    .insertInto('organisation.post')
    .values({ district, ...post })
    .returning(['id', 'body', 'name'])
    .executeTakeFirstOrThrow()
}

export async function placeNames({ tx, district }: World) {
  const stations = await tx
    .selectFrom('organisation.body')
    .select(['id', 'code', 'name'])
    .where('district', '=', district)
    .where('kind', '=', 'station')
    .orderBy('code')
    .execute()
  const nodes = await tx
    .selectFrom('organisation.areaNode')
    .select(['id', 'code', 'name', 'level', 'parent as street', 'station', 'urban'])
    .where('district', '=', district)
    .where('level', 'in', [1, 2])
    .orderBy('code')
    .execute()
  return {
    stations,
    streets: nodes.filter(({ level }) => level === 1).map(({ id, code, name }) => ({ id, code, name })),
    communities: nodes.filter(({ level }) => level === 2).map(({ level: _, ...node }) => node),
  }
}

/** The bodies that may supervise a place, closed ones left out; a street's with the area that it governs. */
export async function supervising({ tx, district }: World): Promise<SupervisingBody[]> {
  const { rows } = await sql<SupervisingBody>`
    select b.id, b.kind, b.code, b.name,
      (select a.id from organisation.area_node a where a.district = b.district and a.body = b.id and a.level = 1 limit 1) as street
    from organisation.body b
    where b.district = ${district} and b.active and b.kind in ('brigade', 'station', 'street')
    order by array_position(array['brigade', 'station', 'street'], b.kind), b.code`.execute(tx)
  return rows
}

/** The bodies that issue papers, with the name of the body above each. */
export async function issuers({ tx, district }: World) {
  return tx
    .selectFrom('organisation.body as b')
    .leftJoin('organisation.body as p', (join) =>
      join.onRef('p.district', '=', 'b.district').onRef('p.id', '=', 'b.parent'),
    )
    .select(['b.id', 'b.kind', 'b.name', 'p.name as parent'])
    .where('b.district', '=', district)
    .where('b.active', '=', true)
    .where('b.kind', 'in', ['brigade', 'station', 'street'])
    .orderBy('b.kind')
    .orderBy('b.code')
    .execute()
}

/** Who works at the stations. */
export async function officers({ tx, district }: World): Promise<Officer[]> {
  return tx
    .selectFrom('organisation.person as p')
    .innerJoin('organisation.post as o', (join) =>
      join.onRef('o.district', '=', 'p.district').onRef('o.id', '=', 'p.post'),
    )
    .innerJoin('organisation.body as b', (join) =>
      join.onRef('b.district', '=', 'o.district').onRef('b.id', '=', 'o.body'),
    )
    .select(['p.id', 'p.name', 'b.id as station'])
    .where('p.district', '=', district)
    .where('p.active', '=', true)
    .where('b.kind', '=', 'station')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
}

/** Who may be sent on an inspection: people of the stations and the brigade. */
export async function inspectors({ tx, district }: World): Promise<Inspector[]> {
  return tx
    .selectFrom('organisation.person as p')
    .innerJoin('organisation.post as o', (join) =>
      join.onRef('o.district', '=', 'p.district').onRef('o.id', '=', 'p.post'),
    )
    .innerJoin('organisation.body as b', (join) =>
      join.onRef('b.district', '=', 'o.district').onRef('b.id', '=', 'o.body'),
    )
    .select(['p.id', 'p.name', 'o.name as post', 'b.id as body', 'b.name as bodyName'])
    .where('p.district', '=', district)
    .where('p.active', '=', true)
    .where('b.active', '=', true)
    .where('b.kind', 'in', ['station', 'brigade'])
    .orderBy('b.code')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
}

/** The district for the sign-in page: the only one, where there is only one. */
export async function findWelcome({ tx }: Pick<Context, 'tx'>) {
  const districts = await tx
    .selectFrom('organisation.district')
    .select(['district', 'name', 'city', 'demonstration'])
    .limit(2)
    .execute()
  const [only] = districts
  if (!only || districts.length > 1) return undefined
  const { district, ...names } = only
  const accounts = names.demonstration
    ? await tx
        .selectFrom('organisation.account as a')
        .innerJoin('organisation.person as p', (join) =>
          join.onRef('p.district', '=', 'a.district').onRef('p.id', '=', 'a.person'),
        )
        .select(['a.username', 'a.role', 'p.name'])
        .where('a.district', '=', district)
        .where('a.active', '=', true)
        .orderBy(sql`array_position(${roleKeys}::text[], a.role)`)
        .orderBy('a.username')
        .limit(20)
        .execute()
    : []
  return { ...names, accounts }
}
