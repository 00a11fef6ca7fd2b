/** What the server and other parts of inspections may ask of checklists. */
import type { Context } from '../../../platform/context.ts'
import type { Checklist } from './contract.ts'
import { editionFor } from './rules.ts'
import { shippedChecklists } from './shipped.ts'
import * as store from './store.ts'

/** Puts the shipped checklists in where a district has none of them yet. */
export const shipChecklists = ({ tx, district, at }: Pick<Context, 'tx' | 'district' | 'at'>): Promise<void> =>
  store.ship({ tx, district }, at.instant, shippedChecklists)

/** Items of an edition in force never change, so a process reads each once. */
const known = new Map<string, Checklist>()
const mostKnown = 500

/** An edition by its id. Throws NotFound. */
export async function checklistOf(context: Context, id: string): Promise<Checklist> {
  const key = `${context.district} ${id}`
  const found = known.get(key)
  if (found) return found
  const checklist = await store.get(context, id)
  if (checklist.state === 'issued') {
    if (known.size >= mostKnown) known.clear()
    known.set(key, checklist)
  }
  return checklist
}

/** The edition by which a visit to a place goes on a day. */
export async function checklistFor(
  context: Context,
  place: { form: string; kind: string | null },
  day: string,
): Promise<Checklist | undefined> {
  return editionFor(await store.issued(context), place, day)
}

/** Every edition that is or was in force, the newest first. */
export const editionsOf = (context: Context): Promise<Checklist[]> => store.issued(context)
