#!/usr/bin/env node
/** `npx shouwang …`: the command line. */
import { handOver, install } from './bootstrap.mjs'

await install()
await handOver('src/app/cli.ts')
