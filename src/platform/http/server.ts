/** The HTTP server: safety headers, limits, the API, the pages, health. Knows no area. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { Router } from '@orpc/server'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import { now } from '../clock.ts'
import type { Context } from '../context.ts'
import type { Tables } from '../tables.ts'
import { Arrival, sessionCookie } from './arrival.ts'
import { fastifyErrors, outward } from './errors.ts'
import { type ApiDescription, serveDescription } from './openapi.ts'
import { type Identify, inTransaction } from './transaction.ts'
import { acceptUploads } from './uploads.ts'

export interface ServerParts {
  readonly db: Kysely<Tables>
  readonly log: Logger
  // oRPC's own name for a router of any contract.
  // biome-ignore lint/suspicious/noExplicitAny: the router's contract is the caller's
  readonly router: Router<any, Context>
  readonly identify: Identify
  readonly about: ApiDescription
  /** Folder of the built pages; without it the server is the API alone. */
  readonly pages?: string
  readonly uploadLimit: number
  /** Whether people reach the server by https, so that the cookie may demand it. */
  readonly secure: boolean
  /** Sessions end after this many seconds whatever happens. */
  readonly sessionSeconds: number
  /** Requests a minute from one address. */
  readonly rateLimit: number
}

export async function httpServer(parts: ServerParts): Promise<FastifyInstance> {
  const { log } = parts
  const loggerInstance: FastifyBaseLogger = log
  const app = Fastify({ loggerInstance, bodyLimit: 1_048_576, requestTimeout: 120_000, trustProxy: 'loopback' })
  app.setErrorHandler(fastifyErrors(log))
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // antd and MapLibre set styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: parts.secure ? [] : null,
      },
    },
    strictTransportSecurity: parts.secure,
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 2048 })
  await app.register(rateLimit, { max: parts.rateLimit, timeWindow: '1 minute' })
  serveHealth(app, parts.db)
  await serveDescription(app, parts.router, parts.about)
  await app.register((api) => serveApi(api, parts))
  await servePages(app, parts.pages)
  return app
}

async function serveApi(api: FastifyInstance, parts: ServerParts): Promise<void> {
  const { log } = parts
  // Before anything of it is received: a page of another site can make the browser send the cookie, but not this header.
  api.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.headers['x-shouwang'] === undefined)
      return reply.status(403).send({ code: 'FORBIDDEN', status: 403, message: 'header-wanting', data: {} })
  })
  await acceptUploads(api, parts.uploadLimit, async (request) => {
    const token = request.cookies[sessionCookie]
    if (token === undefined) return false
    const known = await parts.db.transaction().execute((tx) => parts.identify(tx, token, now()))
    return known !== undefined
  })
  const handler = new OpenAPIHandler(parts.router, {
    clientInterceptors: [
      async (options) => {
        try {
          return await inTransaction(parts.db, parts.identify)(options)
        } catch (error) {
          throw outward(error, log, options.context.request)
        }
      },
    ],
  })
  api.all('/api/*', async (request, reply) => {
    const arrival = new Arrival(request, (token) => writeCookie(reply, token, parts))
    reply.header('cache-control', 'no-store')
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context: arrival })
    if (!matched) return reply.status(404).send({ code: 'NOT_FOUND', status: 404, message: 'no-such-route', data: {} })
    return reply
  })
}

function writeCookie(reply: FastifyReply, token: string | null, parts: ServerParts): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: parts.secure } as const
  if (token === null) reply.clearCookie(sessionCookie, options)
  else reply.setCookie(sessionCookie, token, { ...options, maxAge: parts.sessionSeconds })
}

/** /healthz: the process lives. /readyz: it can also reach its database. */
function serveHealth(app: FastifyInstance, db: Kysely<Tables>): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(db)
      return { status: 'ok' }
    } catch {
      return reply.status(503).send({ status: 'database' })
    }
  })
}

/** The built pages; every path that is no file is the application's own. */
async function servePages(app: FastifyInstance, pages: string | undefined): Promise<void> {
  if (!pages || !existsSync(join(pages, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: pages,
    prefix: '/',
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
      ? reply.sendFile('index.html')
      : reply.status(404).send({ code: 'NOT_FOUND', status: 404, message: 'no-such-route', data: {} }),
  )
}
