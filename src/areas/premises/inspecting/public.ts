/** What other areas may ask of the register about visits: places to hold, what was seen there, and what is due. */
import { type Context, NotFound } from '../../../platform/context.ts'
import { namesOf } from '../store.ts'
import * as store from './store.ts'

export type VisitedPlace = NonNullable<Awaited<ReturnType<typeof store.hold>>>

/** The place as it stands. Throws NotFound. */
export async function placeOf(context: Context, id: string): Promise<VisitedPlace> {
  const place = await store.find(context, id)
  if (!place) throw new NotFound('premises')
  return place
}

/** The place, held until the transaction is over; of one that was merged, the record that it became. Throws NotFound. */
export async function holdPlace(context: Context, id: string): Promise<VisitedPlace> {
  const place = await store.hold(context, id)
  if (!place) throw new NotFound('premises')
  return place.mergedInto === null ? place : holdPlace(context, place.mergedInto)
}

/** Holds the place of a record that the actor may change, so that what is counted at it is counted one after the other. */
export const holdPlaceOf = (context: Context, id: string): Promise<void> => store.holdAnywhere(context, id)

/** Tells the register what visits and hazards say of a place: the day of an inspection, and how many more hazards stand. */
export const notePlace = (
  context: Context,
  id: string,
  said: { inspectedOn?: string | null; more: number },
): Promise<void> => store.note(context, id, said)

/** A page of the places of the actor's reach by the day on which their inspection is due, the longest overdue first. */
export const listDue = store.listDue

/** By supervising body and officer: how many places there are to inspect, how many are overdue and due by a day. */
export const dueLoads = store.dueLoads

/** Names of places of the actor's reach by their ids. */
export async function placesNamed(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await namesOf(context, [...new Set(ids)])
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Tells the register how many hazards of many places stand. */
export const notePlaces = store.noteMany

/** Every place of the actor's reach, in batches by id. */
export const everyPlace = store.every

/** Where places are now, and whose, by the ids under which they were known. */
export const placesNow = store.whereNow
