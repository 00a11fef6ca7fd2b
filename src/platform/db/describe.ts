/** The database described: the TypeScript types of its tables, and a readable schema. Both are checked in. */
import type { Pool } from 'pg'
import { migrationsIn } from './migrate.ts'

interface Column {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
  generated: boolean
}

/** How a column's values come back, and how they may be written. */
const readTypes: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
}
const writeTypes: Readonly<Record<string, string>> = { json: 'string', jsonb: 'string' }

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

async function columnsOf(pool: Pool): Promise<Column[]> {
  const { rows } = await pool.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef and a.attgenerated = '' or a.attidentity = 'd' as defaulted,
      a.attgenerated <> '' or a.attidentity = 'a' as generated
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^(pg_temp|graphile)'
    order by n.nspname, c.relname, a.attnum`)
  return rows
}

function columnType({ type, nullable, defaulted, generated }: Column): string {
  const orNull = nullable ? ' | null' : ''
  const read = `${readTypes[type] ?? 'string'}${isUnknown(type) ? '' : orNull}`
  const write = `${writeTypes[type] ?? readTypes[type] ?? 'string'}${orNull}`
  if (generated) return `ColumnType<${read}, never, never>`
  if (defaulted || nullable || read !== write) {
    const insert = defaulted || nullable ? `${write} | undefined` : write
    return `ColumnType<${read}, ${insert}, ${write}>`
  }
  return read
}
const isUnknown = (type: string) => readTypes[type] === 'unknown'

/** The file src/platform/tables.ts. */
export async function describeTables(pool: Pool): Promise<string> {
  const byTable = Map.groupBy(await columnsOf(pool), ({ schema, table }) => `${schema}.${camel(table)}`)
  const tables = [...byTable].map(([name, columns]) => {
    const lines = columns.map((column) => `    ${camel(column.column)}: ${columnType(column)}`)
    return `  '${name}': {\n${lines.join('\n')}\n  }`
  })
  return `/** The tables as PostgreSQL has them. Written by \`npm run db:types\`; a test says when it is stale. */
import type { ColumnType } from 'kysely'

export interface Tables {
${tables.join('\n')}
}
`
}

/** The file docs/schema.sql: all tables with their constraints, indexes and triggers, after all migrations. */
export async function describeSchema(pool: Pool): Promise<string> {
  const text = async (sql: string) => (await pool.query<{ line: string }>(sql)).rows.map(({ line }) => line)
  const own = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^(pg_temp|graphile)'`
  const columns = await text(`
    select format('%I.%I', n.nspname, c.relname) || E'\\t  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when a.attidentity <> '' then ' generated always as identity'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${own}
    order by n.nspname, c.relname, a.attnum`)
  const constraints = await text(`
    select format('%I.%I', n.nspname, c.relname) || E'\\t  ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype <> 'n' and ${own} order by n.nspname, c.relname, k.contype desc, k.conname`)
  const indexes = await text(`
    select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and ${own}
    order by n.nspname, c.relname, i.indexrelid::regclass::text`)
  const triggers = await text(`
    select pg_get_triggerdef(t.oid) || ';' as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${own} order by 1`)
  const byTable = Map.groupBy([...columns, ...constraints], (line) => line.split('\t')[0] ?? '')
  const tables = [...byTable].map(
    ([table, lines]) => `create table ${table} (\n${lines.map((line) => line.split('\t')[1]).join(',\n')}\n);`,
  )
  const after = migrationsIn().map(({ name }) => `--   ${name}`)
  return [
    '-- The schema after all migrations. Written by `npm run db:types`; a test says when it is stale.',
    ...after,
    '',
    tables.join('\n\n'),
    '',
    ...indexes,
    '',
    ...triggers,
    '',
  ].join('\n')
}
