/** Filtered pages of the list over 1,000,000 incidents through the API, against the bare SQL for the same pages. */
import { fillMillion } from './analysis.ts'
import { serving, time } from './client.ts'
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
      const { as, close } = await serving(parts)
      const get = await as('statistician')
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
