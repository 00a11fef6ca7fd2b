/** A draw among 100,000 premises through the API: each of its steps, and the check of its package, against the clock. */
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { contract } from '../src/app/contract.ts'
import { demoPassword } from '../src/app/demo/cast.ts'
import type { Parts } from '../src/app/parts.ts'
import { verify } from '../src/areas/inspections/draws/verify.ts'
import { serving, time } from './client.ts'
import { type Bench, ms, type Row } from './measure.ts'
import { fillPremises } from './premises-fill.ts'
import { withDistrict } from './world.ts'

const population = 100_000
/** The seed's moment must lie behind the publishing, and the draw behind it. */
const untilSeed = 40_000
const limits = { prepare: 15_000, publish: 8_000, draw: 8_000, package: 5_000, verify: 8_000 } as const

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export const drawBench: Bench = {
  name: 'draw',
  run: (say) =>
    withDistrict(async (parts): Promise<Row[]> => {
      await fillPremises(parts, population)
      return measureDraw(parts, say)
    }),
}

async function measureDraw(parts: Parts, say: (line: string) => void): Promise<Row[]> {
  const { url, close } = await serving(parts)
  const { draws } = (await inspectorAt(url)).inspections
  const { items: people } = await draws.pool()
  const at = new Date(Date.now() + untilSeed).toISOString()
  const took: Partial<Record<keyof typeof limits, number>> = {}
  const timed = async <T>(step: keyof typeof limits, work: () => Promise<T>): Promise<T> => {
    let found: T | undefined
    took[step] = await time(async () => (found = await work()))
    say(`${step}: ${ms(took[step])}`)
    return found as T
  }
  const prepared = await timed('prepare', () =>
    draws.prepare({
      title: '测量',
      filter: {},
      capMonths: 12,
      take: { perMille: 10 },
      strata: { by: 'station', takes: [] },
      perObject: 2,
      source: { kind: 'event', words: '一刻之后的钟点', at },
      inspectors: people.map(({ id }) => ({ person: id, away: null })),
    }),
  )
  const { id, version } = await timed('publish', () => draws.publish(prepared))
  await setTimeout(Math.max(0, Date.parse(at) - Date.now()) + 10)
  const drawn = await timed('draw', () => draws.draw({ id, version, seed: '314159' }))
  const text = await timed('package', async () => (await draws.package({ id })).body.text())
  const { differences } = await timed('verify', async () => verify(text, hash, drawn.digest ?? ''))
  await close()
  if (differences.length > 0) throw new Error(JSON.stringify(differences))
  say(`${drawn.toDraw} drawn of ${drawn.population - drawn.excluded}, package of ${text.length} characters`)
  return Object.entries(limits).map(([step, limit]) => {
    const measured = took[step as keyof typeof limits] ?? Number.NaN
    return {
      what: `a draw among ${population.toLocaleString('en')}: ${step}`,
      measured: ms(measured),
      against: ms(limit),
      ratio: measured / limit,
      atMost: 1,
    }
  })
}

async function inspectorAt(url: string): Promise<JsonifiedClient<ContractRouterClient<typeof contract>>> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
    body: JSON.stringify({ username: 'inspector', password: demoPassword }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return createORPCClient(new OpenAPILink(contract, { url: `${url}/api`, headers: { 'x-shouwang': '1', cookie } }))
}
