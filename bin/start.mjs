#!/usr/bin/env node
/** `npm start`: installs, builds the pages, starts the server with its database and, the first time, its demonstration. */
import { fail, handOver, install } from './bootstrap.mjs'
import { buildPages } from './pages.mjs'

await install()
try {
  await buildPages()
} catch (error) {
  fail(error.message)
}
await handOver('src/app/main.ts')
