/** The API's own description: OpenAPI 3.1 from the contracts, and a page to read it. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import { OpenAPIGenerator } from '@orpc/openapi'
import type { AnyRouter } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'

export interface ApiDescription {
  readonly title: string
  readonly version: string
  readonly description: string
}

/** The OpenAPI document of a router, each operation with the permission it needs. */
export async function describeApi(router: AnyRouter, about: ApiDescription) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(router, {
    info: { ...about, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'shouwang_session' } },
    },
  })
}

const page = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API · 守望</title>
<link rel="stylesheet" href="/api/docs/ui/swagger-ui.css"></head>
<body><div id="ui"></div>
<script src="/api/docs/ui/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true, docExpansion: 'none',
  requestInterceptor: (request) => { request.headers['x-shouwang'] = '1'; return request } })`

/** Serves /api/openapi.json and /api/docs; nothing is fetched from elsewhere. */
export async function serveDescription(app: FastifyInstance, router: AnyRouter, about: ApiDescription): Promise<void> {
  const document = describeApi(router, about)
  app.get('/api/openapi.json', async () => document)
  app.get('/api/docs', async (_request, reply) => reply.type('text/html').send(page))
  app.get('/api/docs/start.js', async (_request, reply) => reply.type('text/javascript').send(start))
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  await app.register(fastifyStatic, { root, prefix: '/api/docs/ui/', index: false, decorateReply: false })
}
