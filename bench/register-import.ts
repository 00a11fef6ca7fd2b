/** Importing 1,000,000 records of premises (JSON Lines → validated → stored → ledger) against a bare COPY of the same rows. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { premisesFile } from '../src/app/demo/premises/file.ts'
import { timeCopy } from './import.ts'
import type { Bench, Row } from './measure.ts'
import { million, premisesRows } from './premises-fill.ts'
import { benchDistrict, withDistrict } from './world.ts'

const mostBytes = 300_000_000
const alone = fileURLToPath(new URL('import-alone.ts', import.meta.url))
/** While there is room V8 takes it: what is measured is what an import needs, and how long it takes then. */
const capped = ['--max-old-space-size=128', '--max-semi-space-size=8']
const Told = z.object({ rowsNew: z.int(), faults: z.array(z.unknown()), time: z.number(), peak: z.number() })

export const registerImportBench: Bench = {
  name: 'register-import',
  run: (say) =>
    withDistrict(async (parts, folder): Promise<Row[]> => {
      const path = join(folder, 'premises.jsonl')
      await premisesFile(path, premisesRows(million))
      const env = { ...process.env, DATABASE_URL: parts.database.url, DATA_DIR: join(folder, 'alone') }
      const { stdout } = await promisify(execFile)(process.execPath, [...capped, alone, benchDistrict, path], { env })
      const { rowsNew, faults, time, peak } = Told.parse(JSON.parse(stdout))
      if (rowsNew !== million) throw new Error(`imported ${rowsNew}: ${JSON.stringify(faults)}`)
      say(`import ${Math.round(time / 1000)} s, at most ${Math.round(peak / 1e6)} MB`)
      const bare = await timeCopy(parts, 'premises.premises', join(folder, 'bare.copy'))
      say(`bare COPY ${Math.round(bare / 1000)} s`)
      const perSecond = (took: number) => `${(million / took).toFixed(1)} k rows/s`
      return [
        {
          what: 'import of 1,000,000 records of premises, rows per second',
          measured: perSecond(time),
          against: `bare COPY into a table made the same: ${perSecond(bare)}`,
          ratio: time / bare,
          atMost: 5,
        },
        {
          what: 'memory of the importing process at its peak, 1,000,000 records',
          measured: `${Math.round(peak / 1e6)} MB`,
          against: `${mostBytes / 1e6} MB`,
          ratio: peak / mostBytes,
          atMost: 1,
        },
      ]
    }),
}
