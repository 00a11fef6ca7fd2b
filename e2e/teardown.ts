/** After the journeys: the server's data folder goes. */
import { rmSync } from 'node:fs'
import type { FullConfig } from '@playwright/test'

export default function teardown({ metadata }: FullConfig): void {
  if (typeof metadata.dataDir === 'string') rmSync(metadata.dataDir, { recursive: true, force: true })
}
