/** The demonstration district as the database has it: nothing refused by its imports, everything that follows by rule. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { cloneDatabase } from '../../platform/db/testing.ts'
import { folderStore } from '../../platform/files/folder.ts'
import { loadDemo } from './load.ts'

const database = await cloneDatabase()
const folder = mkdtempSync(join(tmpdir(), 'shouwang-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const numbers = async (query: string) => {
  const { rows } = await database.pool.query<Record<string, number>>(query)
  return rows[0] ?? {}
}
const told: [number, string][] = []

beforeAll(async () => {
  await loadDemo(
    {
      config: readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
      log: pino({ level: 'silent' }),
      database,
      files: folderStore(join(folder, 'files')),
      close: async () => undefined,
    },
    (share, words) => told.push([share, words]),
  )
}, 180_000)

describe('the demonstration', () => {
  it('tells how far it is, from little to all', () => {
    const shares = told.map(([share]) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
  it('has three years of incidents and the register, each by one import of which no row was bad', async () => {
    const { rows } = await database.pool.query(
      'select kind, state, rows_bad, rows_new = rows_read as whole from platform.import_run order by kind',
    )
    expect(rows).toEqual([
      { kind: 'incidents', state: 'done', rows_bad: 0, whole: true },
      { kind: 'premises', state: 'done', rows_bad: 0, whole: true },
    ])
    expect((await numbers('select count(*)::int as n from premises.premises')).n).toBe(20_000)
  })
  it('has for each record an officer of its station, and for each grid whoever leads it', async () => {
    expect(
      await numbers(`
        select count(*) filter (where officer is null)::int as without,
          count(*) filter (where o.body <> p.station)::int as strangers
        from premises.premises p
        left join organisation.person person on person.district = p.district and person.id = p.officer
        left join organisation.post o on o.district = person.district and o.id = person.post`),
    ).toEqual({ without: 0, strangers: 0 })
    expect(
      await numbers('select count(*)::int as n from organisation.area_node where level in (2, 3) and person is null'),
    ).toEqual({ n: 0 })
  })
  it('proposes the few key units that were left with their stations, and nothing else', async () => {
    const { proposed = 0, other } = await numbers(`
      select count(*) filter (where proposed)::int as proposed,
        count(*) filter (where proposed and (criteria = '{}' or list <> 'SMALL'))::int as other
      from premises.premises`)
    expect(other).toBe(0)
    expect(proposed).toBeGreaterThan(15)
    expect(proposed).toBeLessThan(40)
  })
  it('has nine small kinds for the bulk, each with its station, and streets for the rest', async () => {
    const lists = Object.fromEntries(
      (
        await database.pool.query<{ list: string; n: number }>(
          'select list, count(*)::int as n from premises.premises group by 1',
        )
      ).rows.map(({ list, n }) => [list, n]),
    )
    expect(lists.SMALL).toBeGreaterThan(12_000)
    expect(lists.RESID).toBeGreaterThan(2500)
    expect(lists.GENERAL).toBeGreaterThan(1000)
    expect(lists.KEY).toBeGreaterThan(300)
  })
})
