/** What the server and other areas may ask of incidents. */
import type { Actor, Context, Db } from '../../platform/context.ts'
import { bringFile, bringWaiting } from '../../platform/imports/bring.ts'
import type { ImportOrder, ImportParts } from '../../platform/imports/importer.ts'
import type { RunEnd } from '../../platform/imports/runs.ts'
import type { IncidentQuery } from './contract.ts'
import { type Drift, findDrift } from './drift/store.ts'
import { incidentImporter } from './imports/jobs.ts'
import * as store from './store.ts'

/** A page of the incidents that another area keeps, by the filters, the order and the reach of the list. */
export const listKept = (context: Context, kept: store.Source, query: IncidentQuery) => store.list(context, query, kept)

/** The incidents that are not as the ledger last left them: changed, put in or taken out behind its back. */
export const driftOf = (db: Db, district: string): Promise<Drift> => findDrift(db, district)

/** Carries an import out and returns its end. Only a fault of ours is thrown; a bad file ends as 'refused'. */
export const importIncidents = (parts: ImportParts, order: ImportOrder): Promise<RunEnd> =>
  bringFile(incidentImporter, parts, order)

/** The job behind an import that a person asked for in the browser. */
export const runWaiting = (
  parts: ImportParts,
  payload: unknown,
  actorOf: (db: Db, district: string, account: string) => Promise<Actor | undefined>,
): Promise<void> => bringWaiting(incidentImporter, parts, payload, actorOf)
