/** The colours in which marks are told apart: the same on the map and in its legend. */
import { paletteOf, seriesOf } from '../../theme.ts'

export const mapTones = ['alarm', 'plain', 'quiet', 'ochre', 'green', 'clay', 'violet'] as const
export type MapTone = (typeof mapTones)[number]

/** alarm is vermilion, plain the first colour of charts, quiet grey; the others stand apart from these. */
export function toneColours(isDark: boolean): Readonly<Record<MapTone, string>> {
  const { alarm, ink3, primary } = paletteOf(isDark)
  const [plain = primary, , ochre = ink3, green = ink3, clay = ink3, violet = ink3] = seriesOf(isDark)
  return { alarm, plain, quiet: ink3, ochre, green, clay, violet }
}
