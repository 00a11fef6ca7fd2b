/** Imports a file of premises in a process of its own, whose memory is then its own: prints milliseconds and peak bytes. */
import { createReadStream } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { pino } from 'pino'
import { inContext, machine, openParts } from '../src/app/parts.ts'
import { importPremises } from '../src/areas/premises/public.ts'
import { readConfig } from '../src/platform/config.ts'
import { rememberFile } from '../src/platform/files/files.ts'
import { createRun } from '../src/platform/imports/runs.ts'

const [district = '', path = ''] = process.argv.slice(2)
const parts = await openParts(readConfig(process.env), pino({ level: 'silent' }))
try {
  const began = performance.now()
  const kept = await parts.files.put(createReadStream(path))
  const actor = machine('bench')
  const base = { fileName: 'bench.jsonl', dryRun: false, skipBad: false }
  const run = await inContext(parts, { district, name: 'bench' }, async (context) => {
    const file = await rememberFile(context, { ...kept, name: base.fileName, mediaType: 'application/jsonl' })
    return createRun(context, { kind: 'premises', file, ...base, profile: null })
  })
  const end = await importPremises(parts, { district, run, actor, sha256: kept.sha256, profile: undefined, ...base })
  const { rowsNew, faults } = end
  const time = performance.now() - began
  // Kilobytes, as the operating system has them.
  const peak = process.resourceUsage().maxRSS * 1024
  process.stdout.write(JSON.stringify({ rowsNew, faults: faults.slice(0, 3), time, peak }))
} finally {
  await parts.close()
}
