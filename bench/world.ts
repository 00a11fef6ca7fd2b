/** A durable database of its own for a benchmark, with a district in it; gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { demoPassword } from '../src/app/demo/cast.ts'
import { makeLand } from '../src/app/demo/geography.ts'
import { demoFounding, nameCommunities } from '../src/app/demo/organisation.ts'
import { newDistrict } from '../src/app/founding.ts'
import { inContext, openParts, type Parts } from '../src/app/parts.ts'
import { foundDistrict } from '../src/areas/organisation/public.ts'
import { random } from '../src/kernel/random.ts'
import { readConfig } from '../src/platform/config.ts'

export const benchDistrict = '990109'

/** Founds the demonstration's bodies and communities, without incidents, and does the work. */
export async function withDistrict<T>(work: (parts: Parts, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-bench-'))
  const parts = await openParts(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), pino({ level: 'silent' }))
  try {
    const seed = random('bench')
    const land = makeLand(seed)
    await inContext(parts, { district: benchDistrict, name: 'bench' }, async (context) => {
      await newDistrict(context, { name: '测量区', city: '测量市', demonstration: false })
      await foundDistrict(context, demoFounding(land, nameCommunities(land, seed), seed), demoPassword)
    })
    return await work(parts, folder)
  } finally {
    await parts.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
