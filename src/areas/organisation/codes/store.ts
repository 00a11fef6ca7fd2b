/** Code tables in the database: shipped entries, and what the district made of them. */
import type { CodeEntry, CodeTable } from '../../../kernel/codes.ts'
import type { Context } from '../../../platform/context.ts'
import { forgetStamp, whileItHolds } from '../reference/store.ts'
import type { Code } from './contract.ts'

/** Days that stand for "always held" and "holds for ever". */
export const always = '0001-01-01'
export const forever = '9999-12-31'

/** Puts the shipped tables in, or renews them; entries that the district edited stay as they are. */
export async function ship({ tx, district }: Pick<Context, 'tx' | 'district'>, tables: readonly CodeTable[]) {
  forgetStamp({ tx })
  const rows = tables.flatMap((table) =>
    table.entries.map((entry, position) => ({
      district,
      tableKey: table.key,
      code: entry.code,
      validFrom: entry.from ?? always,
      validUntil: entry.until ?? forever,
      position,
      zh: entry.zh,
      en: entry.en,
      parent: entry.parent ?? null,
      props: JSON.stringify(entry.props ?? {}),
    })),
  )
  await tx
    .insertInto('organisation.codeTable')
    .values(tables.map(({ key, zh, en }) => ({ district, key, zh, en })))
    .onConflict((on) =>
      on.columns(['district', 'key']).doUpdateSet((e) => ({ zh: e.ref('excluded.zh'), en: e.ref('excluded.en') })),
    )
    .execute()
  await tx
    .insertInto('organisation.code')
    .values(rows)
    .onConflict((on) =>
      on
        .columns(['district', 'tableKey', 'code', 'validFrom'])
        .doUpdateSet((e) => ({
          validUntil: e.ref('excluded.validUntil'),
          position: e.ref('excluded.position'),
          zh: e.ref('excluded.zh'),
          en: e.ref('excluded.en'),
          parent: e.ref('excluded.parent'),
          props: e.ref('excluded.props'),
        }))
        .where('organisation.code.edited', '=', false),
    )
    .execute()
}

export async function list({ tx, district }: Context, table: string): Promise<Code[]> {
  const rows = await tx
    .selectFrom('organisation.code')
    .selectAll()
    .where('district', '=', district)
    .where('tableKey', '=', table)
    .orderBy('position')
    .orderBy('code')
    .orderBy('validFrom')
    .execute()
  return rows.map(({ tableKey, code, zh, en, parent, validFrom, validUntil, props, edited }) => ({
    table: tableKey,
    code,
    zh,
    en,
    parent,
    from: validFrom,
    until: validUntil,
    props: props as Code['props'],
    edited,
  }))
}

/** A table as rules read it; undefined where the district has none of that key. */
export const findTable = (context: Context, key: string): Promise<CodeTable | undefined> =>
  whileItHolds(context, `code table ${key}`, () => readTable(context, key))

async function readTable(context: Context, key: string): Promise<CodeTable | undefined> {
  const named = (await tables(context)).find((table) => table.key === key)
  if (!named) return undefined
  const entries = (await list(context, key)).map(
    ({ code, zh, en, parent, from, until, props }): CodeEntry => ({
      code,
      zh,
      en,
      ...(parent === null ? {} : { parent }),
      ...(from === always ? {} : { from }),
      ...(until === forever ? {} : { until }),
      props,
    }),
  )
  return { key, zh: named.zh, en: named.en, entries }
}

/** Makes others wait who would change the table: what one of them checked still holds when it writes. */
export async function lockTable({ tx, district }: Context, key: string): Promise<boolean> {
  const found = await tx
    .selectFrom('organisation.codeTable')
    .select('key')
    .where('district', '=', district)
    .where('key', '=', key)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found !== undefined
}

/** The tables, and how many entries each has. */
export async function tables({ tx, district }: Context) {
  return tx
    .selectFrom('organisation.codeTable as t')
    .leftJoin('organisation.code as c', (join) =>
      join.onRef('c.district', '=', 't.district').onRef('c.tableKey', '=', 't.key'),
    )
    .select(['t.key', 't.zh', 't.en', (e) => e.fn.count<number>('c.code').as('entries')])
    .where('t.district', '=', district)
    .groupBy(['t.key', 't.zh', 't.en'])
    .orderBy('t.key')
    .execute()
}

/** Adds an entry or changes the one that begins on the same day; it is the district's own from then on. */
export async function save({ tx, district }: Context, code: Omit<Code, 'edited'>): Promise<void> {
  forgetStamp({ tx })
  const own = {
    validUntil: code.until,
    zh: code.zh,
    en: code.en,
    parent: code.parent,
    props: JSON.stringify(code.props),
    edited: true,
  }
  await tx
    .insertInto('organisation.code')
    .values((e) => ({
      district,
      tableKey: code.table,
      code: code.code,
      validFrom: code.from,
      position: e
        .selectFrom('organisation.code')
        .select((c) => c.fn.coalesce(c(c.fn.max('position'), '+', 1), c.val(0)).as('next'))
        .where('district', '=', district)
        .where('tableKey', '=', code.table),
      ...own,
    }))
    .onConflict((on) => on.columns(['district', 'tableKey', 'code', 'validFrom']).doUpdateSet(own))
    .execute()
}
