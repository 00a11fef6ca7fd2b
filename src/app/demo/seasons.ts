/** When things happen in the demonstration: months, feasts, days of the week, hours. */

/** Days around which people burn and light things. */
export type Feast = 'newYear' | 'lantern' | 'qingming' | 'ghost'

/** 春节; 元宵 is its fifteenth day. */
const newYears =
  '2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26'
/** 中元, the fifteenth of the seventh month. */
const ghosts =
  '2019-08-15 2020-09-02 2021-08-22 2022-08-12 2023-08-30 2024-08-18 2025-09-06 2026-08-27 2027-08-16 2028-09-03'

const daysSince1970 = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

const feasts = new Map<number, Feast>()
for (const day of ghosts.split(' ').map(daysSince1970)) for (let i = -2; i <= 0; i++) feasts.set(day + i, 'ghost')
for (const day of newYears.split(' ').map(daysSince1970)) {
  for (let i = -1; i <= 6; i++) feasts.set(day + i, 'newYear')
  for (let i = 13; i <= 15; i++) feasts.set(day + i, 'lantern')
}

export interface DayKind {
  readonly year: number
  /** 1…12 */
  readonly month: number
  readonly weekend: boolean
  readonly feast: Feast | undefined
}

export function kindOfDay(day: string): DayKind {
  const number = daysSince1970(day)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const qingming = month === 4 && Number(day.slice(8)) >= 2 && Number(day.slice(8)) <= 6
  // Day 0 of 1970 was a Thursday.
  const weekend = [2, 3].includes(((number % 7) + 7) % 7)
  return { year, month, weekend, feast: feasts.get(number) ?? (qingming ? 'qingming' : undefined) }
}

/** How often against the year's average: by month, January first, and on feasts on top of that. */
export interface Season {
  readonly months: readonly number[]
  readonly feasts?: Readonly<Partial<Record<Feast, number>>>
  readonly weekend?: number
}

export const seasons = {
  even: { months: [1.1, 1.05, 1, 1, 0.95, 0.95, 1, 1, 0.95, 0.95, 1, 1.05] },
  home: { months: [1.25, 1.2, 1, 0.95, 0.9, 0.85, 0.85, 0.85, 0.9, 0.95, 1.05, 1.2], feasts: { newYear: 1.6 } },
  winter: { months: [2.6, 2.1, 1.1, 0.3, 0.05, 0.05, 0.05, 0.05, 0.05, 0.3, 1.4, 2.5] },
  summer: { months: [0.5, 0.5, 0.6, 0.7, 0.9, 1.4, 2, 2.1, 1.4, 0.8, 0.6, 0.5] },
  load: { months: [1.4, 1.2, 0.7, 0.5, 0.6, 1.1, 1.8, 1.9, 1.0, 0.5, 0.6, 1.2] },
  dry: { months: [1.4, 1.4, 1.3, 1.2, 0.8, 0.6, 0.6, 0.6, 0.8, 1.1, 1.2, 1.4], feasts: { newYear: 1.5, qingming: 2 } },
  harvest: { months: [0.6, 0.7, 0.9, 1, 1.3, 1.9, 0.6, 0.5, 0.9, 2, 1.6, 0.6], feasts: { qingming: 2 } },
  offering: {
    months: [0.6, 0.6, 0.7, 1, 0.3, 0.3, 0.4, 0.8, 0.4, 0.4, 0.4, 0.8],
    feasts: { qingming: 32, newYear: 5, ghost: 12, lantern: 3 },
  },
  firework: { months: [0.25, 0.25, 0.03, 0, 0, 0, 0, 0, 0, 0.03, 0, 0.1], feasts: { newYear: 110, lantern: 60 } },
  work: {
    months: [0.8, 0.6, 1.1, 1.1, 1.1, 1.05, 1, 1, 1.05, 1.1, 1.15, 1.05],
    feasts: { newYear: 0.1 },
    weekend: 0.6,
  },
  thunder: { months: [0, 0, 0.3, 0.8, 1, 2, 3.2, 3, 1.4, 0.3, 0, 0] },
  insects: { months: [0, 0, 0.1, 0.4, 1, 1.8, 2.4, 2.6, 2.2, 1.2, 0.3, 0] },
  storms: { months: [0.4, 0.4, 0.5, 0.7, 0.9, 1.4, 2.1, 2.3, 1.7, 0.8, 0.4, 0.4] },
} as const satisfies Readonly<Record<string, Season>>
export type SeasonName = keyof typeof seasons

export function seasonal(name: SeasonName, { month, feast, weekend }: DayKind): number {
  const season: Season = seasons[name]
  const onFeast = feast === undefined ? 1 : (season.feasts?.[feast] ?? 1)
  return (season.months[month - 1] ?? 1) * onFeast * (weekend ? (season.weekend ?? 1) : 1)
}

/** Weights of the hours 0…23. */
export const hours = {
  all: [2.2, 1.9, 1.7, 1.5, 1.5, 1.6, 2.2, 3, 3.6, 4.1, 4.6, 5, 5, 4.6, 4.6, 4.8, 5, 5.4, 5.6, 5.2, 4.8, 4.3, 3.6, 2.8],
  cook: [0.3, 0.2, 0.1, 0.1, 0.3, 1, 3, 4, 2.2, 2, 5, 12, 11, 4, 2, 2.4, 6, 13, 13, 6, 3, 2, 1.2, 0.6],
  evening: [2.2, 1.6, 1.2, 1, 1, 1, 1.2, 1.6, 2, 2.4, 2.8, 3.2, 3.8, 4, 4, 4, 4.2, 5, 6.4, 7.6, 8, 7.4, 6, 3.8],
  night: [
    7.5, 7.8, 7.4, 6.6, 5.6, 4.4, 3, 2, 1.6, 1.5, 1.5, 1.8, 2, 1.8, 1.6, 1.6, 1.8, 2.2, 2.8, 3.6, 4.4, 5.4, 6.6, 7.4,
  ],
  work: [0.2, 0.2, 0.2, 0.2, 0.2, 0.4, 1, 3, 7, 10, 11, 8, 3, 7, 10, 11, 10, 7, 3, 1.6, 1, 0.6, 0.4, 0.3],
  afternoon: [0.5, 0.4, 0.4, 0.3, 0.4, 0.6, 1, 2, 3.4, 5, 7, 8, 9, 10, 11, 10.5, 9, 7, 5, 3.4, 2.4, 1.6, 1, 0.7],
  commute: [1.2, 0.9, 0.8, 0.8, 1, 2, 4, 7.6, 7.4, 4.6, 4, 4, 4, 4, 4.2, 4.4, 5.2, 7.4, 7.2, 5, 4, 3.4, 2.6, 1.8],
  feast: [7, 2, 0.8, 0.5, 0.5, 1, 2, 3, 3.4, 3.4, 3.2, 3, 3, 2.6, 2.6, 2.8, 4, 6, 8, 9, 8.6, 7, 6.4, 7.6],
} as const satisfies Readonly<Record<string, readonly number[]>>
export type HoursName = keyof typeof hours
