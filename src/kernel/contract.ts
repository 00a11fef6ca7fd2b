/** What every area's contract is made with. */
import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What a route says of itself beside its shape. A route that names no permission is refused to all. */
export interface RouteMeta {
  /** The permission it needs; 'public' is open to all, 'self' to whoever is signed in. */
  readonly may?: string
  /** A POST that may be done again without harm: its answers are not kept, and an Idempotency-Key is passed over. */
  readonly repeatable?: boolean
  /** A POST that is asked or answers with a password: nothing of it is kept, and an Idempotency-Key is passed over. */
  readonly secret?: boolean
}
export const area = oc.$meta<RouteMeta>({})

export const Id = z.uuid()
/** A text of one line: every blank is one, and there are no control characters, nor marks that turn the writing's way. */
export const Line = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u)
export const Day = z.iso.date()
/** An instant in UTC, or with an offset on the way in; always UTC on the way out. */
export const Instant = z.iso.datetime({ offset: true })
/** Money in 分. 2⁵³ 分 is 90 trillion 元. */
export const Fen = z.int().min(0)
export const Count = z.int().min(0)

/** A flag in a query string. */
export const QueryFlag = z.stringbool()
/** Several values of one filter: a single value in a query string is a list of one. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).max(200))

/** Lists page by a keyset: `after` is the cursor that the page before returned as `next`. */
export const PageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })
export const ById = z.object({ id: Id })
/** A human reason for an act: asked wherever a person overrides what was recorded. */
export const Reason = z.string().trim().min(2).max(500)
