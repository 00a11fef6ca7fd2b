/** What the demonstration's visits are made from: places, the people of each body, the checklist of each place. */
import type { Item } from '../../../areas/inspections/checklists/contract.ts'
import type { SupervisorKind } from '../../../areas/premises/record-contract.ts'
import type { Calendar } from '../../../kernel/calendar.ts'

export interface DemoPlace {
  readonly id: string
  readonly premisesNo: string
  readonly name: string
  readonly address: string
  readonly form: string
  readonly kind: string | null
  readonly tags: readonly string[]
  readonly list: string
  readonly supervisor: string
  readonly supervisorKind: SupervisorKind
  readonly officer: string | null
  readonly station: string | null
  readonly community: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly lastInspectedOn: string | null
  readonly dueMonths: number
}

export interface DemoInspector {
  readonly id: string
  readonly name: string
}

export interface InspectionWorld {
  readonly today: string
  readonly calendar: Calendar
  /** The people of a body who inspect. */
  readonly inspectors: ReadonlyMap<string, readonly DemoInspector[]>
  readonly checklistOf: (place: DemoPlace, day: string) => { id: string; items: readonly Item[] } | undefined
}

/** 8.00–18.00 of a day in Shanghai, at so many minutes after midnight, as an instant. */
export const instantAt = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000).toISOString()
