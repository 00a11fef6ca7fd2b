/** Another station's record is nowhere: every route of the register is asked for it in every way, by every role. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { permissionsOf, type Role, roles } from '../areas/organisation/roles.ts'
import { routesOf } from './access.ts'
import { type CastName, cast } from './demo/cast.ts'
import { testDistrict } from './testing/founding.ts'
import { cornerShop, shopKeeper, spots } from './testing/premises.ts'
import { makeWorld } from './testing/world.ts'

const world = await makeWorld()
const { PCS02 = '', XF = '', S2 = '', S2C1 = '' } = world.ids
const routes = routesOf().filter(({ route }) => route.startsWith('premises.'))

/** Marks by which the record is known wherever it comes out. */
const marks = { name: '麦田暗记商行', address: '暗记巷77号', phone: '19900007788', uscc: '91512081MA62K0260E' }
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const foreign = new Map<string, string>()

/** A record of 西街派出所 with all that hangs on it: a transfer, a likely twin, a merge, a task of the business register. */
beforeAll(async () => {
  const { database } = world.parts
  const { premises } = await world.as('inspector')
  const { file } = await premises.bringFile({ file: new File([png], '门头.png', { type: 'image/png' }) })
  const photos = [{ file, caption: marks.name, takenOn: null }]
  const enter = (name: string) =>
    premises.enter({
      facts: {
        ...cornerShop,
        ...spots.S2C1,
        name,
        photos,
        address: marks.address,
        uscc: marks.uscc,
        operatorIdTail: null,
      },
      contacts: { ...shopKeeper, responsiblePhone: marks.phone },
    })
  const one = await enter(marks.name)
  const other = await enter(`${marks.name}分店`)
  const third = await enter(`${marks.name}老店`)
  await premises.enter({ facts: { ...cornerShop, name: '东街杂货店' }, contacts: shopKeeper })
  const pick = async (table: string) => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(`premises.${table}`)} limit 1`.execute(
      database.db,
    )
    expect(rows, table).toHaveLength(1)
    return rows[0]?.id ?? ''
  }
  await premises.twins.merge({
    keep: one.id,
    drop: third.id,
    keepVersion: one.version,
    dropVersion: third.version,
    choices: { name: 'keep' },
    reason: '同一家',
  })
  await sql`
    insert into premises.transfer (district, premises, from_body, to_body, state, reason, offered_by, offered_at)
    values (${testDistrict}, ${other.id}, ${PCS02}, ${XF}, 'offered', ${marks.name}, '西街', now())`.execute(
    database.db,
  )
  await sql`
    insert into premises.upkeep_task (district, kind, uscc, premises, station, as_of, says, state)
    values (${testDistrict}, 'gone', ${marks.uscc}, ${other.id}, ${PCS02}, '2026-05-01',
      ${JSON.stringify({ name: marks.name })}::jsonb, 'open')`.execute(database.db)
  foreign.set('premises', one.id)
  foreign.set('other', other.id)
  foreign.set('file', file)
  for (const table of ['twin', 'merge', 'transfer', 'upkeep_task']) foreign.set(table, await pick(table))
})

const leaked = (text: string) =>
  [...Object.values(marks), ...foreign.values()].filter(
    (mark) => text.includes(mark) || text.includes(encodeURIComponent(mark)),
  )

async function ask(cookie: string, method: string, path: string, body?: object): Promise<string> {
  const answer = await fetch(`${world.url}/api${path}`, {
    method,
    headers: { cookie, 'x-shouwang': '1', 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
  expect(answer.status, `${method} ${path}`).not.toBe(500)
  return answer.text()
}

const queries = [
  '',
  `q=${encodeURIComponent(marks.name)}`,
  'q=mtajsh',
  `q=${marks.uscc}`,
  `q=${marks.phone}`,
  `station=${PCS02}`,
  `community=${S2C1}`,
  `street=${S2}`,
  'west=122&south=30&east=123&north=31&zoom=18&lng=122.925&lat=30.905',
  'located=known&state=open&state=merged',
  'format=csv',
]

const near = cast.filter(({ role }) => ['station', 'street'].includes(roles[role as Role].reach))

describe.each(near)('$role', ({ username, role }) => {
  const open = routes.filter(({ may }) => permissionsOf(role).some((permission) => permission === may))
  it.each(open.filter(({ method }) => method === 'GET'))('$route', async ({ path }) => {
    const cookie = await world.cookieOf(username as CastName)
    for (const id of foreign.values())
      for (const query of path.includes('{id}')
        ? ['', 'format=docx', 'format=html']
        : [...queries, `id=${id}`, `premises=${id}`]) {
        const asked = `${path.replaceAll('{id}', id)}?${query}`
        expect(leaked(await ask(cookie, 'GET', asked)), asked).toEqual([])
      }
  })
  it.each(open.filter(({ method }) => method !== 'GET'))('$route', async ({ method, path }) => {
    const cookie = await world.cookieOf(username as CastName)
    for (const id of foreign.values()) {
      const body = {
        id,
        ids: [id],
        premises: [id],
        keep: id,
        drop: foreign.get('other'),
        keepVersion: 1,
        dropVersion: 1,
        choices: {},
        version: 1,
        to: XF,
        reason: '越权核对',
        purpose: '越权核对',
        since: '2026-05-01',
        facts: { ...cornerShop, building: id },
        contacts: shopKeeper,
        officer: null,
        list: 'SMALL',
        filter: { station: [PCS02] },
        ...spots.S1C1,
        community: null,
      }
      const text = await ask(cookie, method, path.replaceAll('{id}', id), body)
      // What was sent may come back in a refusal; what belongs to the record may not.
      expect(
        Object.values(marks).filter((mark) => text.includes(mark)),
        `${method} ${path}`,
      ).toEqual([])
    }
  })
})

it('nothing of it was changed', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.ledger_entry e
    where e.subject = any(${[...foreign.values()]}::uuid[]) and e.role = any(${near.map((one) => one.role)})`.execute(
    world.parts.database.db,
  )
  expect(rows[0]?.n).toBe(0)
})
