/** The demonstration's register of places and units, row by row: the same seed makes the same ones, in any number. */
import { keyUnitRules, smallPremises, supervisionLists } from '../../../areas/premises/supervision/codes.ts'
import { type SupervisionRules, supervisionRules } from '../../../areas/premises/supervision/rules.ts'
import type { LngLat } from '../../../kernel/geo.ts'
import { type Random, wheel } from '../../../kernel/random.ts'
import type { DemoWorld } from '../incidents.ts'
import { communityNames } from '../names.ts'
import { demoDistrict } from '../organisation.ts'
import { blockRow } from './blocks.ts'
import { type Building, buildingsEach, estateRows } from './estates.ts'
import { standsIn } from './fronts.ts'
import { committeeRow, companyRow } from './institutions.ts'
import { counters, daysAround, type Making, shareOut } from './making.ts'
import { atCount, companies, type Mixture, mixtures, type Use } from './mixtures.ts'
import type { PremisesDemoRow } from './row.ts'
import type { Housing } from './spots.ts'
import { canHaveTwin, twinOf, twinShare } from './twins.ts'
import { unitOf, unitOfSite } from './units.ts'

export interface PremisesOrder {
  readonly count: number
  /** The day that is today in the demonstration: what runs out, runs out around it. */
  readonly day: string
}

/** What stands in one community: how many of each, places and units left over. */
interface Plan {
  readonly committees: readonly string[]
  readonly estates: number
  readonly buildings: readonly (readonly [Use, number])[]
  readonly units: Mixture['units']
}

/** Companies first, then community by community: its committees, estates, buildings, and what is in them. */
export function* premises(seed: Random, world: DemoWorld, { count, day }: PremisesOrder): Generator<PremisesDemoRow> {
  const own = seed.stream('premises')
  const makings = makingsOf(own, world, day)
  const code = makings[0]?.code ?? ''
  const rules = supervisionRules({ keyUnits: keyUnitRules, small: smallPremises, lists: supervisionLists }, code, day)
  const plans = plansOf(own.stream('plans'), world, count)
  const companyCount = Math.max(2, Math.round((companies * count) / atCount))
  const fixed = plans.reduce((sum, plan) => sum + fixedOf(plan), companyCount)
  if (fixed > count) throw new RangeError(`a register of ${count} has no room for ${fixed} estates and buildings`)
  const units = shareOut(
    count - fixed,
    world.land.communities.map(({ kind, residents }) => mixtures[kind].business * residents),
  )
  const offices = own.stream('companies')
  // The first records of all, so that every estate can name one.
  for (let i = 0; i < companyCount; i++) yield companyRow(offices.pick(makings), i)
  for (const [i, making] of makings.entries()) {
    const plan = plans[i]
    if (!plan) continue
    const company = () => making.noOf(making.chance.between(1, companyCount))
    const sites = sitesOf(world, i)
    const committees = plan.committees.map((name) => committeeRow(making, name))
    yield* committees
    const committee = () => making.chance.pick(committees).premises_no
    const housing = yield* buildingsIn(making, plan, { company, committee, sites: sites.estates })
    yield* unitsIn(making, units[i] ?? 0, { sites: sites.places, housing, rules, kinds: plan.units })
  }
}

interface Grounds {
  readonly company: () => string
  readonly committee: () => string
  readonly sites: readonly NamedSite[]
}

/** Estates with their buildings, then the other buildings; returns all buildings by their use. */
function* buildingsIn(
  making: Making,
  { estates, buildings }: Plan,
  { sites, company, committee }: Grounds,
): Generator<PremisesDemoRow, Housing> {
  const housing = new Map<Use, Building[]>()
  const homes = new Map(buildings).get('home') ?? 0
  for (const [i, number] of buildingsEach(making, homes, estates).entries()) {
    const site = sites[i]
    const order = { buildings: number, company, committee: committee(), ...(site ? { site } : {}) }
    housing.set('home', [...(housing.get('home') ?? []), ...(yield* estateRows(making, order))])
  }
  for (const [use, number] of buildings) {
    if (use === 'home' || number === 0) continue
    const made: Building[] = []
    for (let i = 0; i < number; i++) {
      const { row, building } = blockRow(making, use, { company, committee: committee() })
      made.push(building)
      yield row
    }
    housing.set(use, made)
  }
  return housing
}

interface Trades {
  readonly sites: readonly NamedSite[]
  readonly housing: Housing
  readonly rules: SupervisionRules
  readonly kinds: Mixture['units']
}

/** So many places and units, first those that the land knows by name; last those of them that are entered twice. */
function* unitsIn(making: Making, count: number, { sites, housing, rules, kinds }: Trades): Generator<PremisesDemoRow> {
  const { chance } = making
  const turn = wheel(Object.entries(kinds))
  const twins: PremisesDemoRow[] = []
  for (let made = 0; made + twins.length < count; made++) {
    const site = sites[made]
    const row = (site && unitOfSite(making, site, rules)) ?? unitOf(making, turn(chance), housing, rules)
    yield row
    const room = made + twins.length + 1 < count
    if (room && canHaveTwin(row) && chance.chance(twinShare)) twins.push(row)
  }
  for (const row of twins) yield twinOf(row, making)
}

function makingsOf(own: Random, { land, communities }: DemoWorld, day: string): Making[] {
  const code = communities[0]?.code.slice(0, 6) ?? demoDistrict.code
  const shared = { ...counters(code), day: daysAround(day), district: demoDistrict.name, city: demoDistrict.city, code }
  const stands = standsIn(land)
  return communities.flatMap((community, i) => {
    const place = stands[i]
    return place ? [{ ...shared, ...place, chance: own.stream(community.code), community, kind: community.kind }] : []
  })
}

function plansOf(chance: Random, { land, communities }: DemoWorld, count: number): Plan[] {
  const scale = count / atCount
  const taken = new Set(communities.map(({ name }) => name.replace(/社区$|村$/, '')))
  const names = communityNames(Infinity, chance).filter((name) => !taken.has(name))
  /** A part of one is there by chance. */
  const some = (number: number) => Math.floor(number * scale + chance.next())
  return communities.map(({ name }, i) => {
    const mixture = mixtures[land.communities[i]?.kind ?? 'rural']
    const rural = land.communities[i]?.kind === 'rural' || land.communities[i]?.kind === 'urbanVillage'
    const further = names.splice(0, Math.round((mixture.committees - 1) * Math.min(1, scale)))
    const estates = Math.max(1, Math.round(mixture.estates * scale))
    return {
      committees: [
        `${name}${name.endsWith('村') ? '村民委员会' : '居民委员会'}`,
        ...further.map((other) => `${other}${rural ? '村村民委员会' : '居民委员会'}`),
      ],
      estates,
      buildings: (Object.entries(mixture.buildings) as [Use, number][]).map(([use, number]) => [
        use,
        use === 'home' ? Math.max(estates, some(number)) : some(number),
      ]),
      units: mixture.units,
    }
  })
}

const fixedOf = ({ committees, estates, buildings }: Plan): number =>
  committees.length + estates + buildings.reduce((sum, [, number]) => sum + number, 0)

interface NamedSite {
  readonly name: string
  readonly address: string
  readonly point: LngLat
}

/** The addresses of the land at which something may stand under its own name, so that calls come from records. */
function sitesOf({ land, communities }: DemoWorld, community: number): Record<'estates' | 'places', NamedSite[]> {
  const named = (land.communities[community]?.sites ?? []).map(({ where, point, place, floors }) => ({
    name: where.replace(/^.*?\d+号/, ''),
    address: `${communities[community]?.name ?? ''}${where}`,
    point,
    home: place === 'RES' && floors > 0,
  }))
  return { estates: named.filter(({ home }) => home), places: named.filter(({ home }) => !home) }
}
