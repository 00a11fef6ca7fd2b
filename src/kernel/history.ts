/** A record's history, from the ledger: what each act changed, field by field. */
import { z } from 'zod'
import { Id, Instant } from './contract.ts'

export const HistoryEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  act: z.string(),
  note: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

interface Recorded {
  readonly id: string
  readonly at: string
  readonly actorName: string
  readonly act: string
  readonly note: string | null
  readonly before: unknown
  readonly after: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The entry with the fields that differ between before and after; a first entry lists what was said at all. `unspoken`
 * are no facts of the record: they change by themselves whenever anything does.
 */
export function changesIn(
  { id, at, actorName, act, note, before, after }: Recorded,
  unspoken: ReadonlySet<string>,
): HistoryEntry {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !unspoken.has(field))
  const changes = fields
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
  return { id, at, actor: actorName, act, note, changes }
}
