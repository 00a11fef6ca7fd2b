#!/usr/bin/env node
/** `npm run db:types`: writes the tables' types and docs/schema.sql from a freshly migrated database. */
import { handOver, install } from './bootstrap.mjs'

await install()
await handOver('src/platform/db/write-types.ts')
