/** What the register gives to the import: how a row is staged, found again, compared and merged. */
import type { LngLat } from '../../../kernel/geo.ts'
import { fill } from '../../../kernel/words.ts'
import type { Context } from '../../../platform/context.ts'
import { toWgs84 } from '../../../platform/imports/coordinates.ts'
import { FileFault } from '../../../platform/imports/faults.ts'
import type { Importer } from '../../../platform/imports/importer.ts'
import { lineMemory } from '../../../platform/imports/lines.ts'
import { lookupOf, lookupOfRegister } from '../../../platform/imports/lookups.ts'
import { codeTable, type Territory, tell, territoryOf } from '../../organisation/public.ts'
import type { Officer } from '../../organisation/territory.ts'
import { type Checking, check, faultsIn, misplaced, type Relation, relationKeys } from '../checks.ts'
import { type PremisesRow, premisesLayout } from '../import-layout.ts'
import { messages } from '../messages.ts'
import { takeNumbers } from '../numbers/store.ts'
import { type Decided, settled } from '../record.ts'
import { factsOf, type PremisesFacts } from '../record-contract.ts'
import { decidedOf, firstDecided, type Recording, recordingOf } from '../recording/public.ts'
import { askForTwins } from '../twins/public.ts'
import { rowChecks, wordsOf } from './checks.ts'
import { resolveRelations } from './relations/store.ts'
import { contactsAfter, decidedAfter, differences, factsAfter, shownOf } from './said.ts'
import { stagedRow } from './staging.ts'
import * as store from './store.ts'

export const premisesImporter: Importer<typeof premisesLayout.columns> = {
  kind: 'premises',
  permission: 'premises.import',
  reveal: 'premises.reveal',
  layout: premisesLayout,
  checksNeed: ['name'],
  linkOf: (run) => `/premises/import?run=${run}`,
  tell,
  lookups: async (context) => {
    const { bodies, communities, grids, officers } = await territoryOf(context)
    return {
      'premises-kind': lookupOf(await codeTable(context, 'premises-kind')),
      'premises-tag': lookupOf(await codeTable(context, 'premises-tag')),
      'supervision-list': lookupOf(await codeTable(context, 'supervision-list')),
      station: lookupOfRegister(bodies.filter(({ kind }) => kind === 'station')),
      supervisor: lookupOfRegister(bodies),
      community: lookupOfRegister(communities),
      grid: lookupOfRegister(grids),
      officer: lookupOfRegister(officers.map((officer) => ({ ...officer, code: atStation(officer, bodies) }))),
    }
  },
  checks: async (context) => rowChecks(await recordingOf(context), context.actor.reach, lineMemory()),
  makeStaging: store.makeStaging,
  stagedColumns: store.stagedColumns,
  stager: async (context) => {
    const recording = await recordingOf(context)
    const keepSaid = await store.hasRecords(context)
    const agreement = agreementOf(recording.territory)
    return (line, row, digest) => {
      agreement(row)
      const facts = { ...factsAfter(row), premisesNo: row.premisesNo ?? '' }
      const first = firstDecided(context, recording, facts)
      const decided = { ...decidedAfter(row, first), ...supervisedBy(row, first, recording) }
      const record = { ...settled(facts, decided, recording.settling), premisesNo: row.premisesNo as string }
      return stagedRow(line, row, digest, record, contactsAfter(row), keepSaid)
    }
  },
  lockMerge: async (context) => {
    await store.takeTurn(context)
    await store.findKnown(context)
    await resolveRelations(context)
    await workOutKnown(context)
  },
  refuse: async (context, most) => {
    const { first, rows } = await store.takeProblems(context, most)
    return { rows, faults: first.map(faultOf) }
  },
  changes: store.changes,
  compare: store.compare,
  merge: async (context, fileName, counts) => {
    for (let n = await store.countNumberless(context); n > 0; n = await store.countNumberless(context))
      await store.giveNumbers(context, await takeNumbers(context, n))
    await store.merge(context, fileName, counts)
    await askForTwins(context, context.at.instant, store.changedIds(context))
  },
}

/** Two of one name are told apart by where they work: 张伟（东街派出所）. */
const atStation = ({ name, station }: Officer, bodies: Territory['bodies']) =>
  `${name}（${bodies.find(({ id }) => id === station)?.name ?? ''}）`

/** A new record is supervised by whom the row names. */
function supervisedBy(row: PremisesRow, first: Decided, { settling }: Recording): Partial<Decided> {
  if (row.supervisor === null) return {}
  const fits = row.list === null || settling.rules.bodyOf(row.list) === settling.kindOf(row.supervisor)
  return { supervisor: row.supervisor, list: fits ? (row.list ?? first.list) : first.list }
}

const batch = 1000

/** Works out what rows change of the records that they are, a thousand at a time. */
async function workOutKnown(context: Context): Promise<void> {
  const recording = await recordingOf(context)
  for (let line = 0; ; ) {
    const rows = await store.knownAfter(context, line, batch)
    if (rows.length === 0) return
    await store.putWorked(
      context,
      rows.map((known) => workOut(known, recording)),
    )
    line = rows.at(-1)?.line ?? line
  }
}

/** The first thing that cannot be so of a record after a row, and could before it. */
function brokenBy(facts: PremisesFacts, known: PremisesFacts, checking: Checking): string | undefined {
  const faults = (one: PremisesFacts) =>
    faultsIn([...check(one, checking), ...misplaced(one)]).map(({ rule, field }) => `${rule} ${field}`)
  const before = faults(known)
  return faults(facts).find((fault) => !before.includes(fault))
}

function workOut(
  { line, row, parts, premises, contacts }: store.KnownRow,
  { settling, checking }: Recording,
): store.Worked {
  if (row.supervisor !== null && row.supervisor !== premises.supervisor)
    return { line, problem: 'supervisor-by-transfer supervisor' }
  const known = factsOf(premises)
  const related = Object.fromEntries(relationKeys.map((relation) => [relation, parts[relation] ?? known[relation]]))
  const facts = { ...factsAfter(row, known), ...(related as Record<Relation, string | null>) }
  const broken = brokenBy(facts, known, checking)
  if (broken) return { line, problem: broken }
  const decided = decidedAfter(row, decidedOf(premises))
  const after = settled({ ...facts, premisesNo: premises.premisesNo }, decided, settling)
  if (row.officer !== null && after.officer !== row.officer) return { line, problem: 'officer-elsewhere officer' }
  const people = contactsAfter(row, contacts)
  const [was, now] = [shownOf(settledAs(premises), contacts), shownOf(after, people)]
  const fields = differences(was, now)
  // A phone may change in the digits that are masked.
  const hidden = JSON.stringify(people) !== JSON.stringify(contacts) && fields.length === 0
  return {
    line,
    version: premises.version,
    record: { ...after, ...people },
    after: { ...now, id: premises.id },
    was: { ...was, id: premises.id },
    fields: hidden ? [{ field: 'contacts', before: null, after: null }] : fields,
  }
}

/** A record as it stands, in the shape of one that is about to be written. */
const settledAs = (premises: store.KnownRow['premises']) => ({
  ...factsOf(premises),
  ...decidedOf(premises),
  premisesNo: premises.premisesNo,
  street: premises.street,
  criteria: premises.criteria,
  dueBody: premises.dueBody,
  proposed: premises.proposed,
  expiresOn: premises.expiresOn,
  dueMonths: premises.dueMonths,
  nameKey: '',
  namePinyin: '',
  nameInitials: '',
  nameSound: '',
  addressKey: '',
  addressSound: '',
})

const isRelation = (text: string): text is Relation => relationKeys.some((relation) => relation === text)

const numberColumn = premisesLayout.columns[0].zh

/** A problem that only the comparison found, in words; of a relation it names which. */
function faultOf({ line, problem, value }: store.Problem) {
  const [rule = '', name = ''] = problem.split(' ')
  const column = premisesLayout.columns.find(({ field }) => field === name)?.zh ?? numberColumn
  const words = wordsOf(rule)
  const what = (lang: 'zh' | 'en') => (isRelation(name) ? messages[lang].fields[name] : '')
  const inLang = (lang: 'zh' | 'en') => fill(words[lang], { what: what(lang) })
  return { line, column, value, rule, zh: inLang('zh'), en: inLang('en') }
}

const systems = ['GCJ-02', 'BD-09'] as const
/** So many rows with a point and a community are looked at; of fewer than this nothing is concluded. */
const [mostLooked, fewestLooked] = [400, 20]

/**
 * Watches whether positions lie in the communities that their rows name. Where most do not, but would if they came from a
 * map maker's coordinates, the file was mapped wrongly as a whole. Throws a FileFault that says which system to choose.
 */
function agreementOf({ ground }: Territory): (row: PremisesRow) => void {
  let looked = 0
  let plain = 0
  const converted = { 'GCJ-02': 0, 'BD-09': 0 }
  const lies = ([lng, lat]: LngLat, community: string) => ground.ofPoint(lng, lat).community === community
  return ({ lng, lat, community }) => {
    if (looked >= mostLooked || lng === null || lat === null || community === null) return
    looked++
    if (lies([lng, lat], community)) plain++
    for (const system of systems) if (lies(toWgs84([lng, lat], system), community)) converted[system]++
    if (looked % fewestLooked !== 0) return
    const best = converted['GCJ-02'] >= converted['BD-09'] ? 'GCJ-02' : 'BD-09'
    const share = (n: number) => Math.round((100 * n) / looked)
    if (share(plain) >= 50 || share(converted[best]) < 80) return
    throw new FileFault('coordinates-elsewhere', {
      agree: share(plain),
      better: share(converted[best]),
      system: best,
    })
  }
}
