/** A database of its own for a test file: a clone of the migrated template. */
import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connect, type Database } from './database.ts'

export const templateName = 'shouwang_template'

/** Clones the template; the clone is dropped when the file's tests are over. */
export async function cloneDatabase(): Promise<Database> {
  const server = inject('database')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = connect(server, { max: 1 })
  // Two clones at a time would both want the template to themselves.
  await admin.pool.query("select pg_advisory_lock(hashtext('shouwang.template'))")
  await admin.pool.query(`create database ${name} template ${templateName} strategy file_copy`)
  await admin.pool.query("select pg_advisory_unlock(hashtext('shouwang.template'))")
  const database = connect(server.replace(/shouwang$/, name))
  afterAll(async () => {
    await database.close()
    await admin.pool.query(`drop database ${name} with (force)`)
    await admin.close()
  })
  return database
}
