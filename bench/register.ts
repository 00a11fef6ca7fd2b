/** Pages of the register and the counts beside its filters over 1,000,000 records, through the API, against the clock. */
import type { Parts } from '../src/app/parts.ts'
import { serving, time } from './client.ts'
import { type Bench, median, ms, quantile, type Row } from './measure.ts'
import { fillPremises, million } from './premises-fill.ts'
import { benchDistrict, withDistrict } from './world.ts'

const rounds = 15
const warmUps = 3
const mostMs = 150
/** What the list shows beside its filters. */
const facets = ['form', 'state', 'kind', 'tag', 'list', 'station', 'supervisor', 'located', 'proposed', 'hazardous']
const counted = facets.map((facet) => `by=${facet}`).join('&')

interface View {
  readonly what: string
  readonly filter: string
  readonly sort?: string
}

const viewsOf = (ids: Readonly<Record<string, string>>): View[] => [
  { what: 'all of it', filter: '' },
  { what: 'by name', filter: '', sort: 'name' },
  { what: 'a station', filter: `station=${ids.PCS07}` },
  {
    what: "a station's small premises, longest not inspected",
    filter: `station=${ids.PCS07}&list=SMALL&state=open`,
    sort: 'lastInspectedOn',
  },
  { what: 'restaurants with bottled gas', filter: 'kind=CATER-REST&tag=BOTTLE' },
  { what: 'key units', filter: 'list=KEY' },
  { what: 'proposed to another body', filter: 'proposed=true' },
  { what: 'never inspected', filter: 'neverInspected=true&state=open' },
  { what: 'a community without points', filter: `community=${ids['99010101003']}&located=none` },
  { what: 'extinguishers that run out', filter: 'expiresBy=2026-12-31&kind=HOTEL-INN' },
  { what: 'a word of the name', filter: `q=${encodeURIComponent('新华书店')}` },
  { what: 'a word of the address', filter: `q=${encodeURIComponent('澜心大道')}&kind=SHOP-SUPER` },
]

export const registerBench: Bench = {
  name: 'register',
  run: (say) =>
    withDistrict(async (parts): Promise<Row[]> => {
      await fillPremises(parts, million)
      return measureRegister(parts, say)
    }),
}

export async function measureRegister(parts: Parts, say: (line: string) => void): Promise<Row[]> {
  const { rows } = await parts.database.pool.query<{ code: string; id: string }>(
    `select code, id from organisation.body where district = $1
    union all select code, id from organisation.area_node where district = $1`,
    [benchDistrict],
  )
  const views = viewsOf(Object.fromEntries(rows.map(({ code, id }) => [code, id])))
  const { as, close } = await serving(parts)
  const get = await as('statistician')
  const pages = views.map((): number[] => [])
  const counts = views.map((): number[] => [])
  for (let round = -warmUps; round < rounds; round++)
    for (const [i, { filter, sort = '-enteredAt' }] of views.entries()) {
      const page = await time(() => get(`/api/premises?${filter}&sort=${sort}&limit=50`))
      const count = await time(() => get(`/api/premises/counts?${filter}&${counted}`))
      if (round < 0) continue
      pages[i]?.push(page)
      counts[i]?.push(count)
    }
  await close()
  const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
  const p95 = (all: readonly number[][]) => quantile(sorted(all.flat()), 0.95)
  for (const [i, { what }] of views.entries())
    say(`${what}: page ${ms(median(sorted(pages[i] ?? [])))}, counts ${ms(median(sorted(counts[i] ?? [])))} (medians)`)
  return (
    [
      ['filtered pages of the register', pages],
      ['counts by every value of its filters', counts],
    ] as const
  ).map(([what, all]) => ({
    what: `${what}, 1,000,000 records, ${views.length} filters, p95 at the API`,
    measured: ms(p95(all)),
    against: `${mostMs} ms`,
    ratio: p95(all) / mostMs,
    atMost: 1,
  }))
}
