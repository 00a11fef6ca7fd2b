/** Writes src/platform/tables.ts and docs/schema.sql from a fresh, migrated database: `npm run db:types`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from './database.ts'
import { describeSchema, describeTables } from './describe.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'shouwang-types-'))
const embedded = await startEmbedded(folder, () => undefined, { durable: false })
const database = connect(embedded.url)
try {
  await migrate(database.pool)
  writeFileSync(new URL('../tables.ts', import.meta.url), await describeTables(database.pool))
  writeFileSync(new URL('../../../docs/schema.sql', import.meta.url), await describeSchema(database.pool))
} finally {
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
