/** Loads the demonstration district: founded like any other, its incidents brought in by the import that people use. */
import { createReadStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importIncidents } from '../../areas/incidents/public.ts'
import { createDistrict, foundDistrict } from '../../areas/organisation/public.ts'
import { addDays } from '../../kernel/calendar.ts'
import { random } from '../../kernel/random.ts'
import { now } from '../../platform/clock.ts'
import { rememberFile } from '../../platform/files/files.ts'
import { createRun } from '../../platform/imports/runs.ts'
import { temporaryFolder } from '../../platform/temporary.ts'
import { shippedTables } from '../codes.ts'
import { inContext, machine, type Parts } from '../parts.ts'
import { demoPassword } from './cast.ts'
import { makeLand } from './geography.ts'
import { type DemoIncident, incidents } from './incidents.ts'
import { demoDistrict, demoFounding, nameCommunities } from './organisation.ts'

const seedName = 'shouwang-demonstration-1'
const years = 3

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
    await createDistrict(context, { name, city, demonstration: true }, shippedTables)
    await foundDistrict(context, demoFounding(land, communities, seed), demoPassword)
  })
  told(0.2, '三年警情 three years of incidents')
  const last = addDays(now().day, -1)
  const first = `${Number(last.slice(0, 4)) - years}-01-01`
  const folder = await temporaryFolder('demo')
  try {
    const path = join(folder, 'demo.jsonl')
    const lines = [...incidents(seed, { land, communities }, first, last)].map((incident) =>
      JSON.stringify(asRow(incident)),
    )
    await writeFile(path, lines.join('\n'))
    told(0.4, `${lines.length} 起警情 incidents`)
    await bring(parts, district, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  told(1, '完成 done')
}

async function bring(parts: Parts, district: string, path: string): Promise<void> {
  const kept = await parts.files.put(createReadStream(path))
  const actor = machine('示范数据')
  const run = await inContext(parts, { district, name: actor.name }, async (context) => {
    const file = await rememberFile(context, { ...kept, name: '示范警情.jsonl', mediaType: 'application/jsonl' })
    return createRun(context, {
      kind: 'incidents',
      file,
      fileName: '示范警情.jsonl',
      dryRun: false,
      skipBad: false,
      profile: null,
    })
  })
  const end = await importIncidents(parts, {
    district,
    run,
    actor,
    sha256: kept.sha256,
    fileName: '示范警情.jsonl',
    profile: undefined,
    dryRun: false,
    skipBad: false,
  })
  if (end.state !== 'done')
    throw new Error(
      `the demonstration's incidents were refused: ${end.message?.en} ${JSON.stringify(end.faults.slice(0, 5))}`,
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
