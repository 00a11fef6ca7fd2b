/** What the server and the command line may ask of the business register. */
import type { Actor, Db } from '../../../platform/context.ts'
import { bringFile, bringWaiting } from '../../../platform/imports/bring.ts'
import type { ImportOrder, ImportParts } from '../../../platform/imports/importer.ts'
import type { RunEnd } from '../../../platform/imports/runs.ts'
import { businessImporter } from './jobs.ts'

/** Carries an import out and returns its end. Only a fault of ours is thrown; a bad file ends as 'refused'. */
export const importBusinesses = (parts: ImportParts, order: ImportOrder): Promise<RunEnd> =>
  bringFile(businessImporter, parts, order)

/** The job behind an import that a person asked for in the browser. */
export const runWaitingBusinesses = (
  parts: ImportParts,
  payload: unknown,
  actorOf: (db: Db, district: string, account: string) => Promise<Actor | undefined>,
): Promise<void> => bringWaiting(businessImporter, parts, payload, actorOf)
