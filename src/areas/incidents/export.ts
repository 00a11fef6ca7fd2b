/** The columns of an exported list: the canonical import layout, so that what goes out can come in again. */
import { wallClockOf } from '../../kernel/calendar.ts'
import { type CodeTable, findCode } from '../../kernel/codes.ts'
import { fenToYuan } from '../../kernel/money.ts'
import { incidentKinds } from './codes.ts'
import type { Incident } from './contract.ts'
import { incidentLayout } from './import-layout.ts'

interface Names {
  readonly stations: readonly { id: string; name: string }[]
  readonly communities: readonly { id: string; name: string }[]
}
export interface ExportColumn {
  readonly header: string
  readonly value: (incident: Incident) => string | number | null
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? '是' : '否')
const clock = (instant: string | null) => (instant === null ? null : wallClockOf(instant))
const yuan = (fen: number | null) => (fen === null ? null : Number(fenToYuan(fen)))

/** One column for each of the layout, with its Chinese header and Chinese names. */
export function exportColumns(names: Names, codes: { places: CodeTable; causes: CodeTable }): ExportColumn[] {
  const nameOf = (list: Names['stations']) => {
    const byId = new Map(list.map(({ id, name }) => [id, name]))
    return (id: string | null) => (id === null ? null : (byId.get(id) ?? null))
  }
  const station = nameOf(names.stations)
  const community = nameOf(names.communities)
  const code = (table: CodeTable, key: string | null, day: string) =>
    key === null ? null : (findCode(table, key, day)?.zh ?? key)

  const values: Record<string, ExportColumn['value']> = {
    incident_no: (i) => i.incidentNo,
    kind: (i) => code(incidentKinds, i.kind, i.receivedOn),
    received_at: (i) => clock(i.receivedAt),
    dispatched_at: (i) => clock(i.dispatchedAt),
    arrived_at: (i) => clock(i.arrivedAt),
    controlled_at: (i) => clock(i.controlledAt),
    ended_at: (i) => clock(i.endedAt),
    station: (i) => station(i.station),
    community: (i) => community(i.community),
    address: (i) => i.address,
    lng: (i) => i.lng,
    lat: (i) => i.lat,
    urban: (i) => (i.urban === null ? null : i.urban === 'urban' ? '城市' : '农村'),
    place: (i) => code(codes.places, i.place, i.receivedOn),
    cause: (i) => code(codes.causes, i.cause, i.receivedOn),
    sub_cause: (i) => code(codes.causes, i.subCause, i.receivedOn),
    vehicles: (i) => i.vehicles,
    personnel: (i) => i.personnel,
    rescued: (i) => i.rescued,
    evacuated: (i) => i.evacuated,
    saved_yuan: (i) => yuan(i.savedFen),
    direct_loss_yuan: (i) => yuan(i.directLossFen),
    economic_loss_yuan: (i) => yuan(i.economicLossFen),
    burned_area_m2: (i) => i.burnedAreaM2,
    households: (i) => i.households,
    people: (i) => i.people,
    deaths: (i) => i.deaths,
    serious_injuries: (i) => i.seriousInjuries,
    minor_injuries: (i) => i.minorInjuries,
    production_accident: (i) => yesNo(i.productionAccident),
    source: (i) => (i.source === 'official' ? '消防正式统计' : '本地台账'),
    written_off: (i) => yesNo(i.state === 'writtenOff'),
    written_off_reason: (i) => i.writtenOffReason,
    premises_no: (i) => i.premisesNo,
  }
  return incidentLayout.columns.map(({ key, zh }) => {
    const value = values[key]
    if (!value) throw new Error(`the export has no value for ${key}`)
    return { header: zh, value }
  })
}
