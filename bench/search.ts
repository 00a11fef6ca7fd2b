/** The search box over 1,000,000 records, eight people at a time through the API, against the clock and bare SQL. */
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { CastName } from '../src/app/demo/cast.ts'
import type { Parts } from '../src/app/parts.ts'
import { serving } from './client.ts'
import { type Bench, median, ms, quantile, type Row } from './measure.ts'
import { fillPremises, million } from './premises-fill.ts'
import { questionsOf, type Sample, samplesNeeded, type Way } from './questions.ts'
import { benchDistrict, withDistrict } from './world.ts'

/** People of the district and people of one station, turn and turn about. */
const people: readonly CastName[] = [
  'statistician',
  'head',
  'inspector',
  'officer',
  'statistician',
  'head',
  'inspector',
  'officer',
]
const ofStation: readonly CastName[] = ['head', 'officer']
const rounds = 4
const limit = 12
const mostMs = 50
/** The box asks when nothing was typed for so long: milliseconds. */
const rest = 150

export const searchBench: Bench = {
  name: 'search',
  run: (say) =>
    withDistrict(async (parts): Promise<Row[]> => {
      await fillPremises(parts, million)
      return measureSearch(parts, say)
    }),
}

export async function measureSearch(parts: Parts, say: (line: string) => void): Promise<Row[]> {
  const questions = questionsOf(await samplesOf(parts))
  const station = await stationOf(parts)
  const { as, close } = await serving(parts)
  const gets = await Promise.all(people.map(as))
  const api = await together(
    questions.length,
    gets.map((get) => (i) => get(`/api/premises/find?q=${encodeURIComponent(questions[i]?.q ?? '')}`)),
  )
  await close()
  const bare = await together(
    questions.length,
    people.map((who) => async (i) => {
      const { ways = [], otherwise = [] } = questions[i] ?? {}
      const own = ofStation.includes(who) ? ` and station = '${station}'` : ''
      const { rows } = await parts.database.pool.query(byHand(ways, own))
      if (rows.length === 0 && otherwise.length > 0) await parts.database.pool.query(byHand(otherwise, own))
    }),
  )
  for (const [what, group] of Map.groupBy(questions.entries(), ([, question]) => question.what)) {
    const of = (all: readonly number[][]) => sorted(group.flatMap(([i]) => all[i] ?? []))
    const told = (all: readonly number[][]) => `${ms(median(of(all)))} (p95 ${ms(quantile(of(all), 0.95))})`
    say(`${what}: API ${told(api)}, SQL ${told(bare)}`)
  }
  const what = `the search box over 1,000,000 records, ${people.length} people, ${questions.length} questions, p95 at the API`
  return [
    { what, measured: ms(p95(api)), against: `${mostMs} ms`, ratio: p95(api) / mostMs, atMost: 1 },
    {
      what,
      measured: ms(p95(api)),
      against: `bare SQL for the same questions, as many people at once, p95: ${ms(p95(bare))}`,
      ratio: p95(api) / p95(bare),
      atMost: 2,
    },
  ]
}

/** Records from all over the register. */
async function samplesOf({ database }: Parts): Promise<Sample[]> {
  const { rows } = await database.pool.query<Sample>(
    `select name, address, uscc, premises_no as no, name_initials as initials, name_pinyin as pinyin,
      responsible_phone as phone
    from premises.premises where district = $1 and form = 'unit' and uscc is not null and responsible_phone is not null
      and right(premises_no, 4) = '4711' order by premises_no limit $2`,
    [benchDistrict, samplesNeeded],
  )
  return rows
}

async function stationOf({ database }: Parts): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    "select id from organisation.body where district = $1 and code = 'PCS01'",
    [benchDistrict],
  )
  return rows[0]?.id ?? ''
}

function byHand(ways: readonly Way[], own: string): string {
  const parts = ways.map(
    ({ where, order }) => `(select id, premises_no, form, kind, state, name, address, station
      from premises.premises where district = '${benchDistrict}'${own} and state <> 'merged' and (${where})
      ${order ? `order by ${order}` : ''} limit ${limit})`,
  )
  return `select * from (${parts.join(' union all ')}) found limit ${limit}`
}

/** Everybody asks all questions, each beginning elsewhere; milliseconds by question. */
async function together(count: number, ask: readonly ((question: number) => Promise<unknown>)[]): Promise<number[][]> {
  const taken = Array.from({ length: count }, (): number[] => [])
  for (let round = -1; round < rounds; round++)
    await Promise.all(
      ask.map(async (one, who) => {
        for (let i = 0; i < count; i++) {
          const question = (i + Math.floor((who * count) / ask.length)) % count
          await setTimeout(rest)
          const began = performance.now()
          await one(question)
          if (round >= 0) taken[question]?.push(performance.now() - began)
        }
      }),
    )
  return taken
}

const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
const p95 = (all: readonly number[][]) => quantile(sorted(all.flat()), 0.95)
