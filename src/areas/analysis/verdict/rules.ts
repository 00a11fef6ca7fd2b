/** What a rule of the verdict may ask: the conditions as the code table holds them. */
import { z } from 'zod'
import type { Words } from '../../../kernel/words.ts'
import { verdictFigures } from '../figures/contract.ts'

const figure = z.enum(verdictFigures)

/** A figure that is not known meets no condition. */
export const Condition = z.union([
  z.object({ bases: z.literal('none') }).strict(),
  z.object({ figure, atLeast: z.number() }).strict(),
  z.object({ figure, atMost: z.number() }).strict(),
  z
    .object({
      figure,
      change: z.enum(['rise', 'fall', 'no-rise']),
      against: z.enum(['both', 'either']).describe('every base that is known, or any one of them'),
      rate: z.number().min(0).describe('from this rate on; on a zero base it is not asked'),
      by: z.number().min(0).describe("and from this difference on, in the figure's own unit"),
    })
    .strict(),
])
export type Condition = z.infer<typeof Condition>

export const VerdictRuleProps = z.object({ order: z.number(), verdict: z.string(), all: z.array(Condition) })

export interface VerdictRule extends z.infer<typeof VerdictRuleProps> {
  readonly code: string
  readonly words: Words
}
