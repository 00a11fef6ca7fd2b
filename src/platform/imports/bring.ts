/** Reading a file of records into an area: staged, compared and merged in one transaction, or not at all. */
import { hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Approval } from '../../kernel/import-contract.ts'
import { type Column, Profile } from '../../kernel/layout.ts'
import { now } from '../clock.ts'
import type { Actor, Context, Db } from '../context.ts'
import { copyRows } from '../db/copy.ts'
import { type Client, onOneConnection } from '../db/database.ts'
import { rememberFile } from '../files/files.ts'
import { record } from '../ledger/store.ts'
import { temporaryFolder } from '../temporary.ts'
import { dropUnapproved, noteChanges } from './changes.ts'
import { compileRows } from './compile.ts'
import { type Fault, FileFault } from './faults.ts'
import type { Importer, ImportOrder, ImportParts } from './importer.ts'
import { type FaultReport, openFaultReport } from './report.ts'
import { beginRun, endRun, findRun, type RunEnd, reportProgress } from './runs.ts'
import { openTable } from './table.ts'

/** What the queue holds of an order. */
const Payload = z.object({ district: z.string(), run: z.uuid() })
const ApprovedTrial = Approval.extend({ trial: z.uuid() })

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
export async function bringFile<C extends readonly Column[]>(
  importer: Importer<C>,
  parts: ImportParts,
  order: ImportOrder,
): Promise<RunEnd> {
  const { db } = parts.database
  const { district, run } = order
  const folder = await temporaryFolder('import')
  try {
    return await onOneConnection(parts.database, (own, client) =>
      own.transaction().execute(async (tx) => {
        await beginRun(db, tx, district, run)
        const context: Context = { tx, district, actor: order.actor, at: now(), request: `import-${run}` }
        return bring(importer, parts, context, client, order, join(folder, 'faults.csv'))
      }),
    )
  } catch (error) {
    const end = error instanceof Undone ? error.end : refusal(error)
    await rememberUndone(importer, db, order, end)
    if (!(error instanceof Undone) && !(error instanceof FileFault)) throw error
    return end
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever asked for an import and went on with other work hears that it came to nothing; a trial is watched. */
async function rememberUndone<C extends readonly Column[]>(
  { tell, linkOf }: Importer<C>,
  db: Db,
  order: ImportOrder,
  end: RunEnd,
): Promise<void> {
  const { district, run, actor, dryRun, fileName } = order
  await db.transaction().execute(async (tx) => {
    const context: Context = { tx, district, actor, at: now(), request: `import-${run}` }
    await endRun(tx, district, run, context.at.instant, end)
    if (dryRun || !actor.account) return
    await tell(context, actor.account, { message: 'importRefused', values: { file: fileName }, link: linkOf(run) })
  })
}

const none = { rowsNew: 0, rowsChanged: 0, rowsKept: 0 }
const nothing = { ...none, rowsRead: 0, rowsBad: 0, rowsSame: 0, faults: [], faultFile: null }
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

async function bring<C extends readonly Column[]>(
  importer: Importer<C>,
  parts: ImportParts,
  context: Context,
  client: Client,
  order: ImportOrder,
  faultPath: string,
): Promise<RunEnd> {
  const { district, run, fileName, dryRun, skipBad } = order
  const { layout, stagedColumns } = importer
  await importer.makeStaging(context)
  const table = await openTable(await parts.files.local(order.sha256), order.profile?.read)
  // Everything the rows need is read before COPY begins: it has the connection to itself.
  const reader = compileRows(layout, table.headers, {
    ...(order.profile ? { profile: order.profile } : {}),
    lookups: await importer.lookups(context),
    checks: (await importer.checks?.(context)) ?? [],
    now: context.at.instant,
  })
  const stagedOf = await importer.stager(context)
  const report = await openFaultReport(faultPath, table.headers)
  const counts = { rowsRead: 0, rowsBad: 0 }
  const shown: Fault[] = []
  const tellProgress = throttled(() =>
    reportProgress(parts.database.db, district, run, { progress: table.progress() * 0.8, ...counts }),
  )
  await copyRows(client, 'staged', stagedColumns, stage())
  // It takes a connection of its own, for which nobody may be made to wait who waits for the merge.
  const faultFile = await keepReport(parts, context, report, fileName)
  await importer.lockMerge(context)
  const refused = await importer.refuse(context, faultsShown)
  counts.rowsBad += refused.rows
  shown.push(...refused.faults)
  const changes = importer.changes?.(context)
  const approved = dryRun || !changes || order.approval === 'all'
  const rowsKept = approved ? 0 : await dropUnapproved(context, changes, order.approval)
  const merged = await importer.compare(context)
  const faults = shown.slice(0, faultsShown)
  const end: RunEnd = { ...counts, ...merged, rowsKept, state: 'done', message: null, faults, faultFile }
  if (counts.rowsBad > 0 && !skipBad && !dryRun)
    throw new Undone({ ...end, ...none, state: 'refused', message: badRows(counts.rowsBad) })
  if (dryRun && !changes) throw new Undone(end)
  if (dryRun && changes) await noteChanges(context, run, changes)
  else await importer.merge(context, fileName, merged)
  await endRun(context.tx, district, run, context.at.instant, end)
  if (!dryRun) await remember(importer, context, order, end)
  return end

  async function* stage(): AsyncGenerator<readonly unknown[]> {
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
      yield stagedOf(source.line, outcome.row, digest)
    }
  }
}

/** The import itself is an act, and whoever asked for it is told. */
async function remember<C extends readonly Column[]>(
  { tell, linkOf, changes }: Importer<C>,
  context: Context,
  { run, fileName: file, sha256 }: ImportOrder,
  { rowsRead, rowsBad, rowsNew, rowsChanged, rowsSame, rowsKept }: RunEnd,
): Promise<void> {
  const counts = { rowsRead, rowsBad, rowsNew, rowsChanged, rowsSame, ...(changes ? { rowsKept } : {}) }
  await record(context, 'import.do', { kind: 'import', id: run }, { after: { file, sha256, ...counts } })
  if (!context.actor.account) return
  const notice = { message: 'importDone', values: { file, rowsNew, rowsChanged }, link: linkOf(run) } as const
  await tell(context, context.actor.account, notice)
}

const noLonger = {
  zh: '申请导入的账号已停用或不再有导入权限，未写入任何数据。',
  en: 'The account that asked for this import was closed or may import no more. Nothing was written.',
}

const badRows = (n: number) => ({
  zh: `${n} 行有错误，整个文件未导入。请下载错误行清单，修改后重新导入，或选择“跳过错误行”。`,
  en: `${n} rows are bad; nothing was imported. Mend them (download the list) and import again, or choose to skip bad rows.`,
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
export async function bringWaiting<C extends readonly Column[]>(
  importer: Importer<C>,
  parts: ImportParts,
  payload: unknown,
  actorOf: (db: Db, district: string, account: string) => Promise<Actor | undefined>,
): Promise<void> {
  const { db } = parts.database
  const { district, run } = Payload.parse(payload)
  const found = await findRun(db, district, run)
  if (found?.state !== 'waiting' || found.kind !== importer.kind || !found.file || !found.account) return
  const actor = await actorOf(db, district, found.account)
  if (!actor?.permissions.includes(importer.permission))
    return endRun(db, district, run, now().instant, { ...nothing, state: 'refused', message: noLonger })
  await bringFile(importer, parts, {
    district,
    run,
    actor,
    sha256: found.sha256 ?? '',
    fileName: found.fileName,
    profile: Profile.nullable().parse(found.profile) ?? undefined,
    dryRun: found.dryRun,
    skipBad: found.skipBad,
    approval: ApprovedTrial.nullable().parse(found.approval) ?? undefined,
  })
}
