/** What the server and other areas may ask of the register. */
import { type Actor, type Context, type Db, NotFound } from '../../platform/context.ts'
import { bringFile, bringWaiting } from '../../platform/imports/bring.ts'
import type { ImportOrder, ImportParts } from '../../platform/imports/importer.ts'
import type { RunEnd } from '../../platform/imports/runs.ts'
import { premisesImporter } from './imports/jobs.ts'
import * as store from './store.ts'

/** Carries an import out and returns its end. Only a fault of ours is thrown; a bad file ends as 'refused'. */
export const importPremises = (parts: ImportParts, order: ImportOrder): Promise<RunEnd> =>
  bringFile(premisesImporter, parts, order)

/** The job behind an import that a person asked for in the browser. */
export const runWaitingPremises = (
  parts: ImportParts,
  payload: unknown,
  actorOf: (db: Db, district: string, account: string) => Promise<Actor | undefined>,
): Promise<void> => bringWaiting(premisesImporter, parts, payload, actorOf)

/** Adds up what the tally has gathered, so that counting stays quick. */
export const addUpTallies = (db: Db): Promise<void> => store.addUp(db)

export type VisitedPlace = NonNullable<Awaited<ReturnType<typeof store.hold>>>

/** The place, held until the transaction is over; of one that was merged, the record that it became. Throws NotFound. */
export async function holdPlace(context: Context, id: string): Promise<VisitedPlace> {
  const place = await store.hold(context, id)
  if (!place) throw new NotFound('premises')
  return place.mergedInto === null ? place : holdPlace(context, place.mergedInto)
}

/** Where a place lies and what it is called; the caller has seen to it that the actor may act on it. */
export const placeOf = (context: Context, id: string) => store.whereabouts(context, id)

/** Holds the place of a record that the actor may change, so that what is counted at it is counted one after the other. */
export const holdPlaceOf = (context: Context, id: string): Promise<void> => store.holdAnywhere(context, id)

/** Tells the register what visits and hazards say of a place: the day of the last inspection, and what is not put right. */
export const notePlace = (
  context: Context,
  id: string,
  said: { inspectedOn?: string | undefined; openHazards: number },
): Promise<void> => store.note(context, id, said)
