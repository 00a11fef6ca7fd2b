/** Who ought to supervise, by criteria of 重点单位, limits of 九小场所 and the lists, for the district's province and the day. */
import { z } from 'zod'
import { type CodeEntry, type CodeTable, entriesOn, propsOf } from '../../../kernel/codes.ts'
import { premisesTags } from '../codes.ts'
import { Code, type Measure, measureKeys, type PremisesFacts, SupervisorKind } from '../record-contract.ts'
import { keyUnitRules, smallPremises, supervisionLists } from './codes.ts'

const Measures = z.partialRecord(z.enum(measureKeys), z.number().positive())
const Provinces = z.array(z.string().regex(/^\d{2}$/)).optional()
const Aliases = z.array(z.string()).optional()
/** Groups of kinds (SHOP) and single ones (SCH-NURS). */
const Kinds = z.array(Code)

const KeyUnitRule = z.object({
  /** Entries of one `of` are variants of one criterion. */
  of: Code,
  kinds: Kinds,
  /** Records that carry one of these tags meet it too, whatever their kind. */
  tags: z.array(Code).optional(),
  atLeast: Measures,
  provinces: Provinces,
  law: z.string(),
})
const SmallRule = z.object({ kinds: Kinds, below: Measures, provinces: Provinces, law: z.string() })
const ListRule = z.object({
  body: SupervisorKind,
  months: z.int().min(1).max(60),
  law: z.string(),
  aliases: Aliases,
})

/** What the entries of these tables must hold: an edit of another shape is refused where it is made. */
export const supervisionShapes: Readonly<Record<string, z.ZodType>> = {
  [keyUnitRules.key]: KeyUnitRule,
  [smallPremises.key]: SmallRule,
  [supervisionLists.key]: ListRule,
  [premisesTags.key]: z.object({ aliases: Aliases, risk: z.boolean().optional() }),
}

/** What the rules look at. */
export type Judged = Pick<PremisesFacts, 'form' | 'kind' | 'tags' | Measure>

/** Who ought to supervise, on which list, and the criteria of 重点单位 that are met. */
export interface Due {
  readonly criteria: string[]
  readonly body: SupervisorKind
  readonly list: string
}

export interface RuleTables {
  readonly keyUnits: CodeTable
  readonly small: CodeTable
  readonly lists: CodeTable
}

const belongs = (kind: string | null, kinds: readonly string[]) =>
  kind !== null && kinds.some((one) => kind === one || kind.startsWith(`${one}-`))

const reached = (facts: Judged, atLeast: Readonly<Partial<Record<Measure, number>>>) => {
  const steps = Object.entries(atLeast) as [Measure, number][]
  // “以上”包括本数: the step itself is within. No step at all: every one of the kind.
  return steps.length === 0 || steps.some(([measure, step]) => (facts[measure] ?? -1) >= step)
}

/** The entries for a province: its own variant of a rule takes the place of the national one. */
function forProvince<P extends { provinces?: string[] | undefined }>(
  entries: readonly { entry: CodeEntry; props: P }[],
  province: string,
  of: (one: { entry: CodeEntry; props: P }) => string,
) {
  const own = entries.filter(({ props }) => props.provinces?.includes(province))
  const replaced = new Set(own.map(of))
  return [...own, ...entries.filter((one) => !one.props.provinces && !replaced.has(of(one)))]
}

/** The list of those that no narrower rule names, by the body that has it. */
const remainder: Readonly<Record<SupervisorKind, string>> = { brigade: 'LARGE', station: 'NAMED', street: 'GENERAL' }

/** The rules of a district on a day. `district` is its six-digit code, of which the first two are the province. */
export function supervisionRules({ keyUnits, small, lists }: RuleTables, district: string, day: string) {
  const province = district.slice(0, 2)
  const read = <T>(table: CodeTable, shape: z.ZodType<T>) =>
    entriesOn(table, day).map((entry) => ({ entry, props: propsOf(shape, table.key, entry) }))
  const keys = forProvince(read(keyUnits, KeyUnitRule), province, ({ props }) => props.of)
  const limits = forProvince(read(small, SmallRule), province, ({ props }) => props.kinds.join())
  const listed = new Map(read(lists, ListRule).map(({ entry, props }) => [entry.code, props]))
  const on = (list: string, otherwise: SupervisorKind): Pick<Due, 'body' | 'list'> => ({
    list,
    body: listed.get(list)?.body ?? otherwise,
  })

  const criteriaOf = (facts: Judged): string[] =>
    keys
      .filter(({ props }) => {
        const named = facts.form === 'unit' && belongs(facts.kind, props.kinds) && reached(facts, props.atLeast)
        return named || props.tags?.some((tag) => facts.tags.includes(tag)) === true
      })
      .map(({ entry }) => entry.code)
      .sort()

  /** 九小场所: of such a kind, and no measure known that reaches its limit. */
  const isSmall = (facts: Judged): boolean | undefined => {
    const rule = limits.find(({ props }) => belongs(facts.kind, props.kinds))
    if (!rule) return undefined
    const steps = Object.entries(rule.props.below) as [Measure, number][]
    return steps.every(([measure, limit]) => (facts[measure] ?? 0) < limit)
  }

  function dueOf(facts: Judged): Due {
    const criteria = criteriaOf(facts)
    if (criteria.length > 0) return { criteria, ...on('KEY', 'brigade') }
    if (facts.form !== 'unit') return { criteria, ...on('RESID', 'station') }
    const small = isSmall(facts)
    if (small === undefined) return { criteria, ...on('GENERAL', 'street') }
    return { criteria, ...(small ? on('SMALL', 'station') : on('LARGE', 'brigade')) }
  }

  return {
    dueOf,
    isSmall,
    criteriaOf,
    bodyOf: (list: string): SupervisorKind | undefined => listed.get(list)?.body,
    /** How many months may lie between two inspections; the law's floor is a year (Decree 120, art. 30). */
    monthsOf: (list: string): number => listed.get(list)?.months ?? 12,
  }
}
export type SupervisionRules = ReturnType<typeof supervisionRules>

/** How a record stands with its supervisor. */
export interface Standing {
  readonly supervisorKind: SupervisorKind
  readonly list: string
  readonly keptCriteria: readonly string[] | null
}

/** What a person looked at who decided that a record stays where it is: another body or criterion asks again. */
export const groundsOf = (dueBody: SupervisorKind, criteria: readonly string[]): string[] => [dueBody, ...criteria]

const same = (a: readonly string[] | null, b: readonly string[]) => a !== null && a.join() === b.join()

/**
 * The list that a record is on and whether it is proposed to another body. What the police assigned to a station (Decree
 * 120, art. 3) stays on that list. Records that are closed for good are proposed to nobody.
 */
export function settleSupervision(
  due: Due,
  { supervisorKind, list, keptCriteria }: Standing,
  live: boolean,
  bodyOf: SupervisionRules['bodyOf'],
): { list: string; proposed: boolean } {
  const assigned = list === remainder.station && keptCriteria !== null
  if (due.body === supervisorKind) return { list: assigned ? list : due.list, proposed: false }
  const fitting = bodyOf(list) === supervisorKind ? list : remainder[supervisorKind]
  return { list: fitting, proposed: live && !same(keptCriteria, groundsOf(due.body, due.criteria)) }
}
