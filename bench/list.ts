/** Filtered pages of the list over 1,000,000 incidents through the API, against the bare SQL for the same pages. */
import { performance } from 'node:perf_hooks'
import { demoPassword } from '../src/app/demo/cast.ts'
import type { Parts } from '../src/app/parts.ts'
import { router } from '../src/app/router.ts'
import { identifier } from '../src/areas/organisation/public.ts'
import { httpServer } from '../src/platform/http/server.ts'
import { fillMillion } from './analysis.ts'
import { type Bench, median, ms, quantile } from './measure.ts'
import { benchDistrict, withDistrict } from './world.ts'

const rounds = 25
const warmUps = 5

/** A page that somebody looks at: its query string, and the condition and order that an analyst would write for it. */
interface Page {
  readonly what: string
  readonly asked: string
  readonly where: string
  readonly order?: string
}

const days = (from: string, to: string) => ({
  asked: `from=${from}&to=${to}`,
  where: `received_at >= '${from} 00:00+08' and received_at < '${to} 24:00+08'`,
})
const quarter = days('2026-04-01', '2026-06-30')
const year = days('2025-01-01', '2025-12-31')

const pagesOf = (station: string): Page[] => [
  {
    what: "a quarter's fires in homes",
    asked: `${quarter.asked}&counted=fires&place=RES`,
    where: `${quarter.where} and is_fire and place = 'RES'`,
  },
  {
    what: "a station's quarter",
    asked: `${quarter.asked}&station=${station}`,
    where: `${quarter.where} and station = '${station}'`,
  },
  {
    what: "a year's electrical fires, dearest first",
    asked: `${year.asked}&counted=fires&cause=ELEC&sort=-directLossFen`,
    where: `${year.where} and is_fire and cause = 'ELEC'`,
    order: 'coalesce(direct_loss_fen, -1) desc, id desc',
  },
  {
    what: "a quarter's alarms with a word of the address",
    asked: `${quarter.asked}&q=${encodeURIComponent('路77号')}`,
    where: `${quarter.where} and (incident_no like '%路77号%' or address like '%路77号%')`,
  },
  {
    what: "a year's fires on weekend nights",
    asked: `${year.asked}&counted=fires&weekday=6&weekday=7&hour=22&hour=23&sort=-directLossFen`,
    where: `${year.where} and is_fire and received_weekday in (6, 7) and received_hour in (22, 23)`,
    order: 'coalesce(direct_loss_fen, -1) desc, id desc',
  },
  {
    what: "a year's fires whose loss is not known",
    asked: `${year.asked}&counted=fires&missing=directLossFen`,
    where: `${year.where} and is_fire and direct_loss_fen is null`,
  },
]

export const listBench: Bench = {
  name: 'list',
  run: (say) =>
    withDistrict(async (parts) => {
      await fillMillion(parts.database.db)
      const { rows } = await parts.database.pool.query<{ id: string }>(
        "select id from organisation.body where district = $1 and kind = 'station' order by code limit 1 offset 9",
        [benchDistrict],
      )
      const pages = pagesOf(rows[0]?.id ?? '')
      const { get, close } = await signedIn(parts)
      const bare = ({ where, order = 'received_at desc, id desc' }: Page) =>
        parts.database.pool.query(
          `select * from incidents.incident where district = $1 and ${where} order by ${order} limit 51`,
          [benchDistrict],
        )
      const api = pages.map((): number[] => [])
      const sql = pages.map((): number[] => [])
      for (let round = -warmUps; round < rounds; round++)
        for (const [at, page] of pages.entries()) {
          const mine = await time(() => get(`/api/incidents?${page.asked}&limit=50`))
          const theirs = await time(() => bare(page))
          if (round < 0) continue
          api[at]?.push(mine)
          sql[at]?.push(theirs)
        }
      await close()
      const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
      for (const [at, { what }] of pages.entries())
        say(`${what}: API ${ms(median(sorted(api[at] ?? [])))}, SQL ${ms(median(sorted(sql[at] ?? [])))} (medians)`)
      const p95 = (all: readonly number[][]) => quantile(sorted(all.flat()), 0.95)
      return [
        {
          what: `filtered pages of the list over 1,000,000 incidents (${pages.length} filters), p95 at the API`,
          measured: ms(p95(api)),
          against: `bare SQL for the same pages, p95: ${ms(p95(sql))}`,
          ratio: p95(api) / p95(sql),
          atMost: 2,
        },
      ]
    }),
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** A server of its own with somebody signed in. */
async function signedIn(parts: Parts) {
  const app = await httpServer({
    db: parts.database.db,
    log: parts.log,
    router: router({ files: parts.files }),
    identify: identifier(parts.config.session),
    about: { title: 'bench', version: '0', description: 'bench' },
    uploadLimit: 1_000_000,
    secure: false,
    sessionSeconds: 3600,
    rateLimit: 1_000_000,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
    body: JSON.stringify({ username: 'statistician', password: demoPassword }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    async get(path: string) {
      const page = await fetch(url + path, { headers: { cookie } })
      if (!page.ok) throw new Error(await page.text())
      await page.json()
    },
    close: () => app.close(),
  }
}
