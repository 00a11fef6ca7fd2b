/** The package of a draw: one JSON file with everything that a stranger needs to recompute it. README.md describes it. */
import { z } from 'zod'
import { canonical } from '../../../kernel/canonical.ts'
import { Day, Id, Line } from '../../../kernel/contract.ts'
import type { Hash } from '../../../kernel/sampler.ts'
import { exclusionGrounds } from './exclusions.ts'

export const packageFormat = 'shouwang-draw/1'

/** An instant as its one text, so that texts compare as instants do. */
export const Utc = z.iso.datetime({ precision: 3 })
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** How many of a stratum: a number, or a share in thousandths, rounded up. */
export const Take = z.union([
  z.strictObject({ count: z.int().min(1).max(100_000) }),
  z.strictObject({ perMille: z.int().min(1).max(1000) }),
])
export type Take = z.infer<typeof Take>

export const strataKeys = ['station', 'list', 'kind'] as const
export type StrataKey = (typeof strataKeys)[number]
/** Each value of `by` is a stratum of its own; those not named in `takes` are drawn from as the whole would be. */
export const Strata = z.strictObject({
  by: z.enum(strataKeys),
  takes: z.array(z.strictObject({ value: z.string().min(1).max(60), take: Take })).max(200),
})
export type Strata = z.infer<typeof Strata>

/** Where the seed comes from, said before anybody can know it. */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('event'),
    words: Line.min(4).max(300).describe('which event, and how its outcome is written as a seed'),
    at: Utc.describe('not known before'),
  }),
  z.strictObject({
    kind: z.literal('commit'),
    by: z
      .array(z.strictObject({ name: Line.min(1).max(60), commitment: Digest }))
      .min(2)
      .max(20)
      .describe("each person's SHA-256 of their secret, in order"),
    at: Utc.describe('secrets are told from then on'),
  }),
])
export type Source = z.infer<typeof Source>

export const ObjectFacts = z.strictObject({
  no: z.string().min(1).describe('by which it is drawn'),
  name: z.string(),
  address: z.string(),
  form: z.string(),
  kind: z.string().nullable(),
  list: z.string(),
  station: Id.nullable(),
  state: z.string(),
  lastInspectedOn: Day.nullable(),
  excluded: z.enum(exclusionGrounds).nullable(),
  words: z.string().nullable().describe('why it was excluded by hand, or is drawn from in spite of the cap'),
})
export type ObjectFacts = z.infer<typeof ObjectFacts>

export const Inspector = z.strictObject({
  id: Id,
  name: z.string(),
  body: z.string(),
  away: Line.min(1).max(200).nullable().describe('why this person gets no object: leave, study, secondment'),
})
export type Inspector = z.infer<typeof Inspector>

export const Recusal = z.strictObject({ inspector: Id, object: z.string(), words: z.string() })
export type Recusal = z.infer<typeof Recusal>

/** All that is fixed before the seed; its digest is published. */
export const Register = z.strictObject({
  district: z.string(),
  title: z.string(),
  snapshotAt: Utc,
  publishedAt: Utc,
  filter: z.record(z.string(), z.unknown()),
  capMonths: z.int().min(1).max(60).nullable(),
  take: Take,
  strata: Strata.nullable(),
  perObject: z.int().min(1).max(5),
  source: Source,
  stations: z.record(z.string(), z.string()),
  inspectors: z.array(Inspector),
  recusals: z.array(Recusal),
  objects: z.array(ObjectFacts).describe('sorted by no'),
})
export type Register = z.infer<typeof Register>

export const DrawnObject = z.strictObject({
  no: z.string(),
  stratum: z.string().nullable(),
  ticket: z.string().regex(/^0\.\d+$/),
  inspectors: z.array(Id),
})
export type DrawnObject = z.infer<typeof DrawnObject>

export const Outcome = z.strictObject({
  seed: z.string().min(1),
  secrets: z.array(z.string()).nullable(),
  evidence: z.string().nullable(),
  drawnAt: Utc,
  drawnBy: z.string(),
  objects: z.array(DrawnObject).describe('in the order in which they were drawn'),
})
export type Outcome = z.infer<typeof Outcome>

const Voided = z.strictObject({ at: Utc, by: z.string(), reason: z.string() })

export const DrawPackage = z.strictObject({
  format: z.literal(packageFormat),
  register: Register,
  digest: Digest,
  outcome: Outcome.nullable(),
  voided: Voided.nullable(),
  seal: Digest,
})
export type DrawPackage = z.infer<typeof DrawPackage>

/** The digest over what came after the register: of no weight against a forger, but it finds a slip. */
export const sealOf = ({ digest, outcome, voided }: Pick<DrawPackage, 'digest' | 'outcome' | 'voided'>, hash: Hash) =>
  hash(canonical({ digest, outcome, voided }))

/** The file's text, from the register's and the outcome's canonical texts as they were kept. */
export function packageText(
  {
    register,
    outcome,
    digest,
    voided,
  }: {
    register: string
    outcome: string | null
    digest: string
    voided: DrawPackage['voided']
  },
  hash: Hash,
): string {
  const seal = hash(`{"digest":"${digest}","outcome":${outcome ?? 'null'},"voided":${canonical(voided)}}`)
  // The keys in their order, as canonical() would write them.
  return `{"digest":"${digest}","format":"${packageFormat}","outcome":${outcome ?? 'null'},"register":${register},"seal":"${seal}","voided":${canonical(voided)}}`
}
