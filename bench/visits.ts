/** Submitting visits with twelve answers and two findings, sixteen people at once, against the same rows by bare SQL. */
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Parts } from '../src/app/parts.ts'
import type { VisitInput } from '../src/areas/inspections/visits/record-contract.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { now } from '../src/platform/clock.ts'
import { type Get, serving } from './client.ts'
import type { Bench, Row } from './measure.ts'
import { fillPremises } from './premises-fill.ts'
import { benchDistrict, withDistrict } from './world.ts'

const places = 20_000
const people = 16
const seconds = 10
const wanted = 400

interface Ground {
  readonly shops: readonly string[]
  readonly inspectors: readonly string[]
  readonly checklist: string
  readonly items: readonly string[]
}

async function groundOf({ database }: Parts): Promise<Ground> {
  const ask = async (text: string) => (await database.pool.query(text, [benchDistrict])).rows
  const shops = await ask(
    "select id from premises.premises where district = $1 and kind = 'SHOP-STORE' and state = 'open' order by id limit 4000",
  )
  const inspectors = await ask(`
    select p.id, a.username from organisation.person p
    join organisation.post o on o.district = p.district and o.id = p.post
    join organisation.body b on b.district = o.district and b.id = o.body
    left join organisation.account a on a.district = p.district and a.person = p.id
    where p.district = $1 and b.code = 'XF' order by (a.username is distinct from 'inspector'), p.id limit 2`)
  const [checklist] = await ask("select id, items from inspections.checklist where district = $1 and key = 'UNIT'")
  const items = (checklist.items as { code: string; kinds: string[] }[]).filter(
    ({ kinds }) => kinds.length === 0 || kinds.includes('SHOP'),
  )
  return {
    shops: shops.map(({ id }) => id),
    inspectors: inspectors.map(({ id }) => id),
    checklist: checklist.id,
    items: items.map(({ code }) => code),
  }
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** A visit to a place that nobody else visits at the same moment. */
function visitTo(premises: string, { inspectors, checklist, items }: Ground): VisitInput {
  const wrong = new Set(['U4b', 'U4e'])
  const answer = (item: string) => ({
    ...{ item, answer: wrong.has(item) ? ('no' as const) : ('yes' as const), words: null },
    ...{ measured: null, photos: [], at: ago(10) },
  })
  const finding = (item: string, conduct: string, words: string) => ({
    ...{ id: randomUUID(), item, conduct, words, spot: '一楼', photos: [], minor: false, serious: false },
    photosAfter: [],
  })
  return {
    ...{ id: randomUUID(), premises, kind: 'SUP', inspectors: [...inspectors], deviceAt: null },
    ...{ startedAt: ago(25), endedAt: ago(1), startFix: null, endFix: null, checklist, answers: items.map(answer) },
    findings: [
      { ...finding('U4b', '33-2', '疏散通道堆放货物'), disposal: 'atOnce', term: null },
      { ...finding('U4e', '33-5', '灭火器压力不足'), disposal: 'term', term: addDays(now().day, 15) },
    ],
    ...{ rechecks: [], accompanying: { name: '负责人', role: null }, photos: [], guidance: null, remarks: null },
    signature: { kind: 'signed', file: null, witness: null, words: null },
    ...{ reason: 'plan', reasonRef: null, reasonWords: null, corrects: null },
  }
}

/** How many a second, while so many people do it one after the other. */
async function rate(work: (person: number, turn: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (let turn = 0; performance.now() < until; turn++) {
        await work(person, turn)
        done++
      }
    }),
  )
  return done / ((performance.now() - began) / 1000)
}

/** The rows that one visit left, written again under other ids by statements that an engineer would write. */
async function bareSql({ database }: Parts, ground: Ground): Promise<(person: number, turn: number) => Promise<void>> {
  const { pool } = database
  const one = async (text: string, values: unknown[]) => (await pool.query(text, values)).rows
  const [visit] = await one('select to_jsonb(v) as row from inspections.visit v where district = $1 limit 1', [
    benchDistrict,
  ])
  const hazards = await one('select to_jsonb(h) as row from hazards.hazard h where district = $1 and visit = $2', [
    benchDistrict,
    visit.row.id,
  ])
  const ids = hazards.map(({ row }) => row.id)
  const duties = await one('select to_jsonb(d) as row from platform.duty d where district = $1 and subject = any($2)', [
    benchDistrict,
    ids,
  ])
  const entries = await one(
    'select to_jsonb(l) as row from platform.ledger_entry l where district = $1 and subject = any($2)',
    [benchDistrict, [visit.row.id, ...ids]],
  )
  const insert = (table: string) =>
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`
  const entryColumns =
    'district, at, account, person, actor_name, role, act, kind, subject, before, after, note, request'
  return async (person, turn) => {
    const premises = ground.shops[(person * 251 + turn) % ground.shops.length]
    const fresh = new Map([visit.row.id, ...ids].map((id) => [id, randomUUID()]))
    const renamed = (rows: readonly { row: Record<string, unknown> }[]) =>
      JSON.stringify(
        rows.map(({ row }) => ({
          ...row,
          ...('premises' in row ? { premises } : {}),
          ...('id' in row ? { id: fresh.get(String(row.id)) ?? randomUUID() } : {}),
          ...('visit' in row ? { visit: fresh.get(String(row.visit)) } : {}),
          ...('subject' in row ? { subject: fresh.get(String(row.subject)) } : {}),
        })),
      )
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(insert('inspections.visit'), [renamed([visit])])
      await client.query(insert('hazards.hazard'), [renamed(hazards)])
      await client.query(insert('platform.duty'), [renamed(duties)])
      await client.query(
        `insert into platform.ledger_entry (${entryColumns}) select ${entryColumns}
         from jsonb_populate_recordset(null::platform.ledger_entry, $1::jsonb)`,
        [renamed(entries)],
      )
      await client.query(
        `update premises.premises set last_inspected_on = $3, open_hazards = open_hazards + 2, version = version + 1
         where district = $1 and id = $2`,
        [benchDistrict, premises, now().day],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}

export const visitsBench: Bench = {
  name: 'visits',
  run: (say) =>
    withDistrict(async (parts): Promise<Row[]> => {
      await fillPremises(parts, places)
      const ground = await groundOf(parts)
      say(`${ground.items.length} answers, 2 findings, ${ground.shops.length} shops`)
      const { as, close } = await serving(parts)
      const gets: Get[] = []
      for (let i = 0; i < people; i++) gets.push(await as('inspector'))
      const submit = (person: number, turn: number) => {
        const shop = ground.shops[(person * 251 + turn) % ground.shops.length] ?? ''
        return gets[person]?.('/api/inspections/visits', visitTo(shop, ground)) ?? Promise.resolve()
      }
      for (let i = 0; i < 40; i++) await submit(0, 2000 + i)
      const ours = await rate(submit)
      await close()
      say(`${ours.toFixed(0)} visits a second over HTTP`)
      const bare = await rate(await bareSql(parts, ground))
      say(`${bare.toFixed(0)} a second by bare SQL`)
      const what = `visits submitted a second, ${people} people at once, 12 answers, 2 findings, ledger included`
      const measured = `${ours.toFixed(0)} /s`
      return [
        { what, measured, against: `${wanted} /s`, ratio: wanted / ours, atMost: 1 },
        { what, measured, against: `the same rows by bare SQL: ${bare.toFixed(0)} /s`, ratio: bare / ours, atMost: 10 },
      ]
    }),
}
