/** The analysis of a quarter over 1,000,000 incidents, against the clock and against SQL written by hand for the same totals. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { inContext, type Parts } from '../src/app/parts.ts'
import { figuresOf } from '../src/areas/analysis/figures/public.ts'
import { parsePeriod } from '../src/kernel/periods.ts'
import type { Tables } from '../src/platform/tables.ts'
import { type Bench, median, ms, type Row, times } from './measure.ts'
import { benchDistrict, withDistrict } from './world.ts'

const rows = 1_000_000
const runs = 7
const key = '2026Q2'
const everyone = { district: true, stations: [], communities: [] }

/** Three years of alarms up to the end of the quarter, a third of them fires, entered as time went by. */
export async function fillMillion(db: Kysely<Tables>): Promise<void> {
  await sql`
    insert into incidents.incident (district, incident_no, kind, state, written_off_reason, received_at, dispatched_at,
      arrived_at, ended_at, station, community, street, address, lng, lat, urban, place, cause, sub_cause, vehicles,
      personnel, rescued, evacuated, saved_fen, direct_loss_fen, burned_area_m2, households, people, deaths,
      serious_injuries, minor_injuries, source, minor_fire, stat_class, entered_at)
    select ${benchDistrict}, 'B' || n, kind, case when off then 'writtenOff' else 'recorded' end,
      case when off then '复核不是火灾' end, at, at + interval '60 s', at + interval '60 s' + wait * interval '1 s',
      at + interval '2 hours', (select array_agg(id order by code) from organisation.body
        where district = ${benchDistrict} and kind = 'station')[1 + floor(u[1] * u[1] * 20)::int],
      community[spot], street[spot], '测量路' || n % 900 || '号', 120 + u[2] / 10, 30 + u[3] / 10,
      case when u[4] < 0.7 then 'urban' when u[4] < 0.98 then 'rural' end,
      case when fire then (array['RES','RES','RES','RES','RES','SHOP','SHOP','CATER','VEH','VEH','FACT','WARE','WASTE',
        'WASTE','EBIKE','OFF','CONST','HOTEL','OTHR',null])[1 + floor(u[5] * 20)::int] end,
      case when fire then (array['ELEC','ELEC','ELEC','LIFE','LIFE','SMOK','EMBR','PEND','SPON','PROD'])[why] end,
      case when fire then (array['ELEC-SHORT','ELEC-LOAD','ELEC-EBIKE','LIFE-COOK','LIFE-OFFER','SMOK-BUTT',null,null,
        'SPON-VEHICLE','PROD-WELD'])[why] end,
      1 + floor(u[7] * 4)::int, 6 + floor(u[7] * 24)::int, (u[8] < 0.05)::int, (u[8] < 0.1)::int * 5,
      case when u[9] > 0.05 then floor(u[9] * 1e7)::bigint end,
      case when fire and u[10] > 0.03 then floor(exp(u[10] * 8) * 10000)::bigint end,
      case when fire then round((u[11] * 40)::numeric, 2) end, case when fire then floor(u[12] * 2)::int end,
      case when fire then floor(u[12] * 4)::int end, case when fire then (u[13] > 0.999)::int end,
      case when fire then (u[13] < 0.002)::int end, case when fire then (u[13] < 0.01)::int end, 'official',
      fire and u[10] < 0.2, case when fire and not off then 'ordinary' end, at
    from (
      select n, u, u[14] < 0.33 as fire, u[14] < 0.33 and u[15] < 0.02 as off, 1 + floor(u[6] * 10)::int as why,
        (array['rescue','rescue','service','false','other'])[1 + floor(u[15] * 5)::int] as other,
        floor(100 + 500 * u[16] * u[16]) as wait, 1 + floor(u[1] * u[1] * 0.999 * count)::int as spot, community, street,
        timestamptz '2023-07-01 00:00+08' + (n + u[2] * 50) * (interval '1096 days' / ${rows}) as at
      from generate_series(1, ${rows}) n,
        lateral (select array_agg(random()) as u from generate_series(1, 16 + 0 * n)) chance,
        (select array_agg(id order by code) as community, array_agg(parent order by code) as street, count(*) as count
          from organisation.area_node where district = ${benchDistrict} and level = 2) areas) made,
      lateral (select case when fire then 'fire' else other end as kind) as kinds
    order by at`.execute(db)
  await sql`vacuum analyze incidents.incident`.execute(db)
}

const spans = [
  ['2026-04-01', '2026-06-30'],
  ['2026-01-01', '2026-03-31'],
  ['2025-04-01', '2025-06-30'],
]
const of = (from: string, to: string) =>
  `district = '${benchDistrict}' and received_at >= '${from} 00:00+08' and received_at < '${to} 24:00+08'`
const eachSpan = (select: (where: string, n: number) => string) =>
  spans.map(([from = '', to = ''], n) => select(of(from, to), n)).join(' union all ')
const sums = (columns: string[], filter: string) =>
  columns.map((column) => `sum(${column})${filter}, count(${column})${filter}`).join(', ')
const fire = ' filter (where is_fire)'

/** What an analyst would write for these very totals, indexes in mind: five statements. */
const byHand = [
  eachSpan(
    (where, n) => `select ${n}, count(*), count(*)${fire}, count(*) filter (where is_fire and minor_fire),
      ${sums(['vehicles', 'personnel', 'rescued', 'evacuated', 'saved_fen'], '')},
      ${sums(['direct_loss_fen', 'burned_area_m2', 'households', 'people', 'deaths', 'serious_injuries', 'minor_injuries'], fire)}
      from incidents.incident where ${where}`,
  ),
  `select n, grouping(place, cause, sub_cause, stat_class, station, street, community, received_weekday, received_hour,
      urban), place, cause, sub_cause, stat_class, station, street, community, received_weekday, received_hour, urban,
      count(*), sum(direct_loss_fen), count(direct_loss_fen), sum(hurt)
    from (${eachSpan(
      (where, n) => `select ${n} as n, place, cause, sub_cause, stat_class, station, street, community,
        received_weekday, received_hour, urban, direct_loss_fen,
        coalesce(deaths, 0) + coalesce(serious_injuries, 0) + coalesce(minor_injuries, 0) as hurt
        from incidents.incident where ${where} and is_fire`,
    )}) fires
    group by grouping sets ((n, place, cause), (n, cause, sub_cause), (n, stat_class), (n, station),
      (n, street, community), (n, received_weekday, received_hour), (n, urban))`,
  eachSpan(
    (where, n) => `select ${n}, count(*), count(*) filter (where arrived_at - dispatched_at <= interval '5 minutes'),
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from arrived_at - dispatched_at))
      from incidents.incident where ${where} and is_fire`,
  ),
  `select date_trunc('month', received_on), count(*), sum(direct_loss_fen), count(direct_loss_fen),
      sum(coalesce(deaths, 0) + coalesce(serious_injuries, 0) + coalesce(minor_injuries, 0))
    from incidents.incident where ${of('2025-01-01', '2026-06-30')} and is_fire group by 1`,
  `select min(received_at) from incidents.incident where district = '${benchDistrict}'`,
]

const analyse = (parts: Parts) =>
  inContext(parts, { district: benchDistrict, name: 'bench' }, (context) =>
    figuresOf(context, parsePeriod(key), { frozen: null, reach: everyone }),
  )
const runByHand = (parts: Parts) =>
  parts.database.db.transaction().execute(async (tx: Transaction<Tables>) => {
    for (const statement of byHand) await sql.raw(statement).execute(tx)
  })

export const analysisBench: Bench = {
  name: 'analysis',
  run: (say) =>
    withDistrict(async (parts): Promise<Row[]> => {
      await fillMillion(parts.database.db)
      const { figures } = await analyse(parts)
      const counted = (name: string) => figures.indicators.find((one) => one.key === name)?.value
      say(`${key}: ${counted('alarms')} alarms, ${counted('fires')} fires, of 1,000,000`)
      const mine = median(await times(runs, () => analyse(parts)))
      const bare = median(await times(runs, () => runByHand(parts)))
      say(`analysis ${ms(mine)}, by hand ${ms(bare)}`)
      const what = 'analysis of a quarter over 1,000,000 incidents'
      return [
        {
          what,
          measured: ms(mine),
          against: `SQL by hand for the same totals: ${ms(bare)}`,
          ratio: mine / bare,
          atMost: 1.3,
        },
        { what, measured: ms(mine), against: 'one second', ratio: mine / 1000, atMost: 1 },
      ]
    }),
}
