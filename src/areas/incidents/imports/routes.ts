/** Importing incidents: from contract to the file store, the runs and the queue. */
import { openAsBlob } from 'node:fs'
import { implement } from '@orpc/server'
import { Profile } from '../../../kernel/layout.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { type FileStore, findFile, rememberFile } from '../../../platform/files/files.ts'
import { compileRows } from '../../../platform/imports/compile.ts'
import { FileFault } from '../../../platform/imports/faults.ts'
import { proposeMapping } from '../../../platform/imports/mapping.ts'
import * as runs from '../../../platform/imports/runs.ts'
import { openTable } from '../../../platform/imports/table.ts'
import { addJob } from '../../../platform/jobs/jobs.ts'
import { record } from '../../../platform/ledger/store.ts'
import { codeTable, placeNames } from '../../organisation/public.ts'
import { incidentLayout } from '../import-layout.ts'
import { Fault, type ImportRun, importContract, type Preview, type Upload } from './contract.ts'
import { readOptions } from './jobs.ts'
import { lookupTables } from './lookups.ts'
import { patientLayout, patientProfile, shownRow } from './preview.ts'

const os = implement(importContract).$context<Context>()
const kind = 'incidents'
const sampleRows = 20
const rowsForValues = 5000
const valuesShown = 60

/** Keeps a file and says what it looks like; a file that is no table is refused in words. */
async function upload(context: Context, files: FileStore, file: File): Promise<Upload> {
  const kept = await files.put(file.stream())
  const id = await rememberFile(context, { ...kept, name: file.name, mediaType: file.type })
  try {
    const { proposal, ...found } = await look(await files.local(kept.sha256))
    const name =
      file.name
        .replace(/[.][^.]*$/, '')
        .slice(0, 80)
        .trim() || proposal.name
    return { file: id, name: file.name, ...found, proposal: { ...proposal, name } }
  } catch (error) {
    if (error instanceof FileFault) throw new RuleViolation('file-unreadable', { rule: error.rule, ...error.words })
    throw error
  }
}

async function look(path: string, how: Profile['read'] = {}): Promise<Omit<Upload, 'file' | 'name'>> {
  const { format, encoding, delimiter, headers, rows, bytes } = await openTable(path, readOptions(how))
  const sample: string[][] = []
  const values = headers.map(() => new Set<string>())
  let read = 0
  for await (const { cells } of rows) {
    if (sample.length < sampleRows) sample.push([...cells])
    cells.forEach((cell, i) => {
      const seen = values[i]
      if (seen && seen.size <= valuesShown) seen.add(cell.trim())
    })
    if (++read >= rowsForValues) break
  }
  const { columns } = proposeMapping(headers, incidentLayout)
  return {
    bytes,
    format,
    encoding: encoding ?? '',
    delimiter,
    headers: [...headers],
    sample,
    values: Object.fromEntries(headers.map((header, i) => [header, [...(values[i] ?? [])].slice(0, valuesShown)])),
    proposal: Profile.parse({
      name: incidentLayout.zh,
      columns: Object.fromEntries(Object.entries(columns).map(([key, { from }]) => [key, { from }])),
    }),
  }
}

/** The rows as the mapping reads them. It may be unfinished: every fault is told, none keeps a row from being shown. */
async function preview(
  context: Context,
  { headers, rows, profile }: { headers: string[]; rows: string[][]; profile: Profile },
): Promise<Preview> {
  const lookups = lookupTables(
    await codeTable(context, 'place-kind'),
    await codeTable(context, 'cause'),
    await placeNames(context),
  )
  const options = { profile: patientProfile(profile, headers), lookups, now: context.at.instant }
  try {
    const reader = compileRows(patientLayout, headers, options)
    const shown = rows.map((cells, at) => {
      const read = reader.read({ line: at + 1, cells })
      return 'faults' in read ? shownRow({}, read.faults, profile) : shownRow(read.row, read.blanked, profile)
    })
    return { rows: shown, problem: null }
  } catch (error) {
    if (error instanceof FileFault) return { rows: [], problem: error.words }
    throw error
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof runs.findRun>>>

const shown = ({
  state,
  message,
  faults,
  faultFile,
  by,
  sha256,
  account,
  file,
  profile,
  ...run
}: Found): ImportRun => ({
  ...run,
  state: state as ImportRun['state'],
  message: message as ImportRun['message'],
  faults: Fault.array().parse(faults ?? []),
  faultFile: faultFile !== null,
  by: by ?? '',
})

async function getRun(context: Context, id: string): Promise<Found> {
  const run = await runs.findRun(context.tx, context.district, id)
  if (!run) throw new NotFound('import')
  return run
}

async function start(
  context: Context,
  input: { file: string; profile: Profile; dryRun: boolean; skipBad: boolean },
): Promise<ImportRun> {
  const file = await findFile(context, input.file)
  if (!file) throw new NotFound('file')
  const id = await runs.createRun(context, { kind, ...input, fileName: file.name })
  await record(context, 'import.ask', { kind: 'import', id }, { after: { ...input, sha256: file.sha256 } })
  await addJob(context, 'incidents-import', { district: context.district, run: id }, runs.jobKeyOf(id))
  return shown(await getRun(context, id))
}

/** The file looked at again, with the mapping it was read by: a run that ended badly is taken up where it was. */
async function reopen(context: Context, files: FileStore, id: string): Promise<Upload> {
  const { file, sha256, fileName, profile } = await getRun(context, id)
  if (!file || !sha256) throw new NotFound('file')
  const used = Profile.nullable().parse(profile)
  const { proposal, ...found } = await look(await files.local(sha256), used?.read)
  return { file, name: fileName, ...found, proposal: used ?? proposal }
}

async function faultFile(context: Context, files: FileStore, id: string) {
  const run = await getRun(context, id)
  const file = run.faultFile ? await findFile(context, run.faultFile) : undefined
  if (!file) throw new NotFound('file')
  const body = new File([await openAsBlob(await files.local(file.sha256))], file.name, { type: 'text/csv' })
  return { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }, body }
}

const saved = ({ profile, ...row }: { id: string; name: string; profile: unknown; at: string }) => ({
  ...row,
  profile: Profile.parse(profile),
})

export const importRoutes = (files: FileStore) =>
  os.router({
    upload: os.upload.handler(({ input, context }) => upload(context, files, input.file)),
    preview: os.preview.handler(({ input, context }) => preview(context, input)),
    start: os.start.handler(({ input, context }) => start(context, input)),
    list: os.list.handler(async ({ input: { after, limit }, context }) => {
      const rows = await runs.listRuns(context, kind, after, limit + 1)
      const items = rows.slice(0, limit).map(shown)
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    }),
    get: os.get.handler(async ({ input, context }) => shown(await getRun(context, input.id))),
    reopen: os.reopen.handler(({ input, context }) => reopen(context, files, input.id)),
    faults: os.faults.handler(({ input, context }) => faultFile(context, files, input.id)),
    profiles: os.profiles.handler(async ({ context }) => ({
      items: (await runs.listProfiles(context, kind)).map(saved),
    })),
    saveProfile: os.saveProfile.handler(async ({ input, context }) => {
      const row = saved(await runs.saveProfile(context, kind, input.profile))
      await record(context, 'importProfile.save', { kind: 'importProfile', id: row.id }, { after: row })
      return row
    }),
    deleteProfile: os.deleteProfile.handler(async ({ input, context }) => {
      if (!(await runs.deleteProfile(context, kind, input.id))) throw new NotFound('profile')
      await record(context, 'importProfile.delete', { kind: 'importProfile', id: input.id })
      return input
    }),
  })
