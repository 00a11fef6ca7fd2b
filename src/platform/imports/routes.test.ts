/** The import that any area uses, tried with one that keeps toys: who sees which run, and changes that want approval. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { approvedImportContractOf } from '../../kernel/import-contract.ts'
import { layoutOf } from '../../kernel/layout.ts'
import { now } from '../clock.ts'
import { type Actor, type Context, nobody } from '../context.ts'
import { cloneDatabase } from '../db/testing.ts'
import { folderStore } from '../files/folder.ts'
import { bringWaiting } from './bring.ts'
import { forgetChanges } from './changes.ts'
import type { ChangeRow, Importer, MergeCounts } from './importer.ts'
import { approvedImportRoutesOf } from './routes.ts'

const database = await cloneDatabase()
const { db } = database
const folder = mkdtempSync(join(tmpdir(), 'shouwang-toys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const parts = { database, files: folderStore(folder) }
const district = '990001'

await sql`create schema toys`.execute(db)
await sql`
  create table toys.toy (district text, id uuid default platform.uuid_v7(), no text, name text, weight integer)`.execute(
  db,
)

const layout = layoutOf({
  key: 'toys',
  zh: '玩具',
  en: 'Toys',
  naturalKey: 'no',
  columns: [
    { key: 'no', field: 'no', zh: '编号', en: 'Number', kind: 'text', required: true },
    { key: 'name', field: 'name', zh: '名称', en: 'Name', kind: 'text' },
    { key: 'weight', field: 'weight', zh: '重量', en: 'Weight', kind: 'integer', max: 1000 },
  ],
})
const known = sql`staged s join toys.toy t on t.district = ${district} and t.no = s.no`
const differs = sql`(t.name, t.weight) is distinct from (s.name, s.weight)`
const fieldsOf = sql`(
  select jsonb_agg(jsonb_build_object('field', field, 'before', before, 'after', after)) from (values
    ('name', to_jsonb(t.name), to_jsonb(s.name)), ('weight', to_jsonb(t.weight), to_jsonb(s.weight))
  ) as each (field, before, after) where before is distinct from after)`
const told: string[] = []

const toys: Importer<typeof layout.columns> = {
  kind: 'toys',
  permission: 'toys.import',
  reveal: 'toys.reveal',
  layout,
  checksNeed: [],
  linkOf: (run) => `/toys/import?run=${run}`,
  tell: async (_context, account, { message }) => void told.push(`${account} ${message}`),
  lookups: async () => ({}),
  makeStaging: async ({ tx }) => {
    await sql`create temporary table staged (line integer, no text, name text, weight integer) on commit drop`.execute(
      tx,
    )
  },
  stagedColumns: ['line', 'no', 'name', 'weight'],
  stager: async () => (line, row) => [line, row.no, row.name, row.weight],
  lockMerge: async ({ tx }) => void (await sql`lock table toys.toy in exclusive mode`.execute(tx)),
  refuse: async () => ({ rows: 0, faults: [] }),
  changes: () => sql<ChangeRow>`
    select s.line, t.id as record, t.no, t.name, ${fieldsOf} as fields from ${known} where ${differs}`,
  compare: async ({ tx }) => {
    const { rows } = await sql<MergeCounts>`
      select count(*) filter (where t.id is null)::int as rows_new,
        count(*) filter (where t.id is not null and ${differs})::int as rows_changed,
        count(*) filter (where t.id is not null and not ${differs})::int as rows_same
      from staged s left join toys.toy t on t.district = ${district} and t.no = s.no`.execute(tx)
    return rows[0] ?? { rowsNew: 0, rowsChanged: 0, rowsSame: 0 }
  },
  merge: async ({ tx }) => {
    await sql`update toys.toy t set name = s.name, weight = s.weight from staged s where t.no = s.no`.execute(tx)
    await sql`
      insert into toys.toy (district, no, name, weight) select ${district}, s.no, s.name, s.weight from staged s
      where not exists (select from toys.toy t where t.no = s.no)`.execute(tx)
  },
}

const person = (account: string, wide: boolean, ...more: string[]): Actor => ({
  ...nobody,
  account,
  permissions: ['toys.import', ...more],
  reach: { district: wide, stations: [], communities: [] },
})
const chief = person('0190e0b0-0000-7000-8000-00000000000a', true, 'toys.reveal')
const clerk = person('0190e0b0-0000-7000-8000-00000000000d', true)
const east = person('0190e0b0-0000-7000-8000-00000000000b', false)
const west = person('0190e0b0-0000-7000-8000-00000000000c', false)
const all = [chief, clerk, east, west]

const router = (kind: string) =>
  approvedImportRoutesOf(approvedImportContractOf({ may: 'toys.import' }), { ...toys, kind }, parts.files)
/** Asks as somebody, in a transaction of its own. */
const as = (actor: Actor, kind = 'toys') => {
  const inside = <T>(work: (client: ReturnType<typeof clientIn>) => Promise<T>) =>
    db.transaction().execute((tx) => work(clientIn({ tx, district, actor, at: now(), request: 'test' }, kind)))
  return inside
}
const clientIn = (context: Context, kind: string) => createRouterClient(router(kind), { context })

const file = (rows: string) => new File([`no,name,weight\n${rows}`], 'toys.csv', { type: 'text/csv' })

/** Carries a run out as its job would. */
async function ended(actor: Actor, run: string) {
  await bringWaiting(toys, parts, { district, run }, async (_db, _district, account) =>
    all.find((each) => each.account === account),
  )
  return as(actor)((imports) => imports.get({ id: run }))
}
async function bring(actor: Actor, rows: string, dryRun: boolean) {
  const { file: id, proposal: profile } = await as(actor)((imports) => imports.upload({ file: file(rows) }))
  const run = await as(actor)((imports) => imports.start({ file: id, profile, dryRun, skipBad: false }))
  return ended(actor, run.id)
}
const approve = async (actor: Actor, trial: string, approved: { except?: string[]; only?: string[] }) =>
  ended(actor, (await as(actor)((imports) => imports.approve({ id: trial, skipBad: false, ...approved }))).id)
const changesOf = (actor: Actor, id: string, page: { after?: number; limit?: number } = {}) =>
  as(actor)((imports) => imports.changes({ id, ...page }))
const weights = async (...numbers: string[]) => {
  const { rows } = await sql<{ weight: number }>`
    select weight from toys.toy where no = any(${numbers}::text[]) order by no`.execute(db)
  return rows.map(({ weight }) => weight)
}

describe('a run', () => {
  it('is seen by who asked for it and who reaches the district, and by nobody else', async () => {
    const { id } = await bring(east, 'A1,Bear,5\n', true)
    const seen = async (actor: Actor) => (await as(actor)((imports) => imports.list({}))).items.map((run) => run.id)
    for (const actor of [east, chief]) {
      expect(await seen(actor)).toContain(id)
      expect((await as(actor)((imports) => imports.get({ id }))).rowsNew).toBe(1)
    }
    expect(await seen(west)).not.toContain(id)
    for (const ask of ['get', 'reopen', 'faults', 'changes'] as const)
      await expect(as(west)((imports): Promise<unknown> => imports[ask]({ id }))).rejects.toThrow('not found')
    await expect(as(west)((imports) => imports.approve({ id, skipBad: false }))).rejects.toThrow('not found')
  })
  it('of another shows its rows to who may see whom they name, and remembers that', async () => {
    const { id } = await bring(east, 'A4,Bear,heavy\n', true)
    const run = (actor: Actor) => as(actor)((imports) => imports.get({ id }))
    const read = async () => {
      const { rows } = await sql<{ account: string }>`
        select account from platform.ledger_entry where act = 'import.read' and subject = ${id}`.execute(db)
      return rows.map(({ account }) => account)
    }
    for (const actor of [east, chief]) {
      expect(await run(actor)).toMatchObject({ faultFile: true, faults: [{ value: 'heavy' }] })
      await as(actor)((imports) => imports.faults({ id }))
      await as(actor)((imports) => imports.reopen({ id }))
    }
    expect(await read()).toEqual([chief.account, chief.account])
    expect(await run(clerk)).toMatchObject({ faultFile: false, rowsBad: 1, faults: [{ value: '', line: 2 }] })
    for (const ask of ['reopen', 'faults'] as const)
      await expect(as(clerk)((imports): Promise<unknown> => imports[ask]({ id }))).rejects.toThrow('not found')
  })
  it('of another area is not there', async () => {
    const { id } = await bring(chief, 'A2,Bear,5\n', true)
    for (const ask of ['get', 'reopen', 'faults', 'changes'] as const)
      await expect(as(chief, 'games')((imports): Promise<unknown> => imports[ask]({ id }))).rejects.toThrow('not found')
    expect((await as(chief, 'games')((imports) => imports.list({}))).items).toEqual([])
  })
  it('reads no file that somebody else brought, unless whoever asks reaches the district', async () => {
    const { file: id, proposal: profile } = await as(east)((imports) => imports.upload({ file: file('A3,Bear,5\n') }))
    const order = { file: id, profile, dryRun: true, skipBad: false }
    await expect(as(west)((imports) => imports.start(order))).rejects.toThrow('file not found')
    expect((await as(chief)((imports) => imports.start(order))).state).toBe('waiting')
  })
})

describe('a trial', () => {
  it('lists what it would change, in the order of the file, and writes nothing', async () => {
    await bring(chief, 'B1,Bear,5\nB2,Ball,1\nB3,Boat,3\n', false)
    const trial = await bring(chief, 'B3,Boat,4\nB2,Ball,1\nB1,Big bear,6\nB4,Bell,2\n', true)
    expect(trial).toMatchObject({ state: 'done', rowsNew: 1, rowsChanged: 2, rowsSame: 1, rowsKept: 0 })
    const first = await changesOf(chief, trial.id, { limit: 1 })
    expect(first).toMatchObject({ total: 2, next: '2', items: [{ line: 2, no: 'B3' }] })
    const { items, next } = await changesOf(chief, trial.id, { after: Number(first.next) })
    expect(next).toBeNull()
    expect(items).toMatchObject([
      {
        line: 4,
        no: 'B1',
        name: 'Bear',
        fields: [
          { field: 'name', before: 'Bear', after: 'Big bear' },
          { field: 'weight', before: 5, after: 6 },
        ],
      },
    ])
    expect(await weights('B1', 'B3', 'B4')).toEqual([5, 3])
  })
  it('of a month ago lists nothing any more', async () => {
    await bring(chief, 'C1,Bear,5\n', false)
    const old = await bring(chief, 'C1,Bear,6\n', true)
    const fresh = await bring(chief, 'C1,Bear,7\n', true)
    await sql`update platform.import_run set asked_at = asked_at - interval '31 days' where id = ${old.id}`.execute(db)
    await forgetChanges(db)
    expect([(await changesOf(chief, old.id)).total, (await changesOf(chief, fresh.id)).total]).toEqual([0, 1])
    expect(await approve(chief, old.id, {})).toMatchObject({ rowsChanged: 0, rowsKept: 1 })
  })
})

describe('an import of changes', () => {
  it('that nobody approved brings in what is new and leaves the others as they are', async () => {
    await bring(chief, 'D1,Bear,5\n', false)
    const run = await bring(chief, 'D1,Bear,6\nD2,Ball,1\n', false)
    expect(run).toMatchObject({ state: 'done', rowsNew: 1, rowsChanged: 0, rowsKept: 1 })
    expect(await weights('D1', 'D2')).toEqual([5, 1])
  })
  it('changes all that was approved but what was excepted', async () => {
    await bring(chief, 'E1,Bear,5\nE2,Ball,1\n', false)
    const trial = await bring(chief, 'E1,Bear,6\nE2,Ball,2\n', true)
    const [bear] = (await changesOf(chief, trial.id)).items
    const run = await approve(chief, trial.id, { except: [bear?.id ?? ''] })
    expect(run).toMatchObject({ state: 'done', dryRun: false, rowsChanged: 1, rowsKept: 1 })
    expect(await weights('E1', 'E2')).toEqual([5, 2])
    expect(told.at(-1)).toBe(`${chief.account} importDone`)
  })
  it('changes only what was chosen, where that is said', async () => {
    await bring(chief, 'F1,Bear,5\nF2,Ball,1\n', false)
    const trial = await bring(chief, 'F1,Bear,6\nF2,Ball,2\n', true)
    const [bear] = (await changesOf(chief, trial.id)).items
    expect(await approve(chief, trial.id, { only: [bear?.id ?? ''] })).toMatchObject({ rowsChanged: 1, rowsKept: 1 })
    expect(await weights('F1', 'F2')).toEqual([6, 1])
  })
  it('leaves alone what has changed since it was looked at', async () => {
    await bring(chief, 'G1,Bear,5\nG2,Ball,1\n', false)
    const trial = await bring(chief, 'G1,Bear,6\nG2,Ball,2\n', true)
    await sql`update toys.toy set weight = 9 where no = 'G1'`.execute(db)
    expect(await approve(chief, trial.id, {})).toMatchObject({ rowsChanged: 1, rowsKept: 1 })
    expect(await weights('G1', 'G2')).toEqual([9, 2])
  })
  it('is approved of a trial that has ended, and of no import', async () => {
    const run = await bring(chief, 'H1,Bear,5\n', false)
    await expect(as(chief)((imports) => imports.approve({ id: run.id, skipBad: false }))).rejects.toThrow('not found')
  })
  it('leaves out bad rows where that is said', async () => {
    await bring(chief, 'I1,Bear,5\n', false)
    const trial = await bring(chief, 'I1,Bear,6\nI2,Ball,heavy\n', true)
    expect(await approve(chief, trial.id, {})).toMatchObject({ state: 'refused', rowsBad: 1, rowsKept: 0 })
    const { id } = await as(chief)((imports) => imports.approve({ id: trial.id, skipBad: true }))
    expect(await ended(chief, id)).toMatchObject({ state: 'done', rowsChanged: 1, rowsBad: 1 })
  })
})

describe('a saved mapping', () => {
  const save = (actor: Actor, name: string, blanks: string[] = []) =>
    as(actor)((imports) => imports.saveProfile({ profile: { ...profileNamed(name), blanks } }))
  const profileNamed = (name: string) => ({
    name,
    columns: { no: { from: 'no', invalid: 'refuse' as const } },
    ignore: '*' as const,
    zone: 'Asia/Shanghai',
    coordinates: 'WGS-84' as const,
  })
  const profiles = async (actor: Actor) => (await as(actor)((imports) => imports.profiles({}))).items

  it('serves all, and is changed by who made it and who reaches the district alone', async () => {
    const { id } = await save(east, 'ours')
    expect(await profiles(west)).toMatchObject([{ id, own: false }])
    await expect(save(west, 'ours', ['NULL'])).rejects.toThrow('profile-of-another')
    await expect(as(west)((imports) => imports.deleteProfile({ id }))).rejects.toThrow('not found')
    expect(await profiles(east)).toMatchObject([{ id, own: true, profile: { blanks: [] } }])
    expect(await save(clerk, 'ours', ['-'])).toMatchObject({ id, own: true })
    expect(await save(east, 'ours', ['N/A'])).toMatchObject({ id })
    await as(east)((imports) => imports.deleteProfile({ id }))
    expect(await profiles(west)).toEqual([])
  })
})
