/** Reading a file of incidents into the register: staged, compared and merged in one transaction, or not at all. */
import { hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Profile } from '../../../kernel/layout.ts'
import { now } from '../../../platform/clock.ts'
import type { Actor, Context, Db } from '../../../platform/context.ts'
import { copyRows } from '../../../platform/db/copy.ts'
import { type Client, type Database, onOneConnection } from '../../../platform/db/database.ts'
import { type FileStore, rememberFile } from '../../../platform/files/files.ts'
import { compileRows } from '../../../platform/imports/compile.ts'
import { type Fault, FileFault } from '../../../platform/imports/faults.ts'
import { type FaultReport, openFaultReport } from '../../../platform/imports/report.ts'
import { beginRun, endRun, findRun, type RunEnd, reportProgress } from '../../../platform/imports/runs.ts'
import { openTable } from '../../../platform/imports/table.ts'
import { record } from '../../../platform/ledger/store.ts'
import { temporaryFolder } from '../../../platform/temporary.ts'
import { codeTable, gazetteerOf, placeNames, tell } from '../../organisation/public.ts'
import { incidentLayout } from '../import-layout.ts'
import { classifier } from '../severity.ts'
import { lookupTables } from './lookups.ts'
import { stagedOf } from './staging.ts'
import * as store from './store.ts'

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
}

/** What the queue holds of an order. */
const Payload = z.object({ district: z.string(), run: z.uuid() })

/** Ends the transaction without a trace, and carries what is to be said of it. */
class Undone extends Error {
  readonly end: RunEnd
  constructor(end: RunEnd) {
    super('undone')
    this.end = end
  }
}

const faultsShown = 100

/** Carries a waiting run out and returns its end. Only a fault of ours is thrown; a bad file ends as 'refused'. */
export async function importIncidents(parts: ImportParts, order: ImportOrder): Promise<RunEnd> {
  const { db } = parts.database
  const { district, run } = order
  const folder = await temporaryFolder('import')
  try {
    const end = await onOneConnection(parts.database, (own, client) =>
      own.transaction().execute(async (tx) => {
        await beginRun(db, tx, district, run)
        const context: Context = { tx, district, actor: order.actor, at: now(), request: `import-${run}` }
        return bring(parts, context, client, order, join(folder, 'faults.csv'))
      }),
    )
    return end
  } catch (error) {
    const end = error instanceof Undone ? error.end : refusal(error)
    await rememberUndone(db, order, end)
    if (!(error instanceof Undone) && !(error instanceof FileFault)) throw error
    return end
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever asked for an import and went on with other work hears that it came to nothing; a trial is watched. */
async function rememberUndone(db: Db, order: ImportOrder, end: RunEnd): Promise<void> {
  const { district, run, actor, dryRun, fileName } = order
  await db.transaction().execute(async (tx) => {
    const context: Context = { tx, district, actor, at: now(), request: `import-${run}` }
    await endRun(tx, district, run, context.at.instant, end)
    if (dryRun || !actor.account) return
    await tell(context, actor.account, { message: 'importRefused', values: { file: fileName }, link: linkOf(run) })
  })
}

const linkOf = (run: string) => `/incidents/import?run=${run}`

const nothing = { rowsRead: 0, rowsBad: 0, rowsNew: 0, rowsChanged: 0, rowsSame: 0, faults: [], faultFile: null }
const refusal = (error: unknown): RunEnd => ({
  ...nothing,
  state: 'refused',
  message:
    error instanceof FileFault
      ? error.words
      : {
          zh: '导入失败，未写入任何数据。请重试；若再次失败，请将文件和时间告知系统管理员。',
          en: 'The import failed and nothing was written. Try again; if it fails again, tell the administrator.',
        },
})

async function bring(
  parts: ImportParts,
  context: Context,
  client: Client,
  order: ImportOrder,
  faultPath: string,
): Promise<RunEnd> {
  const { district, run, dryRun, skipBad } = order
  await store.makeStaging(context)
  const table = await openTable(await parts.files.local(order.sha256), readOptions(order.profile?.read ?? {}))
  // Everything the rows need is read before COPY begins: it has the connection to itself.
  const reader = compileRows(incidentLayout, table.headers, {
    ...(order.profile ? { profile: order.profile } : {}),
    lookups: lookupTables(
      await codeTable(context, 'place-kind'),
      await codeTable(context, 'cause'),
      await placeNames(context),
    ),
    now: context.at.instant,
  })
  const rules = {
    gazetteer: await gazetteerOf(context),
    classify: classifier(await codeTable(context, 'severity-rule')),
  }
  const report = await openFaultReport(faultPath, table.headers)
  const counts = { rowsRead: 0, rowsBad: 0 }
  const shown: Fault[] = []
  const tellProgress = throttled(() =>
    reportProgress(parts.database.db, district, run, { progress: table.progress() * 0.8, ...counts }),
  )
  await copyRows(client, 'staged', store.stagedColumns, stage())
  // It takes a connection of its own, for which nobody may be made to wait who waits for the merge.
  const faultFile = await keepReport(parts, context, report, order.fileName)
  await store.lockMerge(context)
  for (const clash of await store.conflicts(context, faultsShown)) shown.push(conflictFault(clash))
  const conflicting = await store.dropConflicts(context)
  counts.rowsBad += conflicting
  const merged = await store.compare(context)
  const end: RunEnd = {
    ...counts,
    ...merged,
    state: 'done',
    message: null,
    faults: shown.slice(0, faultsShown),
    faultFile,
  }
  if (counts.rowsBad > 0 && !skipBad && !dryRun)
    throw new Undone({ ...end, rowsNew: 0, rowsChanged: 0, state: 'refused', message: badRows(counts.rowsBad) })
  if (dryRun) throw new Undone(end)
  await store.merge(context, order.fileName, merged)
  await endRun(context.tx, district, run, context.at.instant, end)
  await record(
    context,
    'import.do',
    { kind: 'import', id: run },
    {
      after: { file: order.fileName, sha256: order.sha256, ...counts, ...merged },
    },
  )
  if (context.actor.account)
    await tell(context, context.actor.account, {
      message: 'importDone',
      values: { file: order.fileName, rowsNew: end.rowsNew, rowsChanged: end.rowsChanged },
      link: linkOf(run),
    })
  return end

  async function* stage(): AsyncGenerator<unknown[]> {
    for await (const source of table.rows) {
      counts.rowsRead++
      if (counts.rowsRead % 2000 === 0) tellProgress()
      const outcome = reader.read(source)
      if ('faults' in outcome) {
        counts.rowsBad++
        await report.add(source, outcome.faults)
        for (const fault of outcome.faults) if (shown.length < faultsShown) shown.push(fault)
        continue
      }
      const digest = hash('sha256', JSON.stringify(outcome.row), 'base64')
      const staged = stagedOf(source.line, outcome.row, digest, rules)
      yield store.stagedColumns.map((column) => staged[column])
    }
  }
}

/** Without the settings that were left out: the reader finds those out by itself. */
export const readOptions = ({ encoding, delimiter, sheet, headerRow }: NonNullable<Profile['read']>) => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(delimiter === undefined ? {} : { delimiter }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerRow === undefined ? {} : { headerRow }),
})

const noLonger = {
  zh: '申请导入的账号已停用或不再有导入权限，未写入任何数据。',
  en: 'The account that asked for this import was closed or may import no more. Nothing was written.',
}

const badRows = (n: number) => ({
  zh: `${n} 行有错误，整个文件未导入。请下载错误行清单，修改后重新导入，或选择“跳过错误行”。`,
  en: `${n} rows are bad; nothing was imported. Mend them (download the list) and import again, or choose to skip bad rows.`,
})

const conflictFault = ({ line, incidentNo }: store.Clash): Fault => ({
  line,
  column: 'incident_no',
  value: incidentNo,
  rule: 'corrected-by-hand',
  zh: '该警情导入后已被人工更正，而文件中的内容又有变化；两边都不覆盖，请在该警情页面核对更正。',
  en: 'This incident was corrected by hand since, and the file says something new of it: neither is overwritten. Look at its page and correct it there.',
})

/** The list of bad rows becomes a file of the district's own, written outside the transaction that may be undone. */
async function keepReport(
  parts: ImportParts,
  context: Context,
  report: FaultReport,
  fileName: string,
): Promise<string | null> {
  const path = await report.close()
  if (path === undefined) return null
  const kept = await parts.files.put(createReadStream(path))
  return parts.database.db
    .transaction()
    .execute((tx) =>
      rememberFile({ ...context, tx }, { ...kept, name: `${fileName}-错误行.csv`, mediaType: 'text/csv' }),
    )
}

/** Calls at most every half second, and never while the call before is under way. */
function throttled(call: () => Promise<void>): () => void {
  let last = 0
  let busy = false
  return () => {
    const at = performance.now()
    if (busy || at - last < 500) return
    last = at
    busy = true
    call()
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }
}

/** The job behind a run that was asked for by a person. */
export async function runWaiting(
  parts: ImportParts,
  payload: unknown,
  actorOf: (db: Db, district: string, account: string) => Promise<Actor | undefined>,
): Promise<void> {
  const { district, run } = Payload.parse(payload)
  const found = await findRun(parts.database.db, district, run)
  if (found?.state !== 'waiting' || !found.file || !found.account) return
  const actor = await actorOf(parts.database.db, district, found.account)
  if (!actor?.permissions.includes('incidents.import'))
    return endRun(parts.database.db, district, run, now().instant, { ...nothing, state: 'refused', message: noLonger })
  await importIncidents(parts, {
    district,
    run,
    actor,
    sha256: found.sha256 ?? '',
    fileName: found.fileName,
    profile: Profile.nullable().parse(found.profile) ?? undefined,
    dryRun: found.dryRun,
    skipBad: found.skipBad,
  })
}
