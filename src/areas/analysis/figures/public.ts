/** Counting a period: the store's tallies with the district's names and settings. */
import type { CodeTable } from '../../../kernel/codes.ts'
import type { Period } from '../../../kernel/periods.ts'
import type { Context } from '../../../platform/context.ts'
import { codeTable, placeNames } from '../../organisation/public.ts'
import { type Settings, settingsOf, settingTables } from '../settings.ts'
import { assemble } from './assemble.ts'
import type { Figures, Part } from './contract.ts'
import { type Counted, tallies } from './store.ts'

const scopeOf = ({ district, stations, communities }: Counted['reach']): Figures['scope'] =>
  district ? 'district' : stations.length + communities.length > 0 ? 'own' : 'none'

/** The district's settings on the period's last day. */
export async function settingsFor(context: Context, period: Period): Promise<Settings> {
  const tables: CodeTable[] = []
  for (const key of settingTables) tables.push(await codeTable(context, key))
  return settingsOf(tables, period.to)
}

/** The figures of a period, with what they were read by. Of a station, only its own lines are shown. */
export async function figuresOf(
  context: Context,
  period: Period,
  counted: Counted,
): Promise<{ figures: Figures; settings: Settings }> {
  const settings = await settingsFor(context, period)
  const { stations, streets, communities } = await placeNames(context)
  const names = {
    places: await codeTable(context, 'place-kind'),
    causes: await codeTable(context, 'cause'),
    severities: await codeTable(context, 'severity'),
    stations,
    streets,
    communities,
    day: period.to,
  }
  const found = await tallies(context, counted, period)
  const occasion = { period, scope: scopeOf(counted.reach), today: context.at.day }
  return { figures: ownStations(assemble(occasion, found, names, settings), counted), settings }
}

/** Of another station's fires the count knows nothing: a line at zero would say that there were none. */
function ownStations(figures: Figures, { reach }: Counted): Figures {
  if (reach.district) return figures
  const mine = ({ code, fires, previousFires, lastYearFires }: Part) =>
    reach.stations.includes(code) || fires + (previousFires ?? 0) + (lastYearFires ?? 0) > 0
  const station = figures.breakdowns.station.filter(mine)
  return { ...figures, breakdowns: { ...figures.breakdowns, station } }
}
