/** An incident as a row of the canonical import layout, so that what goes out can come in again. */
import { type CodeTable, findCode } from '../../kernel/codes.ts'
import { incidentKinds } from './codes.ts'
import type { Incident } from './contract.ts'
import { type IncidentRow, incidentLayout } from './import-layout.ts'

interface Names {
  readonly stations: readonly { id: string; name: string }[]
  readonly communities: readonly { id: string; name: string }[]
}

const yesNo = (value: boolean | null) => (value === null ? null : value ? '是' : '否')

/** A function from an incident to its cells, in the order of the layout's columns and in Chinese words. */
export function exportRow(names: Names, codes: { places: CodeTable; causes: CodeTable }) {
  const stations = new Map(names.stations.map(({ id, name }) => [id, name]))
  const communities = new Map(names.communities.map(({ id, name }) => [id, name]))
  const code = (table: CodeTable, key: string | null, day: string) =>
    key === null ? null : (findCode(table, key, day)?.zh ?? key)

  const inWords: Partial<Record<keyof IncidentRow, (incident: Incident) => string | null>> = {
    kind: (i) => code(incidentKinds, i.kind, i.receivedOn),
    station: (i) => stations.get(i.station ?? '') ?? null,
    community: (i) => communities.get(i.community ?? '') ?? null,
    urban: (i) => (i.urban === null ? null : i.urban === 'urban' ? '城市' : '农村'),
    place: (i) => code(codes.places, i.place, i.receivedOn),
    cause: (i) => code(codes.causes, i.cause, i.receivedOn),
    subCause: (i) => code(codes.causes, i.subCause, i.receivedOn),
    productionAccident: (i) => yesNo(i.productionAccident),
    source: (i) => (i.source === 'official' ? '消防正式统计' : '本地台账'),
    writtenOff: (i) => yesNo(i.state === 'writtenOff'),
  }
  return (incident: Incident) =>
    incidentLayout.columns.map(({ field }) => {
      const words = inWords[field]
      if (words) return words(incident)
      return field in incident ? incident[field as keyof Incident] : null
    })
}
