/** Visits: from contract to rule and store. */
import { implement } from '@orpc/server'
import type { Context } from '../../../platform/context.ts'
import { exportFile } from '../../../platform/exports/file.ts'
import type { FileStore } from '../../../platform/files/files.ts'
import { bringPicture, showPicture } from '../../../platform/files/pictures.ts'
import { record } from '../../../platform/ledger/store.ts'
import { showsHazardPicture } from '../../hazards/public.ts'
import { codeTable, territoryOf } from '../../organisation/public.ts'
import { visitKinds } from '../codes.ts'
import { type VisitFilter, visitContract } from './contract.ts'
import { visitColumns, visitRow } from './export.ts'
import { messages } from './messages.ts'
import * as store from './store.ts'
import { answer, check, submit } from './submitting/public.ts'

const os = implement(visitContract).$context<Context>()

async function exportList(context: Context, { format, ...filter }: VisitFilter & { format: 'csv' | 'xlsx' }) {
  const { bodies } = await territoryOf(context)
  const row = visitRow(await codeTable(context, visitKinds.key), bodies)
  async function* found() {
    for await (const visit of store.each(context, filter)) yield row(visit)
  }
  const columns = visitColumns.map(({ key, kind }) => ({ header: messages.zh.fields[key], kind }))
  const name = `visits-${context.at.day}.${format}`
  const { file, rows } = await exportFile(name, format, columns, found())
  const account = { kind: 'account', id: context.actor.account }
  await record(context, 'visit.export', account, { after: { filter, format, rows } })
  return { headers: { 'content-disposition': `attachment; filename="${name}"` }, body: file }
}

const seesPicture = async (context: Context, id: string): Promise<boolean> =>
  (await store.showsFile(context, id)) || (await showsHazardPicture(context, id))

export const visitRoutes = ({ files }: { files: FileStore }) =>
  os.router({
    list: os.list.handler(({ input, context }) => store.list(context, input)),
    counts: os.counts.handler(({ input, context }) => store.counts(context, input)),
    get: os.get.handler(({ input, context }) => answer(context, input.id)),
    check: os.check.handler(({ input, context }) => check(context, input)),
    submit: os.submit.handler(({ input, context }) => submit(context, input)),
    bringFile: os.bringFile.handler(({ input, context }) => bringPicture(context, files, input.file)),
    file: os.file.handler(({ input, context }) => showPicture(context, files, input.id, seesPicture)),
    export: os.export.handler(({ input, context }) => exportList(context, input)),
  })
