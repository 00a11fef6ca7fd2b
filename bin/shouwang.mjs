#!/usr/bin/env node
/** `npx shouwang …`: the command line. */
import { handOver, install } from './bootstrap.mjs'

install()
handOver('src/app/cli.ts')
