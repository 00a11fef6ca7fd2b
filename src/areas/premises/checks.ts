/** What can be wrong with a record as told: the form, the API and the import ask here. */

import { type CodeTable, findCode, inForce } from '../../kernel/codes.ts'
import type { Bounds } from '../../kernel/geo.ts'
import { isMasked } from '../../kernel/masking.ts'
import { looksLikePhone } from './import-layout.ts'
import { pointFault } from './points.ts'
import type { Contacts, Form, PremisesFacts } from './record-contract.ts'
import { organisationDoubtful, plainUscc, usccFault } from './uscc.ts'

export interface Finding {
  readonly field: keyof PremisesFacts | keyof Contacts
  readonly rule: string
  /** A fault is refused; a warning asks a person to look again. */
  readonly weight: 'fault' | 'warning'
}

export interface CheckTables {
  readonly kinds: CodeTable
  readonly tags: CodeTable
  readonly facilities: CodeTable
  readonly papers: CodeTable
}

/** What the checks know of the district and the day. */
export interface Checking {
  readonly tables: CheckTables
  readonly bounds: Bounds | undefined
  readonly day: string
  readonly communities: readonly { readonly id: string }[]
  readonly grids: readonly { readonly id: string }[]
  readonly stations: readonly { readonly id: string }[]
}

type Field = Finding['field']
const fault = (field: Field, rule: string): Finding => ({ field, rule, weight: 'fault' })
const warning = (field: Field, rule: string): Finding => ({ field, rule, weight: 'warning' })

/** Everything that does not fit. */
export const check = (facts: PremisesFacts, checking: Checking): Finding[] => [
  ...checkName(facts),
  ...checkCodes(facts, checking),
  ...checkPlace(facts, checking),
  ...checkMeasures(facts, checking.day),
  ...checkTags(facts),
]

function checkName({ name, uscc, operatorIdTail, form }: PremisesFacts): Finding[] {
  const findings = looksLikePhone(name) ? [fault('name', 'name-is-phone')] : []
  const code = uscc === null ? '' : plainUscc(uscc)
  const wrong = code === '' ? undefined : usccFault(code)
  if (wrong) findings.push(fault('uscc', wrong))
  else if (code !== '' && organisationDoubtful(code)) findings.push(warning('uscc', 'uscc-organisation'))
  if (code === '' && operatorIdTail === null && form === 'unit') findings.push(warning('uscc', 'no-code-at-all'))
  return findings
}

/** Names and phones in each other's place. */
export function checkContacts(contacts: Contacts): Finding[] {
  const names = ['legalPerson', 'responsibleName', 'managerName'] as const
  return names.flatMap((field) => {
    const said = contacts[field] ?? ''
    if (looksLikePhone(said)) return [fault(field, 'name-is-phone')]
    return isMasked(said) ? [fault(field, 'name-is-masked')] : []
  })
}

function checkCodes(facts: PremisesFacts, { tables, day }: Checking): Finding[] {
  const holds = (table: CodeTable, code: string) => {
    const entry = findCode(table, code, day)
    return entry !== undefined && inForce(entry, day)
  }
  const findings: Finding[] = []
  if (facts.kind !== null && facts.form !== 'unit') findings.push(fault('kind', 'only-for-units'))
  else if (facts.kind !== null && !holds(tables.kinds, facts.kind)) findings.push(fault('kind', 'unknown-code'))
  else if (facts.kind === null && facts.form === 'unit') findings.push(warning('kind', 'unit-without-kind'))
  if (facts.tags.some((tag) => !holds(tables.tags, tag))) findings.push(fault('tags', 'unknown-code'))
  if (facts.facilities.some(({ kind }) => !holds(tables.facilities, kind)))
    findings.push(fault('facilities', 'unknown-code'))
  if (facts.papers.some(({ kind }) => !holds(tables.papers, kind))) findings.push(fault('papers', 'unknown-code'))
  return findings
}

function checkPlace(facts: PremisesFacts, { bounds, communities, grids, stations }: Checking): Finding[] {
  const { lng, lat, community, grid, station } = facts
  const among = (list: readonly { id: string }[], id: string | null) => id === null || list.some((one) => one.id === id)
  const findings: Finding[] = []
  if ((lng === null) !== (lat === null)) findings.push(fault('lng', 'half-a-point'))
  const wrong = lng !== null && lat !== null ? pointFault([lng, lat], bounds) : undefined
  if (wrong) findings.push(fault('lng', wrong))
  if (!among(communities, community)) findings.push(fault('community', 'unknown-code'))
  if (!among(grids, grid)) findings.push(fault('grid', 'unknown-code'))
  if (!among(stations, station)) findings.push(fault('station', 'unknown-code'))
  if (lng === null && community === null) findings.push(warning('community', 'nowhere'))
  return findings
}

function checkMeasures(facts: PremisesFacts, day: string): Finding[] {
  const { heightM, floorsAbove, areaM2, builtYear, lastInspectedOn, exits, form } = facts
  const findings: Finding[] = []
  if (builtYear !== null && builtYear > Number(day.slice(0, 4)) + 1) findings.push(fault('builtYear', 'in-the-future'))
  if (lastInspectedOn !== null && lastInspectedOn > day) findings.push(fault('lastInspectedOn', 'in-the-future'))
  const badPaper = facts.papers.some(({ issuedOn, expiresOn }) => issuedOn && expiresOn && expiresOn < issuedOn)
  if (badPaper) findings.push(fault('papers', 'expires-before-issue'))
  // A floor is between two and eight metres high, or one of the two figures is a slip.
  if (heightM !== null && floorsAbove !== null && floorsAbove > 1) {
    const floor = heightM / floorsAbove
    if (floor < 2 || floor > 8) findings.push(warning('heightM', 'height-and-floors'))
  }
  if (areaM2 === 0) findings.push(warning('areaM2', 'no-area'))
  if (form === 'unit' && (areaM2 ?? 0) > 200_000) findings.push(warning('areaM2', 'large-area'))
  if (exits === 0) findings.push(warning('exits', 'no-exit'))
  return findings
}

/** Tags that the facts call for. 应急管理部令第5号: dwellings above 27 m, public buildings above 24 m, above 100 m. */
export function tagsCalledFor(
  facts: Pick<
    PremisesFacts,
    'form' | 'heightM' | 'builtYear' | 'gas' | 'ebikeCharging' | 'households' | 'dangerousGoods'
  >,
): string[] {
  const { form, heightM, builtYear, gas, ebikeCharging, households, dangerousGoods } = facts
  const height = heightM ?? 0
  const dwelling = form === 'estate' || (households ?? 0) > 0
  return [
    ...(height > 100 ? ['SUPERHIGH'] : []),
    ...(form === 'building' && dwelling && height > 27 ? ['HIGHRES'] : []),
    ...(form === 'building' && !dwelling && height > 24 ? ['HIGHPUB'] : []),
    // 国办发〔2020〕23号: built before the end of 2000.
    ...(form === 'estate' && builtYear !== null && builtYear <= 2000 ? ['OLD'] : []),
    ...(gas === 'bottled' || gas === 'both' ? ['BOTTLE'] : []),
    ...(ebikeCharging === 'indoor' || ebikeCharging === 'outdoor' ? ['EBIKE'] : []),
    ...(dangerousGoods ? ['DANGER'] : []),
  ]
}

const checkTags = (facts: PremisesFacts): Finding[] =>
  tagsCalledFor(facts).some((tag) => !facts.tags.includes(tag)) ? [warning('tags', 'tag-called-for')] : []

/** Which form each relation must point to, and which forms may have it. */
export const relations = {
  building: { to: 'building', of: ['unit'] },
  estate: { to: 'estate', of: ['unit', 'building'] },
  company: { to: 'company', of: ['estate', 'building'] },
  committee: { to: 'committee', of: ['estate', 'building'] },
} as const satisfies Record<string, { to: Form; of: readonly Form[] }>
export type Relation = keyof typeof relations
export const relationKeys = Object.keys(relations) as Relation[]

const mayHave = (form: Form, relation: Relation): boolean => relations[relation].of.some((one) => one === form)

/** Relations that no record of this form has. */
export const misplaced = (facts: Pick<PremisesFacts, 'form' | Relation>): Finding[] =>
  relationKeys
    .filter((relation) => facts[relation] !== null && !mayHave(facts.form, relation))
    .map((relation) => fault(relation, 'relation-not-of-this-form'))

/** Relations that are none: of a form that has none such, to itself, or to a record of another form. */
export function checkRelations(
  facts: Pick<PremisesFacts, 'form' | Relation>,
  self: string | null,
  formOf: (id: string) => Form | undefined,
): Finding[] {
  return relationKeys.flatMap((relation) => {
    const id = facts[relation]
    if (id === null) return []
    const { to } = relations[relation]
    if (!mayHave(facts.form, relation)) return [fault(relation, 'relation-not-of-this-form')]
    return id === self || formOf(id) !== to ? [fault(relation, 'relation-of-wrong-form')] : []
  })
}

/** A file that is none of the record's, nor a picture of who puts it in. */
export const strangeFile = (field: 'photos' | 'papers'): Finding => fault(field, 'unknown-file')

export const faultsIn = (findings: readonly Finding[]): Finding[] => findings.filter(({ weight }) => weight === 'fault')
