/** Fills the measured district with so many records of premises, by the register's own reading and staging of rows. */

import { sql } from 'kysely'
import { makeLand } from '../src/app/demo/geography.ts'
import { nameCommunities } from '../src/app/demo/organisation.ts'
import { premises } from '../src/app/demo/premises/premises.ts'
import type { PremisesDemoRow } from '../src/app/demo/premises/row.ts'
import { machine, type Parts } from '../src/app/parts.ts'
import { premisesLayout } from '../src/areas/premises/import-layout.ts'
import { premisesImporter } from '../src/areas/premises/imports/jobs.ts'
import { recordFields } from '../src/areas/premises/imports/staging.ts'
import { random } from '../src/kernel/random.ts'
import { now } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import { copyRows } from '../src/platform/db/copy.ts'
import { onOneConnection } from '../src/platform/db/database.ts'
import { snake } from '../src/platform/db/names.ts'
import { compileRows } from '../src/platform/imports/compile.ts'
import { benchDistrict } from './world.ts'

export const million = 1_000_000

/** The same rows each time. */
export function premisesRows(count: number): Generator<PremisesDemoRow> {
  const seed = random('bench')
  const land = makeLand(seed)
  return premises(seed, { land, communities: nameCommunities(land, seed) }, { count, day: now().day })
}

/** As an import would leave them, but without entries in the ledger; indexes are built when all rows are there. */
export async function fillPremises({ database }: Parts, count: number): Promise<void> {
  await onOneConnection(database, (own, client) =>
    own.transaction().execute(async (tx) => {
      const actor = machine('bench')
      const context: Context = { tx, district: benchDistrict, actor, at: now(), request: 'bench' }
      await sql`set local maintenance_work_mem = '512MB'`.execute(tx)
      await premisesImporter.makeStaging(context)
      const lookups = await premisesImporter.lookups(context)
      const stagedOf = await premisesImporter.stager(context)
      const headers = premisesLayout.columns.map(({ key }) => key)
      const reader = compileRows(premisesLayout, headers, { lookups, now: context.at.instant })
      function* staged() {
        let line = 0
        for (const row of premisesRows(count)) {
          line++
          const outcome = reader.read({
            line,
            cells: headers.map((key) => String(row[key as keyof PremisesDemoRow] ?? '')),
          })
          if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults))
          yield stagedOf(line, outcome.row, '')
        }
      }
      await copyRows(client, 'staged', premisesImporter.stagedColumns, staged())
      await premisesImporter.lockMerge(context)
      const rebuild = await dropIndexes(context)
      const columns = sql.raw(recordFields.map(snake).join(', '))
      await sql`
        insert into premises.premises (district, id, entered_at, ${columns})
        select ${benchDistrict}, id, ${context.at.instant}, ${columns} from staged order by line`.execute(tx)
      for (const index of rebuild) await sql.raw(index).execute(tx)
    }),
  )
  await sql`vacuum analyze premises.premises, premises.tally`.execute(database.db)
}

/** All but those that constraints need; returns what makes them again. */
async function dropIndexes({ tx }: Context): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
    where i.indrelid = 'premises.premises'::regclass and c.oid is null`.execute(tx)
  for (const { name } of rows) await sql.raw(`drop index ${name}`).execute(tx)
  return rows.map(({ definition }) => definition)
}
