/** The tests: rules and stores beside their code, one database server for the run. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'architecture/**/*.test.ts'],
    globalSetup: ['./src/platform/db/testing-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
