/** Importing records of an area: from contract to the file store, the runs and the queue. */
import { openAsBlob } from 'node:fs'
import { implement } from '@orpc/server'
import {
  type ApprovedImportContract,
  Change,
  Fault,
  type ImportContract,
  type ImportRun,
  type Upload,
} from '../../kernel/import-contract.ts'
import { type Column, Profile } from '../../kernel/layout.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../context.ts'
import { type FileStore, findOwnFile, rememberFile } from '../files/files.ts'
import { addJob } from '../jobs/jobs.ts'
import { record } from '../ledger/store.ts'
import { countChanges, listChanges } from './changes.ts'
import { FileFault } from './faults.ts'
import type { ApprovedTrial, Importer } from './importer.ts'
import { lookAt } from './look.ts'
import { previewOf } from './preview.ts'
import * as runs from './runs.ts'

/** Keeps a file and says what it looks like; a file that is no table is refused in words. */
async function upload<C extends readonly Column[]>(
  context: Context,
  { layout }: Importer<C>,
  files: FileStore,
  file: File,
): Promise<Upload> {
  const kept = await files.put(file.stream())
  const id = await rememberFile(context, { ...kept, name: file.name, mediaType: file.type })
  try {
    const { proposal, ...found } = await lookAt(await files.local(kept.sha256), layout)
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

type Found = NonNullable<Awaited<ReturnType<typeof runs.findRun>>>
type Reading = Pick<Importer<readonly Column[]>, 'kind' | 'reveal'>

/** Whether the actor may read the rows that were brought: their own, or another's where they may see whom these name. */
const mayRead = ({ actor }: Context, { reveal }: Reading, { account }: Found): boolean =>
  account === actor.account || reveal === undefined || actor.permissions.includes(reveal)

function shown(context: Context, importer: Reading, found: Found): ImportRun {
  const { kind, state, message, faults, faultFile, by, sha256, account, file, profile, approval, ...run } = found
  const readable = mayRead(context, importer, found)
  return {
    ...run,
    state: state as ImportRun['state'],
    message: message as ImportRun['message'],
    faults: Fault.array()
      .parse(faults ?? [])
      .map((fault) => (readable ? fault : { ...fault, value: '' })),
    faultFile: faultFile !== null && readable,
    by: by ?? '',
  }
}

/** A run whose rows the actor may read. That they read another's is remembered, where it names people. */
async function getReadable(context: Context, importer: Reading, id: string): Promise<Found> {
  const run = await getRun(context, importer.kind, id)
  if (!mayRead(context, importer, run)) throw new NotFound('file')
  if (importer.reveal !== undefined && run.account !== context.actor.account)
    await record(context, 'import.read', { kind: 'import', id }, { after: { file: run.fileName } })
  return run
}

async function getRun(context: Context, kind: string, id: string): Promise<Found> {
  const run = await runs.findRunSeen(context, kind, id)
  if (!run) throw new NotFound('import')
  return run
}

interface Order {
  readonly file: string
  readonly profile: Profile
  readonly dryRun: boolean
  readonly skipBad: boolean
  readonly approval?: ApprovedTrial
}

async function start(context: Context, importer: Reading, order: Order): Promise<ImportRun> {
  const file = await findOwnFile(context, order.file)
  if (!file) throw new NotFound('file')
  const { kind } = importer
  const id = await runs.createRun(context, { kind, ...order, fileName: file.name })
  await record(context, 'import.ask', { kind: 'import', id }, { after: { ...order, sha256: file.sha256 } })
  await addJob(context, runs.jobOf(kind), { district: context.district, run: id }, runs.jobKeyOf(id))
  return shown(context, importer, await getRun(context, kind, id))
}

/** The file looked at again, with the mapping it was read by: a run that ended badly is taken up where it was. */
async function reopen<C extends readonly Column[]>(
  context: Context,
  importer: Importer<C>,
  files: FileStore,
  id: string,
): Promise<Upload> {
  const { layout } = importer
  const { file, sha256, fileName, profile } = await getReadable(context, importer, id)
  if (!file || !sha256) throw new NotFound('file')
  const used = Profile.nullable().parse(profile)
  const { proposal, ...found } = await lookAt(await files.local(sha256), layout, used?.read)
  return { file, name: fileName, ...found, proposal: used ?? proposal }
}

async function faultFile(context: Context, importer: Reading, files: FileStore, id: string) {
  const run = await getReadable(context, importer, id)
  const file = run.faultFile ? await findOwnFile(context, run.faultFile) : undefined
  if (!file) throw new NotFound('file')
  const body = new File([await openAsBlob(await files.local(file.sha256))], file.name, { type: 'text/csv' })
  return { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }, body }
}

const saved = ({ profile, ...row }: { id: string; name: string; profile: unknown; at: string; own: boolean }) => ({
  ...row,
  profile: Profile.parse(profile),
})

/** The handlers of an area's `importContractOf`. */
export function importRoutesOf<C extends readonly Column[]>(
  contract: ImportContract,
  importer: Importer<C>,
  files: FileStore,
) {
  const os = implement(contract).$context<Context>()
  const { kind } = importer
  return {
    upload: os.upload.handler(({ input, context }) => upload(context, importer, files, input.file)),
    preview: os.preview.handler(async ({ input, context }) => {
      const lookups = await importer.lookups(context)
      return previewOf({ ...importer, lookups, now: context.at.instant }, input)
    }),
    start: os.start.handler(({ input, context }) => start(context, importer, input)),
    list: os.list.handler(async ({ input: { after, limit }, context }) => {
      const rows = await runs.listRuns(context, kind, after, limit + 1)
      const items = rows.slice(0, limit).map((row) => shown(context, importer, row))
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    }),
    get: os.get.handler(async ({ input, context }) => shown(context, importer, await getRun(context, kind, input.id))),
    reopen: os.reopen.handler(({ input, context }) => reopen(context, importer, files, input.id)),
    faults: os.faults.handler(({ input, context }) => faultFile(context, importer, files, input.id)),
    profiles: os.profiles.handler(async ({ context }) => ({
      items: (await runs.listProfiles(context, kind)).map(saved),
    })),
    saveProfile: os.saveProfile.handler(async ({ input, context }) => {
      const kept = await runs.saveProfile(context, kind, input.profile)
      if (!kept) throw new RuleViolation('profile-of-another', { name: input.profile.name })
      const row = saved(kept)
      await record(context, 'importProfile.save', { kind: 'importProfile', id: row.id }, { after: row })
      return row
    }),
    deleteProfile: os.deleteProfile.handler(async ({ input, context }) => {
      if (!(await runs.deleteProfile(context, kind, input.id))) throw new NotFound('profile')
      await record(context, 'importProfile.delete', { kind: 'importProfile', id: input.id })
      return input
    }),
  }
}

/** A trial that has ended: only its changes can be looked through. */
async function getTrial(context: Context, kind: string, id: string): Promise<Found> {
  const run = await getRun(context, kind, id)
  if (!run.dryRun || run.state !== 'done') throw new NotFound('trial')
  return run
}

/** The handlers of an area's `approvedImportContractOf`. */
export function approvedImportRoutesOf<C extends readonly Column[]>(
  contract: ApprovedImportContract,
  importer: Importer<C>,
  files: FileStore,
) {
  const os = implement(contract).$context<Context>()
  const { kind } = importer
  return {
    ...importRoutesOf(contract, importer, files),
    changes: os.changes.handler(async ({ input: { id, after = 0, limit }, context }) => {
      await getTrial(context, kind, id)
      const rows = await listChanges(context, id, after, limit + 1)
      const items = Change.array().parse(rows.slice(0, limit))
      const next = rows.length > limit ? String(items.at(-1)?.line) : null
      return { items, next, total: await countChanges(context, id) }
    }),
    approve: os.approve.handler(async ({ input: { id, skipBad, ...approved }, context }) => {
      const { file, profile } = await getTrial(context, kind, id)
      if (!file) throw new NotFound('file')
      const approval = { trial: id, ...approved }
      return start(context, importer, { file, profile: Profile.parse(profile), dryRun: false, skipBad, approval })
    }),
  }
}
