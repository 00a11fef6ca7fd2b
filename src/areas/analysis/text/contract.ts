/** The document on the wire: the kernel's official document as a shape. */
import { z } from 'zod'
import { Instant } from '../../../kernel/contract.ts'

const Run = z.union([
  z.object({ text: z.string(), figure: z.string() }),
  z.object({ text: z.string() }),
  z.object({ missing: z.literal(true) }),
])
const Block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('paragraph'), key: z.string(), runs: z.array(Run) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ header: z.string(), align: z.enum(['left', 'right', 'center']), width: z.number() })),
    rows: z.array(z.array(z.string())),
    summed: z.boolean().exactOptional(),
    notes: z.array(z.string()).exactOptional(),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: z.string(),
    spec: z.object({
      kind: z.enum(['bar', 'groupedBar', 'line', 'pie', 'heat']),
      categories: z.array(z.string()),
      series: z.array(z.object({ name: z.string(), values: z.array(z.number().nullable()) })),
      unit: z.string(),
    }),
    alt: z.string(),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
])

export const Document = z.object({
  title: z.string(),
  status: z.enum(['draft', 'issued']),
  secrecy: z.string().exactOptional(),
  urgency: z.enum(['特急', '加急']).exactOptional(),
  issuer: z.string().exactOptional(),
  addressee: z.string().exactOptional(),
  number: z.string().exactOptional(),
  blocks: z.array(Block),
  attachments: z.array(z.string()).exactOptional(),
  closing: z.object({ body: z.string(), day: z.string() }).exactOptional(),
})

/** A paragraph as it is written by rule and, where a person changed it, as that person wrote it. */
export const ParagraphState = z.object({
  key: z.string(),
  generated: z.string().nullable().describe('null where the rules write it no more'),
  edited: z.string().nullable(),
  state: z.enum(['generated', 'fresh', 'stale', 'orphan']),
  editedBy: z.string().nullable(),
  editedAt: Instant.nullable(),
})
export type ParagraphState = z.infer<typeof ParagraphState>
