#!/usr/bin/env node
/** `npm start`: installs, builds the pages, starts the server with its database and, the first time, its demonstration. */
import { fail, handOver, install } from './bootstrap.mjs'
import { buildPages } from './pages.mjs'

install()
try {
  buildPages()
} catch (error) {
  fail(error.message)
}
handOver('src/app/main.ts')
