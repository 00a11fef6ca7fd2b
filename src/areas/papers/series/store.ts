/** Numbers in the database: how a body calls itself, its patterns, and the last serial given. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Letterhead } from '../record-contract.ts'

/**
 * Takes the next serial. The row stays locked until the transaction is over, so that no number is given twice and one
 * that was rolled back is given again.
 */
export async function take({ tx, district }: Context, body: string, form: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('papers.series')
    .values({ district, body, form, year, last: 1 })
    .onConflict((on) =>
      on.columns(['district', 'body', 'form', 'year']).doUpdateSet({ last: sql<number>`series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function lasts({ tx, district }: Context, year: number) {
  return tx
    .selectFrom('papers.series')
    .select(['body', 'form', 'last'])
    .where('district', '=', district)
    .where('year', '=', year)
    .execute()
}

export async function voided({ tx, district }: Context, year: number) {
  return tx
    .selectFrom('papers.paper')
    .select(['body', 'form'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('district', '=', district)
    .where('year', '=', year)
    .where('state', '=', 'voided')
    .groupBy(['body', 'form'])
    .execute()
}

export async function patterns({ tx, district }: Context) {
  return tx.selectFrom('papers.pattern').select(['body', 'form', 'pattern']).where('district', '=', district).execute()
}

/** Sets a pattern; null goes back to the usual one. */
export async function setPattern(
  { tx, district }: Context,
  { body, form, pattern }: { body: string; form: string; pattern: string | null },
): Promise<void> {
  if (pattern === null) {
    await tx
      .deleteFrom('papers.pattern')
      .where('district', '=', district)
      .where('body', '=', body)
      .where('form', '=', form)
      .execute()
    return
  }
  await tx
    .insertInto('papers.pattern')
    .values({ district, body, form, pattern })
    .onConflict((on) => on.columns(['district', 'body', 'form']).doUpdateSet({ pattern }))
    .execute()
}

export async function letterheads({ tx, district }: Context): Promise<(Letterhead & { body: string })[]> {
  return tx
    .selectFrom('papers.letterhead')
    .select(['body', 'fullName', 'organ', 'station', 'reviewBody', 'court'])
    .where('district', '=', district)
    .execute()
}

export async function setLetterhead({ tx, district, actor, at }: Context, body: string, letterhead: Letterhead) {
  const set = { ...letterhead, changedBy: actor.name, changedAt: at.instant }
  await tx
    .insertInto('papers.letterhead')
    .values({ district, body, ...set })
    .onConflict((on) => on.columns(['district', 'body']).doUpdateSet(set))
    .execute()
}

/** Makes others wait who would change numbers: what one of them checked still holds when it writes. */
export async function hold({ tx, district }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`papers.series ${district}`}, 0))`.execute(tx)
}
