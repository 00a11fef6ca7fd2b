/** The record of a place or unit (一户一档), as people say it and as it is shown. */
import { z } from 'zod'
import { Count, Day, Id, Instant, Line } from '../../kernel/contract.ts'

/** 单位或场所, 住宅小区, 建筑, 物业服务企业, 居（村）民委员会. */
export const formKeys = ['unit', 'estate', 'building', 'company', 'committee'] as const
export const Form = z.enum(formKeys)
export type Form = z.infer<typeof Form>

/** 在营, 停业, 注销, 拆除; merged: the same as another record, and shown there. */
export const stateKeys = ['open', 'paused', 'deregistered', 'demolished', 'merged'] as const
export const State = z.enum(stateKeys)

/** The bodies that may supervise: 消防救援大队, 公安派出所, 街道乡镇. */
export const supervisorKinds = ['brigade', 'station', 'street'] as const
export const SupervisorKind = z.enum(supervisorKinds)
export type SupervisorKind = z.infer<typeof SupervisorKind>

export const Code = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/)
const code = Code.nullable()
const count = Count.max(1_000_000).nullable()
const text = (most: number) => Line.max(most).nullable()

/** A facility of the place, with how many there are and when the first of them runs out. */
export const Facility = z.object({ kind: Code, count: Count.max(1_000_000).nullable(), expiresOn: Day.nullable() })
export type Facility = z.infer<typeof Facility>

/** A paper: acceptance, filing, opening check, licence; `file` is its scan. */
export const Paper = z.object({
  kind: Code,
  no: text(80),
  issuedOn: Day.nullable(),
  expiresOn: Day.nullable(),
  file: Id.nullable(),
})
export type Paper = z.infer<typeof Paper>

export const Photo = z.object({ file: Id, caption: text(80), takenOn: Day.nullable() })
export type Photo = z.infer<typeof Photo>

/** The measures by which criteria and limits are written. */
export const measureKeys = [
  'areaM2',
  'heightM',
  'floorsAbove',
  'floorsBelow',
  'households',
  'residents',
  'tenants',
  'staff',
  'beds',
  'rooms',
  'diners',
  'pupils',
  'boarders',
  'exits',
] as const
export type Measure = (typeof measureKeys)[number]

/** How many of each a record may have. */
export const mostOf = { tags: 30, facilities: 60, papers: 60, photos: 60 } as const

/** What a person, or a file, says of it. Null is unknown, which is not zero. */
export const PremisesFacts = z.object({
  premisesNo: Line.min(1).max(64).nullable().describe('null: a number is given'),
  form: Form,
  kind: code.describe('table premises-kind; units alone have one'),
  tags: z.array(Code).max(mostOf.tags).describe('table premises-tag'),
  name: Line.min(1).max(200),
  uscc: z.string().trim().max(40).nullable().describe('统一社会信用代码: a shop without a licence has none'),
  operatorIdTail: z
    .string()
    .regex(/^\d{3}[\dXx]$/)
    .nullable()
    .describe("last four characters of the operator's identity number, where there is no code"),
  address: Line.max(300),
  lng: z.number().min(-180).max(180).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  community: Id.nullable(),
  grid: Id.nullable(),
  station: Id.nullable(),
  building: Id.nullable().describe('the building it is in'),
  estate: Id.nullable().describe('the residential area it is in'),
  company: Id.nullable().describe('the property company that looks after it'),
  committee: Id.nullable().describe("the residents' or villagers' committee"),
  floors: text(60).describe('which floors of the building it takes'),
  areaM2: z.number().min(0).max(10_000_000).nullable(),
  heightM: z.number().min(0).max(1000).nullable(),
  floorsAbove: Count.max(200).nullable(),
  floorsBelow: Count.max(20).nullable(),
  fireRating: z.int().min(1).max(4).nullable().describe('耐火等级: one to four'),
  builtYear: z.int().min(1000).max(2100).nullable(),
  usage: text(100),
  households: count,
  residents: count,
  tenants: count,
  staff: count,
  beds: count,
  rooms: count,
  diners: count,
  pupils: count,
  boarders: count,
  exits: count,
  gas: z.enum(['none', 'piped', 'bottled', 'both']).nullable(),
  ebikeCharging: z.enum(['none', 'outdoor', 'indoor']).nullable(),
  dangerousGoods: text(200),
  facilities: z.array(Facility).max(mostOf.facilities),
  papers: z.array(Paper).max(mostOf.papers),
  photos: z.array(Photo).max(mostOf.photos),
  lastInspectedOn: Day.nullable(),
  remarks: text(1000),
})
export type PremisesFacts = z.infer<typeof PremisesFacts>

/** What is said of building and use: one value each, and nothing follows from where they stand. */
export const useFields = [
  'floors',
  'areaM2',
  'heightM',
  'floorsAbove',
  'floorsBelow',
  'builtYear',
  'usage',
  'households',
  'residents',
  'tenants',
  'staff',
  'beds',
  'rooms',
  'diners',
  'pupils',
  'boarders',
  'exits',
  'gas',
  'ebikeCharging',
  'dangerousGoods',
  'remarks',
] as const satisfies readonly (keyof PremisesFacts)[]

/** A record of which nothing but its name is known. */
export const noFacts: Omit<PremisesFacts, 'name'> = {
  premisesNo: null,
  form: 'unit',
  kind: null,
  tags: [],
  uscc: null,
  operatorIdTail: null,
  address: '',
  lng: null,
  lat: null,
  community: null,
  grid: null,
  station: null,
  building: null,
  estate: null,
  company: null,
  committee: null,
  floors: null,
  areaM2: null,
  heightM: null,
  floorsAbove: null,
  floorsBelow: null,
  fireRating: null,
  builtYear: null,
  usage: null,
  households: null,
  residents: null,
  tenants: null,
  staff: null,
  beds: null,
  rooms: null,
  diners: null,
  pupils: null,
  boarders: null,
  exits: null,
  gas: null,
  ebikeCharging: null,
  dangerousGoods: null,
  facilities: [],
  papers: [],
  photos: [],
  lastInspectedOn: null,
  remarks: null,
}

const Name = text(60)
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\- ]{5,20}$/)
  .nullable()

/** 法定代表人, 消防安全责任人, 消防安全管理人. Personal data: shown masked, told for a purpose, each time remembered. */
export const Contacts = z.object({
  legalPerson: Name,
  responsibleName: Name,
  responsiblePhone: Phone,
  managerName: Name,
  managerPhone: Phone,
})
export type Contacts = z.infer<typeof Contacts>
export const contactKeys = Contacts.keyof().options

/** Nobody is known. */
export const noContacts: Contacts = {
  legalPerson: null,
  responsibleName: null,
  responsiblePhone: null,
  managerName: null,
  managerPhone: null,
}

export const Premises = PremisesFacts.extend({
  id: Id,
  // As they were taken in, whatever is asked of them today.
  premisesNo: z.string(),
  name: z.string(),
  address: z.string(),
  state: State,
  stateSince: Day.nullable(),
  mergedInto: Id.nullable(),
  street: Id.nullable(),
  supervisor: Id,
  list: z.string().describe('table supervision-list'),
  officer: Id.nullable(),
  contacts: z
    .object({
      legalPerson: z.string().nullable(),
      responsibleName: z.string().nullable(),
      responsiblePhone: z.string().nullable(),
      managerName: z.string().nullable(),
      managerPhone: z.string().nullable(),
    })
    .describe('masked: 张*, 138****1234'),
  criteria: z.array(z.string()).describe('criteria of 重点单位 that it meets; table key-unit-rule'),
  dueBody: SupervisorKind.describe('the kind of body that ought to supervise it by rule'),
  keptCriteria: z.array(z.string()).nullable(),
  proposed: z.boolean().describe('the rule would give it to another kind of body, and nobody has decided otherwise'),
  expiresOn: Day.nullable().describe('the first day on which a facility or a paper runs out'),
  dueMonths: z.int().describe('months between two inspections at most, by its list'),
  dueOn: Day.nullable().describe('the last day on which its next inspection is in time'),
  openHazards: Count,
  version: z.int(),
  enteredAt: Instant,
})
export type Premises = z.infer<typeof Premises>

/** What people said of a record, without what follows from it or is decided. */
export const factsOf = (premises: Premises): PremisesFacts => {
  const { id, state, stateSince, mergedInto, street, supervisor, list, officer, contacts, criteria, ...rest } = premises
  const { dueBody, keptCriteria, proposed, expiresOn, dueMonths, dueOn, openHazards, version, enteredAt, ...facts } =
    rest
  return facts
}
