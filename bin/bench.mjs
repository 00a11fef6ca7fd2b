#!/usr/bin/env node
/** `npm run bench [name …]`: measurements, each against a limit or a peer. */
import { handOver, install } from './bootstrap.mjs'

await install()
await handOver('bench/run.ts')
