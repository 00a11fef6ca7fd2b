/** A district of its own for a test file, served over real HTTP, and the cast who sign in to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { foundDistrict, identifier } from '../../areas/organisation/public.ts'
import { readConfig } from '../../platform/config.ts'
import { cloneDatabase } from '../../platform/db/testing.ts'
import { folderStore } from '../../platform/files/folder.ts'
import { httpServer } from '../../platform/http/server.ts'
import { startJobs } from '../../platform/jobs/jobs.ts'
import { contract } from '../contract.ts'
import { type CastName, demoPassword } from '../demo/cast.ts'
import { newDistrict } from '../founding.ts'
import { inContext, type Parts } from '../parts.ts'
import { router } from '../router.ts'
import { jobsOf } from '../server.ts'
import { testDistrict, testFounding } from './founding.ts'

export type Client = JsonifiedClient<ContractRouterClient<typeof contract>>

export interface World {
  readonly parts: Parts
  readonly url: string
  /** A client of one of the cast, signed in once a file. */
  as(name: CastName): Promise<Client>
  /** The cookie of one of the cast, for requests outside the contract. */
  cookieOf(name: CastName): Promise<string>
  /** A client without a session, or with a cookie of its own. */
  client(cookie?: string): Client
  /** Ids by code: bodies and areas. */
  readonly ids: Readonly<Record<string, string>>
}

/** Everything a server is, on a clone of the migrated database; gone when the file's tests are over. */
export async function makeWorld(): Promise<World> {
  const database = await cloneDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-world-'))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const parts: Parts = {
    config,
    log: pino({ level: 'silent' }),
    database,
    files: folderStore(join(folder, 'files')),
    close: async () => undefined,
  }
  await inContext(parts, { district: testDistrict, name: 'test' }, async (context) => {
    await newDistrict(context, { name: '试验区', city: '试验市', demonstration: true })
    await foundDistrict(context, testFounding, demoPassword)
  })
  const app = await httpServer({
    db: database.db,
    log: parts.log,
    router: router({ files: parts.files }),
    identify: identifier(config.session),
    about: { title: 'test', version: '0', description: 'test' },
    uploadLimit: 5_000_000,
    secure: false,
    sessionSeconds: 3600,
    rateLimit: 1_000_000,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const jobs = await startJobs({ ...jobsOf(parts), crontab: '' })
  afterAll(async () => {
    await app.close()
    await jobs.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const cookies = new Map<CastName, Promise<string>>()
  const client = (cookie?: string): Client =>
    createORPCClient(
      new OpenAPILink(contract, {
        url: `${url}/api`,
        headers: { 'x-shouwang': '1', ...(cookie ? { cookie } : {}) },
      }),
    )
  const cookieOf = (name: CastName) => {
    const known = cookies.get(name) ?? signIn(url, name)
    cookies.set(name, known)
    return known
  }
  return { parts, url, client, cookieOf, as: async (name) => client(await cookieOf(name)), ids: await idsOf(parts) }
}

/** Signs in and returns the session's cookie. Throws where it was refused. */
export async function signIn(url: string, username: string, password = demoPassword): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`${username} could not sign in: ${await answer.text()}`)
  return cookie
}

async function idsOf({ database }: Parts): Promise<Record<string, string>> {
  const bodies = await database.db.selectFrom('organisation.body').select(['code', 'id']).execute()
  const areas = await database.db.selectFrom('organisation.areaNode').select(['code', 'id']).execute()
  return Object.fromEntries([...bodies, ...areas].map(({ code, id }) => [code, id]))
}
