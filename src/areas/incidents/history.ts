/** An incident's history: what each act changed, field by field. */
import type { HistoryEntry } from './contract.ts'

interface Recorded {
  readonly id: string
  readonly at: string
  readonly actorName: string
  readonly act: string
  readonly note: string | null
  readonly before: unknown
  readonly after: unknown
}

/** Not facts of the incident: they change by themselves whenever anything does. */
const unspoken = new Set(['id', 'version', 'enteredAt', 'corrected', 'receivedOn', 'isFire'])
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The entry with the fields that differ between before and after; a first entry lists what was said at all. */
export function changesIn({ id, at, actorName, act, note, before, after }: Recorded): HistoryEntry {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !unspoken.has(field))
  const changes = fields
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
  return { id, at, actor: actorName, act, note, changes }
}
