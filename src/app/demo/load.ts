/** Loads the demonstration district: founded like any other, its records brought in by the imports that people use. */
import { createReadStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importIncidents } from '../../areas/incidents/public.ts'
import { foundDistrict } from '../../areas/organisation/public.ts'
import { importPremises } from '../../areas/premises/public.ts'
import { addDays } from '../../kernel/calendar.ts'
import { random } from '../../kernel/random.ts'
import { now } from '../../platform/clock.ts'
import { rememberFile } from '../../platform/files/files.ts'
import { createRun } from '../../platform/imports/runs.ts'
import { temporaryFolder } from '../../platform/temporary.ts'
import { newDistrict } from '../founding.ts'
import { inContext, machine, type Parts } from '../parts.ts'
import { demoPassword } from './cast.ts'
import { makeLand } from './geography.ts'
import { type DemoIncident, incidents } from './incidents.ts'
import { bringInspections } from './inspections/load.ts'
import { demoDistrict, demoFounding, nameCommunities } from './organisation.ts'
import { premisesFile } from './premises/file.ts'
import { premises } from './premises/premises.ts'

const seedName = 'shouwang-demonstration-1'
const years = 3
/** Records in its register of premises. */
const registered = 20_000

/** `told` hears how far it is, 0 to 1, and what is being done. The last day is yesterday, so that nothing lies ahead. */
export async function loadDemo(parts: Parts, told: (share: number, words: string) => void): Promise<void> {
  const seed = random(seedName)
  const land = makeLand(seed)
  const communities = nameCommunities(land, seed)
  const district = demoDistrict.code
  const who = { district, name: '示范数据' }
  told(0.05, '机构与区域 bodies and areas')
  await inContext(parts, who, async (context) => {
    const { name, city } = demoDistrict
    await newDistrict(context, { name, city, demonstration: true })
    await foundDistrict(context, demoFounding(land, communities, seed), demoPassword)
  })
  const last = addDays(now().day, -1)
  const folder = await temporaryFolder('demo')
  try {
    told(0.15, '三年警情 three years of incidents')
    const first = `${Number(last.slice(0, 4)) - years}-01-01`
    const rows = [...incidents(seed, { land, communities }, first, last)]
    const alarms = join(folder, 'incidents.jsonl')
    await writeFile(alarms, rows.map((incident) => JSON.stringify(asRow(incident))).join('\n'))
    told(0.25, `${rows.length} 起警情 incidents`)
    await bring(parts, district, { kind: 'incidents', path: alarms, fileName: '示范警情.jsonl' }, importIncidents)
    told(0.5, `${registered} 家场所单位 places and units`)
    const register = join(folder, 'premises.jsonl')
    await premisesFile(register, premises(seed, { land, communities }, { count: registered, day: now().day }))
    await bring(parts, district, { kind: 'premises', path: register, fileName: '示范场所单位.jsonl' }, importPremises)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  told(0.7, '两年检查 two years of visits')
  await inContext(parts, who, (context) => bringInspections(context, seed))
  told(1, '完成 done')
}

interface Brought {
  readonly kind: string
  readonly path: string
  readonly fileName: string
}

async function bring(
  parts: Parts,
  district: string,
  { kind, path, fileName }: Brought,
  importFile: typeof importIncidents,
): Promise<void> {
  const kept = await parts.files.put(createReadStream(path))
  const actor = machine('示范数据')
  const how = { fileName, dryRun: false, skipBad: false }
  const run = await inContext(parts, { district, name: actor.name }, async (context) => {
    const file = await rememberFile(context, { ...kept, name: fileName, mediaType: 'application/jsonl' })
    return createRun(context, { kind, file, profile: null, ...how })
  })
  const end = await importFile(parts, { district, run, actor, sha256: kept.sha256, profile: undefined, ...how })
  if (end.state !== 'done')
    throw new Error(
      `the demonstration's ${kind} were refused: ${end.message?.en} ${JSON.stringify(end.faults.slice(0, 5))}`,
    )
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)

/** In the words of the canonical layout. */
export const asRow = (incident: DemoIncident) => ({
  incident_no: incident.incidentNo,
  kind: incident.kind,
  received_at: incident.receivedAt,
  dispatched_at: incident.dispatchedAt,
  arrived_at: incident.arrivedAt,
  controlled_at: incident.controlledAt,
  ended_at: incident.endedAt,
  station: incident.station,
  community: incident.community,
  address: incident.address,
  lng: incident.lng,
  lat: incident.lat,
  urban: incident.urban,
  place: incident.place,
  cause: incident.cause,
  sub_cause: incident.subCause,
  vehicles: incident.vehicles,
  personnel: incident.personnel,
  rescued: incident.rescued,
  evacuated: incident.evacuated,
  saved_yuan: yuan(incident.savedFen),
  direct_loss_yuan: yuan(incident.directLossFen),
  economic_loss_yuan: yuan(incident.economicLossFen),
  burned_area_m2: incident.burnedAreaM2,
  households: incident.households,
  people: incident.people,
  deaths: incident.deaths,
  serious_injuries: incident.seriousInjuries,
  minor_injuries: incident.minorInjuries,
  production_accident: yesNo(incident.productionAccident),
  source: incident.source,
  written_off: yesNo(incident.writtenOff),
  written_off_reason: incident.writtenOffReason,
})
