/** Finding records in the database: filtered lists, the search box, counts, files. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Cursor, cursorText, parseCursor } from '../../../kernel/cursor.ts'
import type { Context } from '../../../platform/context.ts'
import { soundOfQuestion } from '../../../platform/pinyin.ts'
import type { Premises } from '../record-contract.ts'
import { reachOf, shown, shownColumns, within } from '../store.ts'
import type { Counts, CountsQuery, Found, PremisesFilter, PremisesQuery } from './contract.ts'
import { isShort, mayBeMistaken, mistakes, pairsOf, partOf, prefixOf, type Question, questionOf } from './question.ts'

type Condition = RawBuilder<SqlBool>

const column = (name: string) => sql.ref(`premises.${name}`)

/** One of several values; 'none' stands for unknown. */
function oneOf(name: string, type: 'text' | 'uuid', values: readonly string[] | undefined): Condition[] {
  if (!values || values.length === 0) return []
  const [first, ...more] = values.filter((value) => value !== 'none')
  const unknown = values.includes('none') ? [sql<SqlBool>`${column(name)} is null`] : []
  if (first === undefined) return unknown
  const cast = sql.raw(type)
  // One value as an equation: only then does its index keep the order of the list.
  const any =
    more.length === 0
      ? sql<SqlBool>`${column(name)} = ${first}::${cast}`
      : sql<SqlBool>`${column(name)} = any(${[first, ...more]}::${cast}[])`
  return unknown.length === 0 ? [any] : [sql<SqlBool>`(${any} or ${column(name)} is null)`]
}

/** What the tally knows as well: these filters are counted without reading the register. */
function tallied(f: PremisesFilter, source: Source): Condition[] {
  const located = source === 'tally' ? sql`premises.located` : sql`premises.lng is not null`
  const hazardous = source === 'tally' ? sql`premises.hazardous` : sql`premises.open_hazards > 0`
  const inspected = source === 'tally' ? sql`premises.inspected` : sql`premises.last_inspected_on is not null`
  const is = (flag: boolean | undefined, of: RawBuilder<unknown>): Condition[] =>
    flag === undefined ? [] : [flag ? sql`(${of})` : sql`not (${of})`]
  return [
    ...(f.state?.length ? oneOf('state', 'text', f.state) : [sql<SqlBool>`premises.state <> 'merged'`]),
    ...oneOf('form', 'text', f.form),
    ...oneOf('kind', 'text', f.kind),
    ...oneOf('list', 'text', f.list),
    ...oneOf('station', 'uuid', f.station),
    ...oneOf('community', 'uuid', f.community),
    ...oneOf('street', 'uuid', f.street),
    ...oneOf('supervisor', 'uuid', f.supervisor),
    ...oneOf('officer', 'uuid', f.officer),
    ...(f.tag?.length ? [sql<SqlBool>`premises.tags && ${f.tag}::text[]`] : []),
    ...is(f.located === undefined ? undefined : f.located === 'known', located),
    ...is(f.proposed, sql`premises.proposed`),
    ...is(f.neverInspected === undefined ? undefined : !f.neverInspected, inspected),
    ...is(f.hazardous, hazardous),
  ]
}

/** What only the register itself can answer. */
function further(f: PremisesFilter, mayPhone: boolean): Condition[] {
  const question = f.q === undefined ? undefined : questionOf(f.q, soundOfQuestion)
  const part = (name: 'building' | 'estate' | 'company' | 'committee'): Condition[] =>
    f[name] === undefined ? [] : [sql`${column(name)} = ${f[name]}::uuid`]
  const offered = sql<SqlBool>`exists (select from premises.transfer open where open.district = premises.district
    and open.premises = premises.id and open.state = 'offered')`
  return [
    ...(f.offered === undefined ? [] : [f.offered ? offered : sql<SqlBool>`not ${offered}`]),
    ...oneOf('grid', 'uuid', f.grid),
    ...part('building'),
    ...part('estate'),
    ...part('company'),
    ...part('committee'),
    ...(f.inspectedFrom ? [sql<SqlBool>`premises.last_inspected_on >= ${f.inspectedFrom}::date`] : []),
    ...(f.inspectedTo ? [sql<SqlBool>`premises.last_inspected_on <= ${f.inspectedTo}::date`] : []),
    ...(f.expiresBy ? [sql<SqlBool>`premises.expires_on <= ${f.expiresBy}::date`] : []),
    ...(question ? [anywhere(question, mayPhone)] : []),
  ]
}

type Source = 'record' | 'tally'

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length > 0 ? sql`${sql.join([...conditions], sql` and `)}` : sql`true`
const any = (conditions: readonly Condition[]): Condition => sql`(${sql.join([...conditions], sql` or `)})`

const maySeePhones = ({ actor }: Context) => actor.permissions.includes('premises.reveal')

const conditions = (context: Context, f: PremisesFilter): Condition =>
  all([...tallied(f, 'record'), ...further(f, maySeePhones(context))])

/** What a filter finds inside the actor's reach, for statements on `premises.premises premises`. */
export const matching = (context: Context, f: PremisesFilter): Condition =>
  all([sql`premises.district = ${context.district}`, reachOf(context), conditions(context, f)])

/** What is written there has these pairs of characters, and fits the pattern: the index finds by the first. */
const written = (what: 'name' | 'address', pairs: readonly string[], pattern: string): Condition =>
  sql`(premises.pairs(${column(`${what}Key`)}) @> ${[...pairs]}::text[] and ${column(`${what}Key`)} like ${pattern})`

/** The name or the address holds it: as it is written, or in letters as it sounds or by its initials. */
function holds(what: 'name' | 'address', { key, hasHan }: Question): Condition {
  if (hasHan) return written(what, pairsOf(key), partOf(key))
  // Initials stand in capitals behind the sound: one walk through the index finds both.
  return sql`${column(`${what}Sound`)} ilike ${partOf(key)}`
}

/** The name begins with it. */
function begins({ key, hasHan }: Question): Condition {
  const prefix = prefixOf(key)
  if (hasHan) return sql`premises.name_key like ${prefix}`
  return sql`(premises.name_key like ${prefix} or premises.name_initials like ${prefix} or premises.name_pinyin like ${prefix})`
}

function anywhere(question: Question, mayPhone: boolean): Condition {
  const { number, code, phone } = question
  return any([
    begins(question),
    ...(isShort(question) ? [] : [holds('name', question), holds('address', question)]),
    ...(number ? [sql<SqlBool>`premises.premises_no like ${number}`] : []),
    ...(code ? [sql<SqlBool>`premises.uscc like ${code}`] : []),
    ...(phone && mayPhone ? [hasPhone(phone)] : []),
  ])
}

const hasPhone = (phone: string): Condition =>
  sql`(premises.responsible_phone = ${phone} or premises.manager_phone = ${phone})`

const found = sql`premises.id, premises.premises_no, premises.form, premises.kind, premises.state, premises.name,
  premises.address, premises.station`

/**
 * The first that fit, the surest first: number, code and phone, then names that begin so, names that hold it, addresses.
 * Each way is walked only where those before it did not find enough, and ends when there is.
 */
export async function search(
  context: Context,
  { q, form, limit }: { q: string; form?: string | undefined; limit: number },
): Promise<Found[]> {
  const question = questionOf(q, soundOfQuestion)
  if (!question) return []
  const { number, code, phone, key, hasHan } = question
  const base = all([
    sql`premises.district = ${context.district}`,
    reachOf(context),
    sql`premises.state <> 'merged'`,
    ...(form ? [sql<SqlBool>`premises.form = ${form}`] : []),
  ])
  const way = (by: Found['by'], condition: Condition, order?: RawBuilder<unknown>) =>
    sql`(select ${found}, ${by}::text as by from premises.premises premises where ${base} and ${condition}
      ${order ? sql`order by ${order}` : sql``} limit ${limit})`
  const prefix = prefixOf(key)
  const as = (name: 'nameKey' | 'nameInitials' | 'namePinyin'): Condition => sql`${column(name)} like ${prefix}`
  const beginning = [
    way('name', as('nameKey'), sql`premises.name_key`),
    ...(hasHan
      ? []
      : [
          way('name', sql`${as('nameInitials')} and not ${as('nameKey')}`, sql`premises.name_initials`),
          way(
            'name',
            sql`${as('namePinyin')} and not ${any([as('nameKey'), as('nameInitials')])}`,
            sql`premises.name_pinyin`,
          ),
        ]),
  ]
  const within = isShort(question)
    ? []
    : [
        way('name', sql`${holds('name', question)} and not ${begins(question)}`),
        way('address', sql`${holds('address', question)} and not ${holds('name', question)}`),
      ]
  const numbers = [
    ...(phone && maySeePhones(context) ? [way('phone', hasPhone(phone))] : []),
    ...(number ? [way('number', sql`premises.premises_no like ${number}`, sql`premises.premises_no`)] : []),
    ...(code ? [way('code', sql`premises.uscc like ${code}`, sql`premises.uscc`)] : []),
  ]
  // Only what is found by a number may be found by its name as well.
  const most = numbers.length > 0 ? 2 * limit : limit
  const rows = (await ask(context, [...numbers, ...beginning, ...within], most)).slice(0, limit)
  if (rows.length > 0 || !mayBeMistaken(question)) return rows
  return ask(context, hasHan ? nearHan(question, way) : nearLetters(question, way), limit)
}

type Way = (by: Found['by'], condition: Condition) => RawBuilder<unknown>

/** One character differs; else the whole name sounds alike, as when the first of the proposed characters was taken. */
function nearHan(question: Question, way: Way): RawBuilder<unknown>[] {
  const likely = mistakes(question)
  const one = (what: 'name' | 'address') => any(likely.map(({ written: as, pairs }) => written(what, pairs, as)))
  const alike = sql<SqlBool>`premises.name_sound like ${partOf(question.sound)}`
  return [one('name'), one('address'), alike].map((condition) => way('near', condition))
}

function nearLetters(question: Question, way: Way): RawBuilder<unknown>[] {
  const near = (what: 'name' | 'address') =>
    any(mistakes(question).map(({ written: as }) => sql<SqlBool>`${column(`${what}Sound`)} like ${as}`))
  return [near('name'), near('address')].map((condition) => way('near', condition))
}

/** Runs the ways one after the other until so many are found; a record found twice is shown once. */
async function ask({ tx }: Context, ways: readonly RawBuilder<unknown>[], most: number): Promise<Found[]> {
  const { rows } = await sql<Found>`${sql.join([...ways], sql` union all `)} limit ${most}`.execute(tx)
  const seen = new Map<string, Found>()
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, row)
  return [...seen.values()]
}

/** What a list is sorted by; never inspected comes first from below. The id makes every order total. */
const sorts = {
  enteredAt: { by: sql`premises.id`, cast: 'uuid', of: (row: Premises) => row.id },
  name: { by: sql`premises.name_pinyin`, cast: 'text', of: (row: Premises & { namePinyin: string }) => row.namePinyin },
  premisesNo: { by: sql`premises.premises_no`, cast: 'text', of: (row: Premises) => row.premisesNo },
  lastInspectedOn: {
    by: sql`coalesce(premises.last_inspected_on, '0001-01-01'::date)`,
    cast: 'date',
    of: (row: Premises) => row.lastInspectedOn ?? '0001-01-01',
  },
} as const

interface Order {
  readonly sort: PremisesQuery['sort']
  readonly cursor?: Cursor | undefined
}

function ordered(context: Context, filter: PremisesFilter, { sort, cursor }: Order) {
  const down = sort.startsWith('-')
  const { by, cast } = sorts[sort.replace('-', '') as keyof typeof sorts]
  let rows = within(context)
    .select(shownColumns.map((name) => `premises.${name}` as const))
    .select('premises.namePinyin')
    .where(conditions(context, filter))
  if (cursor) {
    const [value, id] = cursor
    const edge = sql`(${value}::${sql.raw(cast)}, ${id}::uuid)`
    rows = rows.where(
      down ? sql<SqlBool>`(${by}, premises.id) < ${edge}` : sql<SqlBool>`(${by}, premises.id) > ${edge}`,
    )
  }
  const direction = down ? 'desc' : 'asc'
  return rows.orderBy(by, direction).orderBy('premises.id', direction)
}

export async function list(context: Context, query: PremisesQuery) {
  const { after, limit, sort, ...filter } = query
  const cursor = after === undefined ? undefined : parseCursor(after)
  const rows = await ordered(context, filter, { sort, cursor })
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const { of } = sorts[sort.replace('-', '') as keyof typeof sorts]
  const next = last && rows.length > limit ? cursorText([of(last as never), last.id]) : null
  return { items: items.map(({ namePinyin: _, ...row }) => shown(row)), next }
}

/** Everything that a filter finds, row by row: for files, however many there are. */
export async function* stream(
  context: Context,
  filter: PremisesFilter,
  sort: PremisesQuery['sort'],
): AsyncGenerator<Premises> {
  for await (const { namePinyin: _, ...row } of ordered(context, filter, { sort }).stream(1000)) yield shown(row)
}

/** What the tally has of a record, for records that are counted as they stand. */
const asTally = sql`premises.form, premises.state, premises.kind, premises.tags, premises.list, premises.station,
  premises.community, premises.street, premises.supervisor, premises.officer, premises.lng is not null as located,
  premises.proposed, premises.open_hazards > 0 as hazardous, 1 as n`

/** What only the register itself can answer is counted so far: nobody reads to the end of a longer list. */
const mostCounted = 5_000

/**
 * Counts of what a filter finds, and by each facet without the facet's own filter. What the whole filter finds is gathered
 * once, from the tally where it knows enough; only facets with a filter of their own are looked for anew.
 */
export async function counts(context: Context, { by = [], ...filter }: CountsQuery): Promise<Counts> {
  const asked = further(filter, maySeePhones(context))
  const source: Source = asked.length > 0 ? 'record' : 'tally'
  const found = (f: PremisesFilter) => sql`
    select ${source === 'tally' ? sql`*` : asTally}
    from ${source === 'tally' ? sql`premises.tally` : sql`premises.premises`} premises
    where ${all([sql`premises.district = ${context.district}`, reachOf(context), ...tallied(f, source), ...asked])}
    ${source === 'tally' ? sql`` : sql`limit ${mostCounted + 1}`}`
  const count = (name: string, value: RawBuilder<unknown>, from: RawBuilder<unknown>) => sql`
    select ${name} as by, coalesce(value::text, 'none') as value, n from (
      select ${value} as value, sum(premises.n)::bigint as n from ${from} premises group by 1) counted where n > 0`
  const facets = by.map((facet) => {
    const { [facet]: own, ...others } = filter
    const value = facet === 'tag' ? sql`unnest(premises.tags)` : column(facet)
    return count(facet, value, own === undefined ? sql`gathered` : sql`(${found(others)})`)
  })
  const { rows } = await sql<{ by: string; value: string; n: number }>`
    with gathered as materialized (${found(filter)})
    ${sql.join([count('total', sql`''`, sql`gathered`), ...facets], sql` union all `)}
    order by n desc, value`.execute(context.tx)
  const total = rows.find((row) => row.by === 'total')?.n ?? 0
  if (source === 'record' && total > mostCounted) return { total: mostCounted, atLeast: true, facets: [] }
  return {
    total,
    atLeast: false,
    facets: by.map((facet) => ({
      by: facet,
      values: rows.filter((row) => row.by === facet).map(({ value, n }) => ({ value, n })),
    })),
  }
}
