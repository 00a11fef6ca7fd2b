/** What the server and other areas may ask of the register. */
import type { Actor, Context, Db } from '../../platform/context.ts'
import { bringFile, bringWaiting } from '../../platform/imports/bring.ts'
import type { ImportOrder, ImportParts } from '../../platform/imports/importer.ts'
import type { RunEnd } from '../../platform/imports/runs.ts'
import type { PremisesFilter } from './finding/contract.ts'
import { premisesImporter } from './imports/jobs.ts'
import { type Member, population } from './population/store.ts'
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

/**
 * What a filter finds within the actor's reach, sorted by number, as it stands in the register now. It is read to its end
 * before anything else is asked in this transaction, which would wait for ever.
 */
export const populationOf = (context: Context, filter: PremisesFilter): AsyncGenerator<Member> =>
  population(context, filter)

/** Where a place lies and what it is called; the caller has seen to it that the actor may act on it. */
export const whereaboutsOf = (context: Context, id: string) => store.whereabouts(context, id)
