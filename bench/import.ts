/** Importing 100,000 incidents (CSV → validated → stored → ledger) against a bare COPY of the same rows. */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { makeLand } from '../src/app/demo/geography.ts'
import { incidents } from '../src/app/demo/incidents.ts'
import { asRow } from '../src/app/demo/load.ts'
import { nameCommunities } from '../src/app/demo/organisation.ts'
import { inContext, machine, type Parts } from '../src/app/parts.ts'
import { importIncidents } from '../src/areas/incidents/public.ts'
import { random } from '../src/kernel/random.ts'
import { onOneConnection } from '../src/platform/db/database.ts'
import { csvLine } from '../src/platform/exports/csv.ts'
import { rememberFile } from '../src/platform/files/files.ts'
import { createRun } from '../src/platform/imports/runs.ts'
import { type Bench, median, type Row } from './measure.ts'
import { benchDistrict, withDistrict } from './world.ts'

const rows = 100_000
const rounds = 3

/** A CSV of the canonical layout, as a bureau would bring it. */
async function writeFile(path: string): Promise<void> {
  const seed = random('bench')
  const land = makeLand(seed)
  const world = { land, communities: nameCommunities(land, seed) }
  function* lines() {
    let n = 0
    for (const incident of incidents(seed, world, '1992-01-01', '2025-12-31')) {
      const row = asRow(incident)
      if (n === 0) yield csvLine(Object.keys(row))
      yield csvLine(Object.values(row).map((value) => String(value ?? '')))
      if (++n === rows) return
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

async function timeImport(parts: Parts, path: string): Promise<number> {
  const began = performance.now()
  const kept = await parts.files.put(createReadStream(path))
  const actor = machine('bench')
  const base = { fileName: 'bench.csv', dryRun: false, skipBad: false }
  const run = await inContext(parts, { district: benchDistrict, name: 'bench' }, async (context) => {
    const file = await rememberFile(context, { ...kept, name: 'bench.csv', mediaType: 'text/csv' })
    return createRun(context, { kind: 'incidents', file, ...base, profile: null })
  })
  const order = { district: benchDistrict, run, actor, sha256: kept.sha256, profile: undefined, ...base }
  const end = await importIncidents(parts, order)
  if (end.rowsNew !== rows) throw new Error(`imported ${end.rowsNew}: ${JSON.stringify(end.faults.slice(0, 3))}`)
  return performance.now() - began
}

/** The same rows out of the table and by COPY into one that is made the same: same columns, checks and indexes. */
export async function timeCopy(parts: Parts, table: string, path: string): Promise<number> {
  return onOneConnection(parts.database, async (_db, client) => {
    const { rows: columns } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ',' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const names = columns[0]?.names ?? ''
    await pipeline(client.query(copyTo(`copy ${table} (${names}) to stdout`)), createWriteStream(path))
    await client.query(`create table public.bare (like ${table} including all)`)
    const began = performance.now()
    await pipeline(createReadStream(path), client.query(copyFrom(`copy public.bare (${names}) from stdin`)))
    const time = performance.now() - began
    await client.query('drop table public.bare')
    return time
  })
}

export const importBench: Bench = {
  name: 'import',
  run: (say) =>
    withDistrict(async (parts, folder): Promise<Row[]> => {
      const path = join(folder, 'bench.csv')
      await writeFile(path)
      const imports: number[] = []
      const copies: number[] = []
      for (let round = 0; round < rounds; round++) {
        imports.push(await timeImport(parts, path))
        copies.push(await timeCopy(parts, 'incidents.incident', join(folder, 'bare.copy')))
        say(`import ${Math.round(imports.at(-1) ?? 0)} ms, bare COPY ${Math.round(copies.at(-1) ?? 0)} ms`)
        await parts.database.pool.query('truncate incidents.incident')
      }
      const [mine, bare] = [median(imports.sort((a, b) => a - b)), median(copies.sort((a, b) => a - b))]
      const perSecond = (time: number) => `${Math.round(rows / time)} k rows/s`
      return [
        {
          what: 'import of 100,000 incidents, rows per second',
          measured: perSecond(mine),
          against: `bare COPY into a table made the same: ${perSecond(bare)}`,
          ratio: mine / bare,
          atMost: 5,
        },
      ]
    }),
}
