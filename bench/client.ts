/** A server of its own over a benchmark's district, and people who ask it things over HTTP. */
import { performance } from 'node:perf_hooks'
import { type CastName, demoPassword } from '../src/app/demo/cast.ts'
import type { Parts } from '../src/app/parts.ts'
import { router } from '../src/app/router.ts'
import { identifier } from '../src/areas/organisation/public.ts'
import { httpServer } from '../src/platform/http/server.ts'

/** Asks for a path and reads the answer; with a body it is posted. Throws where it is refused. */
export type Get = (path: string, body?: unknown) => Promise<unknown>

/** `pages` is the folder of the built pages, where a browser is to look at them. */
export async function serving(
  parts: Parts,
  pages?: string,
): Promise<{
  readonly url: string
  as(name: CastName): Promise<Get>
  close(): Promise<void>
}> {
  const app = await httpServer({
    db: parts.database.db,
    log: parts.log,
    router: router({ files: parts.files }),
    identify: identifier(parts.config.session),
    about: { title: 'bench', version: '0', description: 'bench' },
    ...(pages === undefined ? {} : { pages }),
    uploadLimit: 1_000_000,
    secure: false,
    sessionSeconds: 3600,
    rateLimit: 1_000_000,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    async as(username) {
      const answer = await fetch(`${url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
        body: JSON.stringify({ username, password: demoPassword }),
      })
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return async (path, body) => {
        const headers = { cookie, 'content-type': 'application/json', 'x-shouwang': '1' }
        const page = await fetch(
          url + path,
          body === undefined ? { headers: { cookie } } : { method: 'POST', headers, body: JSON.stringify(body) },
        )
        if (!page.ok) throw new Error(`${path}: ${await page.text()}`)
        return page.json()
      }
    },
    close: () => app.close(),
  }
}

/** How long it takes, in milliseconds. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
