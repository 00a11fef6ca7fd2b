/** Why and where things burn in the demonstration, and what else the brigade is called to: weights, no rules. */
import type { Harm } from './fires.ts'
import type { CommunityKind } from './land/kinds.ts'
import type { DayKind, HoursName, SeasonName } from './seasons.ts'

export type Weights = Readonly<Record<string, number>>

/** What stands in each kind of community, by the codes of the place kinds. */
export const placesOf: Readonly<Record<CommunityKind, Weights>> = {
  oldQuarter: { RES: 54, SHOP: 14, CATER: 10, HOTEL: 3, MIX: 6, EBIKE: 5, OFF: 2, RELIG: 1, SCH: 1, WASTE: 4, VEH: 4 },
  newEstate: {
    RES: 54,
    SHOP: 8,
    CATER: 7,
    SCH: 2,
    MED: 1,
    CARE: 1,
    EBIKE: 8,
    OFF: 4,
    CONST: 4,
    VEH: 8,
    WASTE: 4,
    OTHR: 3,
  },
  urbanVillage: { RES: 50, MIX: 14, SHOP: 8, CATER: 8, EBIKE: 9, WARE: 3, FACT: 3, WASTE: 5, VEH: 4, OTHR: 2 },
  industrial: { FACT: 34, WARE: 20, RES: 12, CONST: 6, VEH: 8, WASTE: 8, MIX: 6, CATER: 4, OFF: 3, OTHR: 2 },
  market: { SHOP: 40, CATER: 18, RES: 16, MIX: 10, HOTEL: 5, ENT: 4, EBIKE: 4, VEH: 4, WASTE: 4, OFF: 2 },
  rural: { RES: 38, AGRI: 22, WASTE: 24, WARE: 4, FACT: 3, VEH: 5, RELIG: 2, CARE: 1, OTHR: 2 },
}

/** How many calls a kind of community makes for its residents and those who work there, against an average one. */
export const callWeight: Readonly<Record<CommunityKind, number>> = {
  oldQuarter: 1.25,
  newEstate: 0.8,
  urbanVillage: 1.5,
  industrial: 1.9,
  market: 1.6,
  rural: 0.9,
}

interface Pattern {
  /** About how many a year. */
  readonly yearly: number
  readonly season: SeasonName
  readonly hours: HoursName
  /** Against 2024, the year in the middle; 0.97 where nothing is said. */
  readonly trend?: (year: number) => number
}
export interface FirePattern extends Pattern {
  readonly cause: string
  readonly subCause: string | null
  readonly places: Weights
  /** What it does, where that is not left to chance. */
  readonly harm?: Partial<Harm>
}
export interface AlarmPattern extends Pattern {
  readonly kind: 'rescue' | 'service' | 'false' | 'other'
  /** Near which places; anywhere where nothing is said. */
  readonly places: Weights
  readonly vehicles: readonly [least: number, most: number]
  /** How often somebody is brought out or led away, and how many at most. */
  readonly rescued?: readonly [share: number, most: number]
  readonly evacuated?: readonly [share: number, most: number]
  readonly minutes: number
}

/** Charging fires rose until the drive of 2024 against e-bikes in stairwells, and have fallen since. */
const ebikes = (year: number) =>
  ({ 2022: 0.9, 2023: 1.15, 2024: 1.25, 2025: 0.85, 2026: 0.65 })[year] ?? (year < 2022 ? 0.7 : 0.6)
const motoring = (year: number) => 1.05 ** Math.max(-6, Math.min(4, year - 2024))

export const trendOf = ({ trend }: Pattern, { year }: DayKind): number =>
  trend ? trend(year) : 0.97 ** Math.max(-6, Math.min(4, year - 2024))

const wiring = {
  RES: 42,
  SHOP: 13,
  MIX: 7,
  CATER: 6,
  FACT: 8,
  WARE: 5,
  OFF: 4,
  HOTEL: 2,
  ENT: 1.5,
  SCH: 1.5,
  MED: 0.8,
  CARE: 0.8,
  RELIG: 0.8,
  VEH: 4,
  CONST: 2,
  AGRI: 2,
  OTHR: 4,
}
const appliances = { RES: 52, SHOP: 10, OFF: 8, CATER: 8, MIX: 6, HOTEL: 3, MED: 1.5, SCH: 2, CARE: 1, ENT: 2, FACT: 5 }
const open = { WASTE: 46, AGRI: 16, OTHR: 10, CONST: 5, RES: 10, VEH: 2 }

const fire = (
  code: string,
  yearly: number,
  season: SeasonName,
  at: HoursName,
  places: Weights,
  trend?: Pattern['trend'],
): FirePattern => ({
  cause: code.slice(0, 4),
  subCause: code.length > 4 ? code : null,
  yearly,
  season,
  hours: at,
  places,
  ...(trend ? { trend } : {}),
})

/** Codes of the table of causes. */
export const firePatterns: readonly FirePattern[] = [
  fire('ELEC-SHORT', 38, 'even', 'all', wiring),
  fire('ELEC-LOAD', 12, 'load', 'evening', wiring),
  fire('ELEC-CONTACT', 9, 'even', 'all', wiring),
  fire('ELEC-LEAK', 3, 'storms', 'all', wiring),
  fire('ELEC-DEVICE', 13, 'load', 'evening', appliances),
  fire('ELEC-HEATER', 9, 'winter', 'evening', { RES: 60, SHOP: 8, MIX: 8, SCH: 2, CARE: 2, OFF: 4, HOTEL: 2 }),
  fire('ELEC-EBIKE', 17, 'summer', 'night', { EBIKE: 55, RES: 26, MIX: 12, SHOP: 4 }, ebikes),
  fire('ELEC', 3, 'even', 'all', wiring),
  fire('PROD-WELD', 8, 'work', 'work', { CONST: 42, FACT: 34, WARE: 10, SHOP: 8, OFF: 3 }),
  fire('PROD-MACHINE', 4, 'work', 'work', { FACT: 90, WARE: 10 }),
  fire('PROD-BAKE', 2, 'work', 'work', { FACT: 80, CATER: 20 }),
  fire('PROD-BOIL', 1, 'work', 'cook', { FACT: 40, CATER: 60 }),
  fire('PROD-CHEM', 0.6, 'work', 'work', { FACT: 100 }),
  fire('PROD-MATERIAL', 2, 'summer', 'work', { FACT: 50, WARE: 50 }),
  fire('LIFE-COOK', 35, 'home', 'cook', { RES: 82, CATER: 14, MIX: 6, SCH: 1 }),
  fire('LIFE-FLUE', 7, 'even', 'cook', { CATER: 90, MIX: 10 }),
  fire('LIFE-HEAT', 5, 'winter', 'night', { RES: 70, AGRI: 14, CARE: 2, CONST: 6 }),
  fire('LIFE-LIGHT', 1, 'even', 'evening', { RES: 90, RELIG: 10 }),
  fire('LIFE-OFFER', 5, 'offering', 'afternoon', { WASTE: 60, AGRI: 22, RES: 14 }),
  fire('LIFE-COIL', 3, 'insects', 'night', { RES: 86, MIX: 14 }),
  fire('LIFE-INCENSE', 4, 'offering', 'feast', { RES: 62, RELIG: 28, SHOP: 8 }),
  fire('SMOK-BUTT', 24, 'dry', 'all', { WASTE: 44, RES: 18, OTHR: 10, SHOP: 5, VEH: 4, CONST: 4, MIX: 4, EBIKE: 3 }),
  fire('SMOK-BED', 3, 'home', 'night', { RES: 84, HOTEL: 8, MIX: 8 }),
  fire('SMOK-BANNED', 1.4, 'even', 'work', { WARE: 50, FACT: 50 }),
  fire('PLAY-CHILD', 4, 'home', 'afternoon', { WASTE: 40, RES: 40, AGRI: 10, OTHR: 10 }),
  fire('PLAY-FIREWORK', 6, 'firework', 'feast', { WASTE: 46, RES: 26, AGRI: 10, VEH: 5, SHOP: 4 }),
  fire('SPON-VEHICLE', 11, 'summer', 'afternoon', { VEH: 100 }, motoring),
  fire('SPON-MATTER', 4, 'summer', 'afternoon', { WARE: 50, WASTE: 34, FACT: 10, AGRI: 6 }),
  fire('LIGH', 0.7, 'thunder', 'afternoon', { RES: 40, AGRI: 20, FACT: 20, RELIG: 10, OTHR: 10 }),
  fire('STAT', 0.6, 'winter', 'work', { FACT: 80, WARE: 20 }),
  fire('ARSN', 3, 'even', 'night', { RES: 40, WASTE: 20, VEH: 20, SHOP: 10 }),
  fire('EMBR-REKINDLE', 6, 'dry', 'all', open),
  fire('EMBR-SPARK', 8, 'harvest', 'afternoon', open),
  fire('UNKN', 8, 'even', 'all', { ...wiring, WASTE: 20 }),
  fire('OTHR', 10, 'even', 'all', { ...wiring, WASTE: 16, OTHR: 12 }),
]

/** The one larger fire (较大火灾) of the demonstration: a battery charging in a shop below rooms where people slept. */
export const graveFire = {
  day: '2025-01-18',
  second: 2 * 3600 + 41 * 60 + 20,
  pattern: {
    ...fire('ELEC-EBIKE', 0, 'winter', 'night', { MIX: 1 }),
    harm: {
      vehicles: 9,
      rescued: 5,
      evacuated: 26,
      savedFen: 172_000_000,
      directLossFen: 38_640_000,
      economicLossFen: 366_800_000,
      burnedAreaM2: 128,
      households: 3,
      people: 11,
      deaths: 3,
      seriousInjuries: 2,
      minorInjuries: 4,
      productionAccident: false,
      secondsToControl: 2700,
      secondsToEnd: 8400,
    },
  },
} as const satisfies { day: string; second: number; pattern: FirePattern }

/** What else the brigade is called to. */
export const alarmPatterns: readonly AlarmPattern[] = [
  // Crashes.
  {
    kind: 'rescue',
    yearly: 370,
    season: 'even',
    hours: 'commute',
    places: { VEH: 100 },
    vehicles: [1, 3],
    rescued: [0.42, 3],
    minutes: 38,
    trend: motoring,
  },
  // Stuck lifts.
  {
    kind: 'rescue',
    yearly: 300,
    season: 'even',
    hours: 'all',
    places: { OFF: 20, RES: 70, MED: 5, HOTEL: 5 },
    vehicles: [1, 1],
    rescued: [0.8, 5],
    minutes: 24,
  },
  // Leaking gas.
  {
    kind: 'rescue',
    yearly: 110,
    season: 'even',
    hours: 'cook',
    places: { RES: 70, CATER: 20, MIX: 10 },
    vehicles: [2, 3],
    evacuated: [0.35, 40],
    minutes: 45,
  },
  // Storms and floods.
  {
    kind: 'rescue',
    yearly: 120,
    season: 'storms',
    hours: 'afternoon',
    places: { WASTE: 40, VEH: 30, CONST: 20, AGRI: 10 },
    vehicles: [1, 2],
    rescued: [0.25, 4],
    evacuated: [0.1, 30],
    minutes: 60,
  },
  // Shut in, fallen, on a roof.
  {
    kind: 'rescue',
    yearly: 230,
    season: 'even',
    hours: 'evening',
    places: { RES: 76, OFF: 8, WASTE: 10 },
    vehicles: [1, 2],
    rescued: [0.5, 1],
    minutes: 42,
  },
  // Nests of wasps.
  {
    kind: 'service',
    yearly: 460,
    season: 'insects',
    hours: 'work',
    places: { RES: 70, SCH: 6, WASTE: 14, RELIG: 2, AGRI: 6 },
    vehicles: [1, 1],
    minutes: 32,
  },
  // Doors without a key.
  {
    kind: 'service',
    yearly: 420,
    season: 'even',
    hours: 'evening',
    places: { RES: 88, MIX: 8 },
    vehicles: [1, 1],
    rescued: [0.18, 1],
    minutes: 22,
  },
  // Animals, water, rings too tight.
  {
    kind: 'service',
    yearly: 330,
    season: 'even',
    hours: 'all',
    places: { RES: 50, SHOP: 10, WASTE: 20, VEH: 10, SCH: 4 },
    vehicles: [1, 1],
    minutes: 26,
  },
  // Alarm systems that were wrong.
  {
    kind: 'false',
    yearly: 310,
    season: 'even',
    hours: 'all',
    places: { RES: 50, OFF: 16, SHOP: 12, HOTEL: 6, ENT: 4, FACT: 8 },
    vehicles: [1, 2],
    minutes: 14,
  },
  // Smoke of a kitchen.
  {
    kind: 'false',
    yearly: 150,
    season: 'home',
    hours: 'cook',
    places: { RES: 80, CATER: 16 },
    vehicles: [1, 2],
    minutes: 12,
  },
  // Called off, seen off, not ours.
  {
    kind: 'other',
    yearly: 500,
    season: 'even',
    hours: 'all',
    places: { RES: 50, VEH: 16, WASTE: 16, CONST: 6, OTHR: 8 },
    vehicles: [1, 1],
    minutes: 20,
  },
]

/** Said when a fire is written off: the demonstration's own words. */
export const writeOffs = [
  '经核查为燃放烟花产生烟雾，非火灾',
  '经核查为炊烟误报，未失控燃烧',
  '经核查为施工焊花，未失控燃烧',
  '与同日另一警情重复登记',
  '经核查发生在邻区，移交邻区统计',
] as const
