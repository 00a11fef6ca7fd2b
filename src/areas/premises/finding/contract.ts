/** Finding records: filters, the search box, counts, the map. */
import { z } from 'zod'
import { Day, Id, Line, PageQuery, QueryFlag, several } from '../../../kernel/contract.ts'
import { Form, State } from '../record-contract.ts'

const IdOrNone = z.union([Id, z.literal('none')])
const codes = several(z.string().max(40)).optional()

/** Which records: every number on screen is a link made of these. 'none' stands for unknown. */
export const PremisesFilter = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('as in the search box: part of name or address, pinyin, initials, code'),
  form: several(Form).optional(),
  state: several(State).optional().describe('all but merged ones where nothing is said'),
  kind: codes,
  tag: codes.describe('records that have one of these'),
  list: codes,
  station: several(IdOrNone).optional(),
  community: several(IdOrNone).optional(),
  street: several(IdOrNone).optional(),
  grid: several(IdOrNone).optional(),
  supervisor: several(Id).optional(),
  officer: several(IdOrNone).optional(),
  building: Id.optional(),
  estate: Id.optional(),
  company: Id.optional(),
  committee: Id.optional(),
  located: z.enum(['known', 'none']).optional().describe('by whether it has a point on the map'),
  proposed: QueryFlag.optional().describe('the rule would give it to another body'),
  offered: QueryFlag.optional().describe('offered to another body, which has not answered yet'),
  hazardous: QueryFlag.optional().describe('with open hazards'),
  inspectedFrom: Day.optional(),
  inspectedTo: Day.optional().describe('last day, inclusive'),
  neverInspected: QueryFlag.optional(),
  expiresBy: Day.optional().describe('a facility or paper runs out by then, inclusive'),
})
export type PremisesFilter = z.infer<typeof PremisesFilter>

export const sortKeys = [
  '-enteredAt',
  'enteredAt',
  'name',
  '-name',
  'premisesNo',
  '-premisesNo',
  'lastInspectedOn',
  '-lastInspectedOn',
] as const
export const Sort = z.enum(sortKeys)
export const PremisesQuery = PremisesFilter.extend({ ...PageQuery.shape, sort: Sort.default('-enteredAt') })
export type PremisesQuery = z.infer<typeof PremisesQuery>

/** What records are counted by. */
export const facetKeys = [
  'form',
  'state',
  'kind',
  'tag',
  'list',
  'station',
  'community',
  'street',
  'supervisor',
  'officer',
  'located',
  'proposed',
  'hazardous',
] as const
export const Facet = z.enum(facetKeys)
export type Facet = z.infer<typeof Facet>

export const CountsQuery = PremisesFilter.extend({ by: several(Facet).optional() })
export type CountsQuery = z.infer<typeof CountsQuery>
export const Counts = z.object({
  total: z.int(),
  atLeast: z.boolean().describe('counting ended at the total: there are more, and no facets'),
  facets: z
    .array(z.object({ by: Facet, values: z.array(z.object({ value: z.string(), n: z.int() })) }))
    .describe('each counted without its own filter, so that the other values show what they would give'),
})
export type Counts = z.infer<typeof Counts>

export const FindQuery = z.object({
  q: Line.max(60),
  form: Form.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export type FindQuery = z.infer<typeof FindQuery>

/** A record as the search box shows it. */
export const Found = z.object({
  id: Id,
  premisesNo: z.string(),
  form: Form,
  kind: z.string().nullable(),
  state: State,
  name: z.string(),
  address: z.string(),
  station: Id.nullable(),
  by: z
    .enum(['number', 'code', 'phone', 'name', 'address', 'near'])
    .describe('near: sounds alike, or one character differs'),
})
export type Found = z.infer<typeof Found>

export const Suggested = Found.extend({
  mark: z
    .tuple([z.int(), z.int()])
    .nullable()
    .describe('from where to where the name fits, or the address where it was found by that'),
})
export type Suggested = z.infer<typeof Suggested>

export const Bounds = z.object({
  west: z.coerce.number().min(-180).max(180),
  south: z.coerce.number().min(-90).max(90),
  east: z.coerce.number().min(-180).max(180),
  north: z.coerce.number().min(-90).max(90),
})
