/** `npm run bench [name …]`: runs the benchmarks and prints their table; exits with 1 where a limit was missed. */
import { cpus } from 'node:os'
import { analysisBench } from './analysis.ts'
import { drawBench } from './draw.ts'
import { importBench } from './import.ts'
import { listBench } from './list.ts'
import { mapBench } from './map.ts'
import { type Bench, type Row, table } from './measure.ts'
import { pagesBench } from './pages.ts'
import { registerBench } from './register.ts'
import { registerImportBench } from './register-import.ts'
import { searchBench } from './search.ts'
import { startBench } from './start.ts'
import { visitsBench } from './visits.ts'

const benches: readonly Bench[] = [
  importBench,
  analysisBench,
  listBench,
  startBench,
  pagesBench,
  registerImportBench,
  searchBench,
  registerBench,
  mapBench,
  visitsBench,
  drawBench,
]

const wanted = process.argv.slice(2)
const chosen = benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0)
  throw new Error(`no such benchmark: ${wanted.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}`)

const rows: Row[] = []
for (const bench of chosen) {
  process.stderr.write(`${bench.name} …\n`)
  rows.push(...(await bench.run((line) => process.stderr.write(`  ${line}\n`))))
}
process.stderr.write(`\n${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Node ${process.versions.node}\n\n`)
process.stdout.write(`${table(rows)}\n`)
process.exitCode = rows.every(({ ratio, atMost }) => ratio <= atMost) ? 0 : 1
