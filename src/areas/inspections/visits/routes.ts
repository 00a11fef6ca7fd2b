/** Visits: from contract to rule and store. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import { exportFile } from '../../../platform/exports/file.ts'
import type { FileStore } from '../../../platform/files/files.ts'
import { bringPicture, showPicture } from '../../../platform/files/pictures.ts'
import { record } from '../../../platform/ledger/store.ts'
import { showsHazardPicture } from '../../hazards/public.ts'
import { codeTable, territoryOf } from '../../organisation/public.ts'
import { issuePaper, papersOf } from '../../papers/public.ts'
import { whereaboutsOf } from '../../premises/public.ts'
import { Form } from '../../premises/record-contract.ts'
import type { Item } from '../checklists/contract.ts'
import { checklistOf } from '../checklists/public.ts'
import { visitKinds } from '../codes.ts'
import { type VisitFilter, visitContract } from './contract.ts'
import { visitColumns, visitRow } from './export.ts'
import { messages } from './messages.ts'
import { inspectionValues } from './papers.ts'
import type { Visit } from './record-contract.ts'
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

/** The visit as a paper of the body that made it, filled from what it says. One record stands at a time. */
async function issueRecord(context: Context, id: string) {
  const { visit, found, rechecked } = await answer(context, id)
  if (visit.body !== context.actor.body) throw new RuleViolation('visit-of-another-body', {})
  const standing = (await papersOf(context, 'visit', id)).find(
    ({ form, state }) => form === 'inspection' && state === 'issued',
  )
  if (standing) throw new RuleViolation('record-already', { no: standing.no })
  const place = await whereaboutsOf(context, visit.premises)
  const values = inspectionValues(visit, {
    party: { name: visit.premisesName, address: visit.address, unit: true, person: null, phone: null },
    form: Form.parse(place?.form ?? 'unit'),
    responsible: nobodyNamed,
    manager: nobodyNamed,
    items:
      visit.checklist === null ? [] : (await checklistOf(context, visit.checklist)).items.filter(answeredIn(visit)),
    found,
    rechecked,
  })
  return issuePaper(context, { form: 'inspection', subject: { kind: 'visit', id }, premises: visit.premises, values })
}

/** People of the place are written in by hand: the register tells them for a purpose alone. */
const nobodyNamed = { name: null, phone: null }

const answeredIn =
  ({ answers }: Visit) =>
  ({ code }: Item): boolean =>
    answers.some(({ item }) => item === code)

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
    issueRecord: os.issueRecord.handler(({ input, context }) => issueRecord(context, input.id)),
    export: os.export.handler(({ input, context }) => exportList(context, input)),
  })
