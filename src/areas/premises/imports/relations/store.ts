/** What the rows of a file say of buildings, estates, companies and committees, found in the register and in the file. */
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { snake } from '../../../../platform/db/names.ts'
import { type Relation, relationKeys, relations } from '../../checks.ts'
import { reachOf } from '../../store.ts'
import { saidKeyOf, saidOf } from '../staging.ts'

/** What a row calls its building, estate, company or committee becomes that record: by number, else by name. */
export async function resolveRelations(context: Context): Promise<void> {
  for (const relation of relationKeys) await resolve(context, relation)
}

async function resolve(context: Context, relation: Relation): Promise<void> {
  const { tx, district } = context
  const [target, said, key] = [relation, saidOf(relation), saidKeyOf(relation)].map((name) => sql.ref(snake(name)))
  const { rows } = await sql`select from staged where ${said} is not null limit 1`.execute(tx)
  if (rows.length === 0) return
  const { to, of } = relations[relation]
  await sql`
    update staged set problem = ${`relation-not-of-this-form ${relation}`}
    where known is null and ${said} is not null and form <> all(${[...of]}::text[])`.execute(tx)
  const within = sql`premises.district = ${district} and premises.form = ${to} and premises.state <> 'merged' and ${reachOf(context)}`
  const found = (matches: RawBuilder<unknown>, own: RawBuilder<unknown>) => sql`
    select s.line, s.community, premises.id, premises.community as there from staged s
      join premises.premises premises on ${within} and ${matches}
      where s.${target} is null and s.${said} is not null
    union all
    select s.line, s.community, o.id, o.community from staged s
      join staged o on o.form = ${to} and o.known is null and ${own}
      where s.${target} is null and s.${said} is not null`
  await sql`
    update staged s set ${target} = r.id from (${found(sql`premises.premises_no = s.${said}`, sql`o.premises_no = s.${said}`)}) r
    where r.line = s.line`.execute(tx)
  // Of several with one name the one in the row's own community is meant.
  await sql`
    update staged s set ${target} = case when r.n = 1 then r.id when r.near = 1 then r.nearest end,
      problem = case when r.n = 1 or r.near = 1 then s.problem else ${`ambiguous-relation ${relation}`} end
    from (
      select line, count(*) as n, min(id::text)::uuid as id, count(*) filter (where there = community) as near,
        (min(id::text) filter (where there = community))::uuid as nearest
      from (${found(sql`premises.name_key = s.${key}`, sql`o.name_key = s.${key}`)}) named group by line) r
    where r.line = s.line`.execute(tx)
  await sql`
    update staged s set problem = ${`unknown-relation ${relation}`}
    where s.${said} is not null and s.${target} is null and s.problem is null`.execute(tx)
}
