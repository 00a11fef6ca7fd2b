/** Founding a district: everything that is there before anybody has signed in, in one go. */
import { sql } from 'kysely'
import type { Polygon } from '../../../kernel/geo.ts'
import type { Context } from '../../../platform/context.ts'

export interface DistrictNames {
  readonly name: string
  readonly city: string
  readonly demonstration: boolean
}
/** Things refer to each other by code; a person's post is the body's post of that name. */
export interface Founding {
  readonly bodies: readonly {
    readonly code: string
    readonly kind: string
    readonly name: string
    readonly parent?: string | undefined
    readonly polygon?: Polygon | undefined
  }[]
  readonly people: readonly {
    readonly name: string
    readonly body: string
    readonly post: string
    readonly phone?: string | undefined
    readonly account?: { readonly username: string; readonly role: string } | undefined
    /** Codes of the areas that this person answers for; of several who do, the first is entered. */
    readonly answersFor?: readonly string[] | undefined
  }[]
  readonly areas: readonly {
    readonly level: number
    readonly code: string
    readonly name: string
    readonly parent?: string | undefined
    readonly polygon?: Polygon | undefined
    readonly station?: string | undefined
    readonly body?: string | undefined
    readonly urban?: string | undefined
  }[]
}

const levels = ['街道', '社区', '网格']

/** Makes the district's own row; false where it is there already. */
export async function createDistrict({ tx, district, at }: Context, names: DistrictNames): Promise<boolean> {
  const made = await tx
    .insertInto('organisation.district')
    .values({ district, ...names, levels: JSON.stringify(levels), createdAt: at.instant })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Adds bodies, posts, people, accounts and areas. All accounts get the same password hash. */
export async function found(context: Context, founding: Founding, passwordHash: string): Promise<void> {
  await addBodies(context, founding.bodies)
  const ids = await newIds(context, founding.people.length)
  const people = founding.people.map((person, i) => ({ ...person, id: ids[i] }))
  await addPeople(context, people, passwordHash)
  for (const level of [1, 2, 3, 4, 5])
    await addAreas(
      context,
      founding.areas.filter((area) => area.level === level),
    )
  await addAnswerers(context, people)
}

type Numbered = Founding['people'][number] & { readonly id: string | undefined }

async function newIds({ tx }: Context, howMany: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select platform.uuid_v7() as id from generate_series(1, ${howMany}::integer) order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

async function addBodies({ tx, district }: Context, bodies: Founding['bodies']): Promise<void> {
  const json = JSON.stringify(bodies)
  await sql`
    insert into organisation.body (district, kind, code, name, polygon)
    select ${district}, kind, code, name, polygon
    from jsonb_to_recordset(${json}::jsonb) as b(kind text, code text, name text, polygon jsonb)`.execute(tx)
  await sql`
    update organisation.body b set parent = p.id
    from jsonb_to_recordset(${json}::jsonb) as s(code text, parent text), organisation.body p
    where b.district = ${district} and b.code = s.code and p.district = ${district} and p.code = s.parent`.execute(tx)
}

async function addPeople({ tx, district, at }: Context, people: readonly Numbered[], hash: string): Promise<void> {
  const rows = people.map(({ account, answersFor: _, ...person }, place) => ({ ...person, ...account, place }))
  const json = JSON.stringify(rows)
  const source = sql`jsonb_to_recordset(${json}::jsonb)
    as s(id uuid, name text, body text, post text, phone text, username text, role text, place integer)`
  await sql`
    insert into organisation.post (district, body, name)
    select ${district}, b.id, s.post from ${source}
    join organisation.body b on b.district = ${district} and b.code = s.body
    group by b.id, s.post order by min(s.place)
    on conflict do nothing`.execute(tx)
  await sql`
    with added as (
      insert into organisation.person (district, id, post, name, phone)
      select ${district}, s.id, o.id, s.name, s.phone from ${source}
      join organisation.body b on b.district = ${district} and b.code = s.body
      join organisation.post o on o.district = ${district} and o.body = b.id and o.name = s.post
      order by s.place
      returning id)
    insert into organisation.account (district, person, username, password_hash, role, password_on)
    select ${district}, s.id, s.username, ${hash}, s.role, ${at.day}::date
    from ${source} join added a on a.id = s.id where s.username is not null order by s.place`.execute(tx)
}

async function addAreas({ tx, district }: Context, areas: Founding['areas']): Promise<void> {
  if (areas.length === 0) return
  await sql`
    insert into organisation.area_node (district, level, code, name, parent, polygon, station, body, urban)
    select ${district}, s.level, s.code, s.name, p.id, s.polygon, st.id, b.id, s.urban
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      as s(level smallint, code text, name text, parent text, polygon jsonb, station text, body text, urban text)
    left join organisation.area_node p on p.district = ${district} and p.code = s.parent
    left join organisation.body st on st.district = ${district} and st.code = s.station
    left join organisation.body b on b.district = ${district} and b.code = s.body
    order by s.code`.execute(tx)
}

async function addAnswerers({ tx, district }: Context, people: readonly Numbered[]): Promise<void> {
  const answers = people.flatMap(({ id, answersFor = [] }) => answersFor.map((code) => [code, id] as const))
  const first = Object.fromEntries(answers.toReversed())
  await sql`
    update organisation.area_node a set person = s.value::uuid from jsonb_each_text(${JSON.stringify(first)}::jsonb) s
    where a.district = ${district} and a.code = s.key`.execute(tx)
}
