/** Two years of visits of the demonstration, with what they found: each place's last visit is the one its record tells of. */
import { Conduct, conducts } from '../../../areas/hazards/codes.ts'
import type { Hazard } from '../../../areas/hazards/record-contract.ts'
import { newHazard } from '../../../areas/hazards/settle.ts'
import type { Item } from '../../../areas/inspections/checklists/contract.ts'
import type { Answer, Visit } from '../../../areas/inspections/visits/record-contract.ts'
import { addDays, workingDayFrom } from '../../../kernel/calendar.ts'
import { propsOf } from '../../../kernel/codes.ts'
import type { Random } from '../../../kernel/random.ts'
import { type Habit, lived, type SeenAgain } from './life.ts'
import { phrases, spots } from './words.ts'
import { type DemoInspector, type DemoPlace, type InspectionWorld, instantAt } from './world.ts'

export interface Inspected {
  readonly visits: Visit[]
  readonly hazards: Hazard[]
}

const years = 2
const conductOf = new Map(conducts.entries.map((entry) => [entry.code, propsOf(Conduct, conducts.key, entry)]))

/** How often a conduct is found beside others. What is decided elsewhere is rare: who opens without papers is found once. */
const oddsOf: Readonly<Record<string, number>> = {
  '33-2': 1.6,
  '33-5': 1.3,
  '33-6': 0.6,
  '33-9': 0.12,
  '33-10': 0.5,
  '33-A': 0.07,
  '33-O': 0.07,
  '703-1': 0.5,
  '5-37': 2,
}

/** A time-ordered id from the demonstration's own chance. */
function idAt(instant: string, chance: Random): string {
  const time = Date.parse(instant).toString(16).padStart(12, '0')
  const hex = (digits: number) => Array.from({ length: digits }, () => chance.between(0, 15).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${chance.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
}

/** Places where more is wrong: kinds and tags with a past, old quarters and works. */
function riskOf({ kind, tags, form }: DemoPlace): number {
  const byKind =
    form !== 'unit'
      ? 0.9
      : /^(WORK|HAZ|WARE|LIVE)/.test(kind ?? '')
        ? 1.7
        : /^(CATER|ENT|HOTEL)/.test(kind ?? '')
          ? 1.2
          : 0.8
  return byKind * (1 + 0.3 * Math.min(tags.length, 3))
}

/** The days of its visits, the newest first, until two years ago. */
function visitDays(place: DemoPlace, { today, calendar }: InspectionWorld, chance: Random): string[] {
  const first = addDays(today, -365 * years)
  const days: string[] = []
  for (let day = place.lastInspectedOn; day !== null && day >= first && day <= today; ) {
    days.push(day)
    if (!chance.chance(0.15)) break
    day = workingDayFrom(calendar, addDays(day, -Math.round(place.dueMonths * 30 * (0.8 + chance.next() * 0.5))))
  }
  return days
}

/** Whoever answers for the place, and a colleague. */
function pairOf({ supervisor, officer }: DemoPlace, { inspectors }: InspectionWorld, chance: Random): DemoInspector[] {
  const all = inspectors.get(supervisor) ?? []
  if (all.length === 0) return []
  const first = all.find(({ id }) => id === officer) ?? chance.pick(all)
  const others = all.filter(({ id }) => id !== first.id)
  return others.length > 0 ? [first, chance.pick(others)] : [first]
}

interface Stay {
  readonly day: string
  readonly kind: string
  readonly minutes: number
  readonly dueOn: string | null
}

function visitOf(place: DemoPlace, pair: readonly DemoInspector[], stay: Stay, chance: Random): Visit {
  const begins = chance.pick([chance.between(510, 680), chance.between(850, 1030)])
  const startedAt = instantAt(stay.day, begins)
  const endedAt = instantAt(stay.day, begins + stay.minutes)
  const near = (spread: number) => (chance.next() - 0.5) * spread
  const fix =
    place.lng !== null && place.lat !== null && chance.chance(0.85)
      ? {
          lng: place.lng + near(0.0006),
          lat: place.lat + near(0.0005),
          accuracyM: chance.between(5, 40),
          at: startedAt,
        }
      : null
  const late = chance.chance(0.04) ? chance.between(1500, 6000) : chance.between(2, 300)
  return {
    id: idAt(startedAt, chance),
    premises: place.id,
    premisesNo: place.premisesNo,
    premisesName: place.name,
    address: place.address,
    kind: stay.kind,
    body: place.supervisor,
    station: place.station,
    community: place.community,
    inspectors: pair.map(({ id }) => id),
    inspectorNames: pair.map(({ name }) => name),
    startedAt,
    endedAt,
    saidStartedAt: startedAt,
    saidEndedAt: endedAt,
    deviceAt: null,
    visitedOn: stay.day,
    startFix: fix,
    endFix: fix && { ...fix, at: endedAt },
    checklist: null,
    answers: [],
    findings: [],
    rechecks: [],
    accompanying: chance.chance(0.9) ? { name: '负责人', role: null } : null,
    signature: { kind: chance.chance(0.97) ? 'signed' : 'absent', file: null, witness: null, words: null },
    photos: [],
    guidance: null,
    remarks: null,
    reason: 'plan',
    reasonRef: null,
    reasonWords: null,
    corrects: null,
    submittedAt: new Date(Date.parse(endedAt) + late * 60_000).toISOString(),
    submittedBy: pair[0]?.name ?? '',
    hazards: 0,
    dueOn: stay.dueOn,
    marks: late > 1440 ? ['late-entry'] : [],
    correctedBy: null,
  }
}

const answerOf = ({ code }: Item, answer: Answer['answer']): Answer => ({
  item: code,
  answer,
  words: null,
  measured: null,
  photos: [],
  at: null,
})

/** What a visit found, item by item: findings, and the hazards that became of them. */
function foundAt(
  visit: Visit,
  place: DemoPlace,
  items: readonly Item[],
  chance: Random,
): { visit: Visit; hazards: Hazard[] } {
  const risk = 0.085 * riskOf(place)
  const hazards: Hazard[] = []
  const answers = items.map((item) => {
    const conduct = item.conduct === null ? undefined : conductOf.get(item.conduct)
    const odds = risk * (oddsOf[item.conduct ?? ''] ?? 1)
    if (item.conduct === null || !conduct || !chance.chance(odds)) {
      return answerOf(item, item.mandatory || chance.chance(0.8) ? 'yes' : 'na')
    }
    const serious = chance.chance(0.012)
    const finding = {
      id: idAt(visit.endedAt, chance),
      item: item.code,
      conduct: item.conduct,
      words: chance.pick(phrases[item.code] ?? phrases[item.conduct] ?? phrases.OTHER ?? []),
      spot: chance.chance(0.7) ? chance.pick(spots) : null,
      photos: [],
      minor: conduct.minor && !serious && chance.chance(0.6),
      serious,
    }
    const { premises, premisesNo, premisesName, address, id, body, station, community, visitedOn, startedAt } = visit
    const found = {
      premises,
      premisesNo,
      premisesName,
      address,
      visit: id,
      foundAt: startedAt,
      inspectedOn: visitedOn,
      body,
      station,
      community,
    }
    const whose = { bodyKind: place.supervisorKind, officer: place.officer ?? visit.inspectors[0] ?? null }
    hazards.push(newHazard(finding, { ...found, ...whose }, conduct.refer))
    return answerOf(item, 'no')
  })
  const findings = hazards.map(({ id, item, conduct, words, spot, photos, minor, serious }) => {
    const disposal = 'later' as const
    return { id, item, conduct, words, spot, photos, minor, serious, disposal, term: null, photosAfter: [] }
  })
  return { visit: { ...visit, answers, findings, hazards: hazards.length }, hazards }
}

/** The visits that saw hazards again: one for all that were seen on a day. */
function recheckVisits(
  place: DemoPlace,
  seen: readonly SeenAgain[],
  pair: readonly DemoInspector[],
  chance: Random,
): Visit[] {
  return [...Map.groupBy(seen, ({ day }) => day)].map(([day, again]) => {
    const stay = { day, kind: 'RECHECK', minutes: chance.between(8, 25), dueOn: null }
    const rechecks = again.map(({ hazard, corrected }) => ({ hazard, corrected, words: null, photos: [] }))
    return { ...visitOf(place, pair, stay, chance), rechecks }
  })
}

/** How each body works, the same for all its visits: some are late more often than others. */
export const habitOf = (body: string, seed: Random): Habit => {
  const chance = seed.stream(`habit/${body}`)
  return { late: 0.03 + 0.22 * chance.next() ** 2, corrected: 0.8 + 0.15 * chance.next() }
}

/** What was done about each finding while the inspectors were there, by what became of it. */
const disposedOf = ({ findings }: Visit, lives: readonly { hazard: Hazard }[]): Visit['findings'] =>
  findings.map((finding) => {
    const order = lives.find(({ hazard }) => hazard.id === finding.id)?.hazard.order
    return { ...finding, disposal: order === 'spot' || order === 'atOnce' ? order : 'later' }
  })

/** All that happened at one place. */
export function inspected(place: DemoPlace, world: InspectionWorld, seed: Random): Inspected {
  const chance = seed.stream(`place/${place.premisesNo}`)
  const habit = habitOf(place.supervisor, seed)
  const visits: Visit[] = []
  const hazards: Hazard[] = []
  const days = visitDays(place, world, chance).reverse()
  for (const [i, day] of days.entries()) {
    const pair = pairOf(place, world, chance)
    const checklist = world.checklistOf(place, day)
    if (pair.length < 2 || !checklist) continue
    const before = days[i - 1]
    const dueOn = before === undefined ? null : addDays(before, Math.round(place.dueMonths * 30.4))
    const stay = {
      day,
      kind: chance.chance(0.93) ? 'SUP' : 'SPOT',
      minutes: Math.round(chance.around(26, 0.45)) + 3,
      dueOn,
    }
    const found = foundAt(visitOf(place, pair, stay, chance), place, checklist.items, chance)
    // One notice for all that was found has one term, and one re-check sees it all.
    const terms = found.hazards.flatMap(({ conduct }) => conductOf.get(conduct)?.days ?? [])
    const term = terms.length > 0 ? Math.max(...terms) : null
    const lives = found.hazards.map((hazard) => {
      const days = conductOf.get(hazard.conduct)?.days === null ? null : term
      return lived(hazard, world, days, habit, seed.stream(`order/${found.visit.id}`))
    })
    visits.push({ ...found.visit, checklist: checklist.id, findings: disposedOf(found.visit, lives) })
    const again = recheckVisits(
      place,
      lives.flatMap(({ seen }) => seen),
      pair,
      chance,
    )
    visits.push(...again)
    for (const { hazard } of lives) {
      const last = again.filter(({ rechecks }) => rechecks.some((one) => one.hazard === hazard.id)).at(-1)
      hazards.push({ ...hazard, recheckVisit: last?.id ?? null })
    }
  }
  return { visits, hazards }
}
