/** What a fire of the demonstration does: how far it burns, what it costs, whom it hurts, and when that becomes known. */
import type { Random } from '../../kernel/random.ts'

interface Size {
  /** Median burnt area in square metres and loss in 元. */
  readonly area: number
  readonly loss: number
  /** Whether people live or sleep there, or stay in numbers. */
  readonly sleeping?: true
  readonly works?: true
  readonly outdoors?: true
}

const sizes: Readonly<Record<string, Size>> = {
  RES: { area: 6, loss: 3200, sleeping: true },
  MIX: { area: 11, loss: 8000, sleeping: true },
  HOTEL: { area: 6, loss: 6000, sleeping: true },
  CARE: { area: 4, loss: 2500, sleeping: true },
  SHOP: { area: 9, loss: 9000 },
  CATER: { area: 6, loss: 4500 },
  ENT: { area: 8, loss: 9000 },
  SCH: { area: 4, loss: 2000 },
  MED: { area: 4, loss: 4000 },
  OFF: { area: 5, loss: 4000 },
  RELIG: { area: 8, loss: 5000 },
  FACT: { area: 30, loss: 24_000, works: true },
  WARE: { area: 42, loss: 28_000, works: true },
  CONST: { area: 9, loss: 2500, works: true },
  EBIKE: { area: 4, loss: 2600 },
  VEH: { area: 5, loss: 9500, outdoors: true },
  AGRI: { area: 45, loss: 1500, outdoors: true },
  WASTE: { area: 18, loss: 160, outdoors: true },
  OTHR: { area: 3, loss: 700, outdoors: true },
}

export interface Harm {
  readonly vehicles: number
  readonly rescued: number
  readonly evacuated: number
  readonly savedFen: number
  readonly directLossFen: number
  readonly economicLossFen: number
  readonly burnedAreaM2: number
  readonly households: number
  readonly people: number
  readonly deaths: number
  readonly seriousInjuries: number
  readonly minorInjuries: number
  readonly productionAccident: boolean
  /** From arrival until it is under control, and from then until the engines leave. */
  readonly secondsToControl: number
  readonly secondsToEnd: number
}

/** `seconds` is how long the first engine took, `night` whether people were asleep. */
export function harmOf(place: string, seconds: number, night: boolean, chance: Random): Harm {
  const { area, loss, sleeping, works, outdoors }: Size = sizes[place] ?? { area: 5, loss: 2000 }
  // One in a hundred indoors gets away.
  const large = !outdoors && chance.chance(0.01)
  const growth = (large ? chance.around(22, 0.4) : 1) * (seconds / 300) ** 0.35 * (night ? 1.2 : 1)
  const burned = Math.max(0.2, chance.around(area, 1.0) * growth)
  const lossYuan = Math.max(20, Math.round(chance.around(loss, 0.8) * (burned / area) ** 0.75 * (large ? 4 : 1)))
  const { deaths, seriousInjuries, minorInjuries } = casualties(sleeping === true, large, night, chance)
  const households = sleeping ? 1 + Math.floor(burned / 60) + chance.poisson(large ? 4 : 0.12) : 0
  const vehicles = Math.min(24, chance.between(1, outdoors ? 2 : 3) + Math.floor(burned ** 0.5 / 2.2) + (large ? 4 : 0))
  const led = (outdoors ? 0 : large ? 0.95 : sleeping ? 0.3 : 0.18) > chance.next()
  return {
    vehicles,
    rescued: chance.chance(large ? 0.7 : sleeping ? 0.07 : 0.015) ? chance.between(1, large ? 9 : 3) : 0,
    evacuated: led ? Math.round(chance.around(large ? 70 : 9, 0.7)) : 0,
    savedFen: Math.round(lossYuan * chance.around(outdoors ? 3 : 9, 0.8)) * 100,
    directLossFen: lossYuan * 100,
    economicLossFen: Math.round(
      lossYuan * (1.04 + 0.2 * chance.next()) * 100 +
        deaths * 98_000_000 +
        seriousInjuries * 14_000_000 +
        minorInjuries * 400_000,
    ),
    burnedAreaM2: Math.round(burned * 10) / 10,
    households,
    people: households === 0 ? 0 : households * 2 + chance.poisson(households),
    deaths,
    seriousInjuries,
    minorInjuries,
    productionAccident: works === true && chance.chance(large || deaths + seriousInjuries > 0 ? 0.6 : 0.03),
    secondsToControl: chance.around(260 + 22 * burned ** 0.75, 0.4),
    secondsToEnd: chance.around(900 + 26 * burned ** 0.75, 0.45),
  }
}

/** Most who die in fires die asleep at home. */
function casualties(sleeping: boolean, large: boolean, night: boolean, chance: Random) {
  const risk = (sleeping ? (night ? 0.022 : 0.007) : 0.0025) * (large ? 9 : 1)
  const deaths = chance.chance(risk) ? 1 + chance.poisson(large ? 0.9 : 0.22) : 0
  const serious = chance.chance(risk * 1.3) ? 1 + chance.poisson(large ? 0.8 : 0.2) : 0
  const minor = chance.chance((sleeping ? 0.045 : 0.02) * (large ? 6 : 1)) ? 1 + chance.poisson(large ? 2 : 0.4) : 0
  return { deaths, seriousInjuries: serious, minorInjuries: minor }
}

/** After how many days each figure is told to the brigade; Infinity where it never is. */
export interface Delays {
  readonly cause: number
  readonly loss: number
  readonly area: number
  readonly households: number
}

export function delaysOf(chance: Random): Delays {
  const days = (median: number, never: number) => {
    const after = chance.around(median, 0.85)
    return chance.chance(never) ? Infinity : after
  }
  return { cause: days(11, 0.012), loss: days(6, 0.012), area: days(2, 0.02), households: days(2, 0.01) }
}
