/** Looking for duplicates: for each record the few that may be it, by the indexes; written down as pairs. */
import { type RawBuilder, sql } from 'kysely'
import { metresBetween } from '../../../../kernel/geo.ts'
import type { Context } from '../../../../platform/context.ts'
import {
  haveOtherNumbers,
  type Likeness,
  mayBeOne,
  nearMetres,
  scoreOf,
  type TwinGround,
  veryNearMetres,
} from '../score.ts'

/** A value that more records share than this tells nothing of any of them. */
const crowd = 20
/** As many are compared by name where an address, a phone or a point is shared. */
const compared = 300
const metresOfDegree = 111_320

/** A record as it is looked for: one of the register, or one that is not in it yet. */
export interface Sought {
  readonly id: string | null
  readonly form: string
  readonly nameKey: string
  readonly nameSound: string
  readonly addressKey: string
  readonly uscc: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly community: string | null
  readonly phones: readonly string[]
}

export interface Likely {
  readonly self: string | null
  readonly other: string
  readonly grounds: TwinGround[]
  readonly score: number
  readonly metres: number | null
}

const columns = sql`id, form, name_key, name_sound, address_key, uscc, lng, lat, community`
const recorded = (district: string, ids: readonly string[]) => sql`
  select ${columns}, array_remove(array[responsible_phone, manager_phone], null) as phones
  from premises.premises
  where district = ${district} and id = any(${[...ids]}::uuid[]) and state <> 'merged'`
const underWay = ({ id, form, nameKey, nameSound, addressKey, uscc, lng, lat, community, phones }: Sought) => sql`
  select ${id}::uuid as id, ${form}::text as form, ${nameKey}::text as name_key, ${nameSound}::text as name_sound,
    ${addressKey}::text as address_key, ${uscc}::text as uscc, ${lng}::float8 as lng, ${lat}::float8 as lat,
    ${community}::uuid as community, ${[...phones]}::text[] as phones`

const degreesAround = (metres: number) => ({
  lat: sql`${metres / metresOfDegree}::float8`,
  lng: sql`${metres / metresOfDegree}::float8 / greatest(cos(radians(mine.lat)), 0.01)`,
})
const within = (metres: number) => {
  const around = degreesAround(metres)
  return sql`p.lng between mine.lng - ${around.lng} and mine.lng + ${around.lng}
    and p.lat between mine.lat - ${around.lat} and mine.lat + ${around.lat}`
}

const contained = sql`(least(length(p.name_key), length(mine.name_key)) >= 3
  and (position(p.name_key in mine.name_key) > 0 or position(mine.name_key in p.name_key) > 0))`
/** A first sieve: numbers in digits. */
const digits = (name: string) => sql`regexp_replace(${sql.ref(name)}, '[^0-9]', '', 'g')`
const sameNumber = sql`(${digits('p.nameKey')} = ${digits('mine.nameKey')}
  or ${digits('p.nameKey')} = '' or ${digits('mine.nameKey')} = '')`
const similar = sql`${sameNumber} and (${contained} or similarity(p.name_sound, mine.name_sound) >= 0.5)`

/** The records that share something exact; where a crowd does, none of them. */
const sharing = (district: string, condition: RawBuilder<unknown>) => sql`
  (select id from (
    select id, count(*) over () as n from (
      select p.id from premises.premises p
      where p.district = ${district} and ${condition} and p.form = mine.form and p.state <> 'merged'
        and p.id is distinct from mine.id
      limit ${crowd + 1}) p) counted
  where n <= ${crowd})`

/** Of the records that share something, those of such a name. */
const comparing = (district: string, condition: RawBuilder<unknown>, name: RawBuilder<unknown>) => sql`
  (select p.id from (
    select p.id, p.name_key, p.name_sound, p.form, p.state from premises.premises p
    where p.district = ${district} and ${condition} limit ${compared}) p
  where p.form = mine.form and p.state <> 'merged' and p.id is distinct from mine.id and ${name}
  limit ${crowd})`

interface Row extends Omit<Likeness, 'metres' | 'otherNumber'> {
  self: string | null
  other: string
  ownName: string
  name: string
  ownLng: number | null
  ownLat: number | null
  lng: number | null
  lat: number | null
}

async function likelyOf({ tx, district }: Context, mine: RawBuilder<unknown>): Promise<Likely[]> {
  const ways = [
    sharing(district, sql`p.uscc is not null and p.uscc = mine.uscc`),
    sharing(district, sql`p.name_key = mine.name_key and p.community = mine.community`),
    sharing(district, sql`p.name_key = mine.name_key and p.lng is not null and ${within(nearMetres)}`),
    comparing(district, sql`p.address_key = mine.address_key and mine.address_key <> ''`, similar),
    comparing(district, sql`p.responsible_phone is not null and p.responsible_phone = any(mine.phones)`, similar),
    comparing(district, sql`p.manager_phone is not null and p.manager_phone = any(mine.phones)`, similar),
    comparing(
      district,
      sql`p.lng is not null and ${within(veryNearMetres)}`,
      sql`${sameNumber} and similarity(p.name_sound, mine.name_sound) >= 0.6`,
    ),
  ]
  const { rows } = await sql<Row>`
    with mine as materialized (${mine}),
    found as (
      select distinct mine.id as self, likely.id as other from mine
      cross join lateral (${sql.join(ways, sql` union all `)}) likely)
    select found.self, found.other,
      (p.uscc = mine.uscc) is true as same_code, (p.uscc <> mine.uscc) is true as other_code,
      p.name_key = mine.name_key as same_name, similarity(p.name_sound, mine.name_sound) as similarity,
      ${contained} as contained, p.address_key = mine.address_key and p.address_key <> '' as same_address,
      (p.community = mine.community) is true as same_community,
      (p.responsible_phone = any(mine.phones) or p.manager_phone = any(mine.phones)) is true as same_phone,
      mine.name_key as own_name, p.name_key as name, mine.lng as own_lng, mine.lat as own_lat, p.lng, p.lat
    from found join mine on mine.id is not distinct from found.self
    join premises.premises p on p.district = ${district} and p.id = found.other`.execute(tx)
  return rows.flatMap(({ self, other, ownName, name, ownLng, ownLat, lng, lat, ...common }) => {
    const apart = ownLng === null || ownLat === null || lng === null || lat === null
    const metres = apart ? null : Math.round(metresBetween([ownLng, ownLat], [lng, lat]))
    const likeness = { ...common, otherNumber: haveOtherNumbers(ownName, name), metres }
    return mayBeOne(likeness) ? [{ self, other, metres, ...scoreOf(likeness) }] : []
  })
}

/** Records like one that is not written yet, the surest first, in whoever's reach they lie. */
export async function like(context: Context, sought: Sought): Promise<Likely[]> {
  const found = await likelyOf(context, underWay(sought))
  return found.sort((a, b) => b.score - a.score)
}

/** Looks for duplicates of some records and writes the pairs down; pairs that nothing speaks for any more go. */
export async function renewPairs(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await likelyOf(context, recorded(context.district, ids))
  const pairs = new Map<string, { one: string; other: string; grounds: TwinGround[]; score: number }>()
  for (const { self, other: twin, grounds, score } of found) {
    const [one = '', other = ''] = [self ?? '', twin].sort()
    pairs.set(`${one} ${other}`, { one, other, grounds, score })
  }
  // Always in one order, so that two who write the same pairs wait for each other instead of standing in the way.
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  await forget(context, ids, sorted)
  if (sorted.length > 0) await write(context, sorted)
}

type Pair = { one: string; other: string }
const asTable = (pairs: readonly Pair[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (one uuid, other uuid, grounds text[], score real)`

async function forget({ tx, district }: Context, ids: readonly string[], pairs: readonly Pair[]): Promise<void> {
  await sql`
    delete from premises.twin
    where district = ${district} and state = 'open'
      and (one = any(${[...ids]}::uuid[]) or other = any(${[...ids]}::uuid[]))
      and (one, other) not in (select pair.one, pair.other from ${asTable(pairs)})`.execute(tx)
}

/** What a person judged stays judged, until something more speaks for the pair. */
async function write({ tx, district, at }: Context, pairs: readonly Pair[]): Promise<void> {
  await sql`
    insert into premises.twin (district, one, other, grounds, score, state, found_at)
    select ${district}, pair.one, pair.other, pair.grounds, pair.score, 'open', ${at.instant}::timestamptz
    from ${asTable(pairs)} order by 2, 3
    on conflict (district, one, other) do update
    set grounds = excluded.grounds, score = excluded.score, state = 'open', judged_by = null, judged_at = null,
      found_at = case when twin.state = 'open' then twin.found_at else excluded.found_at end
    where (twin.state = 'open' and (twin.grounds <> excluded.grounds or twin.score <> excluded.score))
      or (twin.state = 'different' and not excluded.grounds <@ twin.grounds)`.execute(tx)
}

/** The next records entered since an instant, in the order of their entering. */
export async function enteredSince(
  { tx, district }: Pick<Context, 'tx' | 'district'>,
  since: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('premises.premises')
    .select('id')
    .where('district', '=', district)
    .where('id', '>', after ?? firstIdOf(since))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The least id that can be given at an instant: UUIDv7 begins with the milliseconds. */
function firstIdOf(instant: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
