/** What an area gives that imports records from files; all else is the same for every area. */
import type { RawBuilder } from 'kysely'
import type { Approval } from '../../kernel/import-contract.ts'
import type { Column, Layout, Profile, RowCheck, RowOf } from '../../kernel/layout.ts'
import type { Actor, Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { FileStore } from '../files/files.ts'
import type { Fault } from './faults.ts'
import type { Lookups } from './lookups.ts'

export interface ImportParts {
  readonly database: Pick<Database, 'db' | 'pool'>
  readonly files: FileStore
}
export interface ImportOrder {
  readonly district: string
  readonly run: string
  readonly actor: Actor
  /** Of the file, under which its bytes are kept. */
  readonly sha256: string
  readonly fileName: string
  readonly profile: Profile | undefined
  readonly dryRun: boolean
  readonly skipBad: boolean
  /** Of an area whose changes want approval: what a person approved. Without it no record is changed. */
  readonly approval?: ApprovedTrial | 'all' | undefined
}
export interface ApprovedTrial extends Approval {
  readonly trial: string
}

export interface MergeCounts {
  rowsNew: number
  rowsChanged: number
  rowsSame: number
}

/** A row that would change a record, as a query of the area gives it: `fields` is [{ field, before, after }]. */
export interface ChangeRow {
  line: number
  record: string
  no: string
  name: string
  fields: readonly { field: string; before: unknown; after: unknown }[]
}

/** What a person is told of an import that they did not wait for. */
interface ImportNotice {
  readonly message: 'importDone' | 'importRefused'
  readonly values: Record<string, string | number>
  readonly link: string
}

/**
 * The functions are called in this order, in one transaction on one connection. Until `merge` they write nothing but the
 * temporary table `staged`, which has a column `line`: a trial ends there.
 */
export interface Importer<Columns extends readonly Column[]> {
  /** Tells this area's runs and saved mappings from those of others; the job that carries a run out is `${kind}-import`. */
  readonly kind: string
  readonly permission: string
  /** Without it nobody reads the rows of a file that another brought: they name people. */
  readonly reveal?: string
  readonly layout: Layout<Columns>
  /** Fields without which a preview asks no check between columns: it would blame what is only not mapped yet. */
  readonly checksNeed: readonly (keyof RowOf<Columns>)[]
  /** The page of a run. */
  linkOf(run: string): string
  tell(context: Context, account: string, notice: ImportNotice): Promise<void>
  /** By the names of the tables that the layout's columns give. */
  lookups(context: Context): Promise<Lookups>
  /** What must hold in this district and on this day, beside the checks of the layout. */
  checks?(context: Context): Promise<readonly RowCheck<RowOf<Columns>>[]>
  /** Makes the table `staged`, which lives as long as the transaction. */
  makeStaging(context: Context): Promise<void>
  /** The columns of `staged` in the order of COPY. */
  readonly stagedColumns: readonly string[]
  /** Reads what staging needs, before COPY has the connection to itself; gives a row's values by `stagedColumns`. */
  stager(context: Context): Promise<(line: number, row: RowOf<Columns>, digest: string) => readonly unknown[]>
  /** One import at a time merges: waits for its turn and locks what it is going to change. */
  lockMerge(context: Context): Promise<void>
  /** Takes rows out of `staged` that only the comparison finds at fault; counts them and tells the first `most`. */
  refuse(context: Context, most: number): Promise<{ readonly rows: number; readonly faults: readonly Fault[] }>
  /** Where changes want approval: the rows of `staged` that would change a record. */
  changes?(context: Context): RawBuilder<ChangeRow>
  /** What a merge would do, without doing it. */
  compare(context: Context): Promise<MergeCounts>
  /** Writes what is staged, with an entry of the ledger for each record. */
  merge(context: Context, fileName: string, counts: MergeCounts): Promise<void>
}
