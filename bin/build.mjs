#!/usr/bin/env node
/** Builds the pages where they are not fresh: the check `pages` of `npm test`. */
import { fail } from './bootstrap.mjs'
import { buildPages } from './pages.mjs'

try {
  await buildPages()
} catch (error) {
  fail(error.message)
}
