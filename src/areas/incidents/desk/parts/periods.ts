/** The periods that people ask for most, as days. */
import { type PeriodKind, periodOf, previousPeriod } from '../../../../kernel/periods.ts'

export const presetKeys = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const
export type Preset = (typeof presetKeys)[number]

const kinds: Readonly<Record<Preset, Exclude<PeriodKind, 'custom'>>> = {
  thisMonth: 'month',
  lastMonth: 'month',
  thisQuarter: 'quarter',
  lastQuarter: 'quarter',
  thisYear: 'year',
  lastYear: 'year',
}

/** Both days belong to it. `day` is today. */
export function presetDays(preset: Preset, day: string): { from: string; to: string } {
  const present = periodOf(kinds[preset], day)
  const { from, to } = preset.startsWith('last') ? previousPeriod(present) : present
  return { from, to }
}

/** The preset that these days are, if they are one. */
export const presetOf = (from: string | undefined, to: string | undefined, day: string): Preset | undefined =>
  presetKeys.find((preset) => {
    const days = presetDays(preset, day)
    return days.from === from && days.to === to
  })
