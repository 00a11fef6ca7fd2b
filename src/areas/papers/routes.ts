/** Papers: from contract to rule and store. */
import { implement } from '@orpc/server'
import type { z } from 'zod'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import type { Context } from '../../platform/context.ts'
import { sheetsToDocx } from '../../platform/documents/sheet-docx.ts'
import { sheetsToHtml } from '../../platform/documents/sheet-html.ts'
import type { FileStore } from '../../platform/files/files.ts'
import { bringPicture, ownPictures, showPicture } from '../../platform/files/pictures.ts'
import { handlersOf } from '../../platform/handlers.ts'
import { record } from '../../platform/ledger/store.ts'
import { holdPlace } from '../premises/inspecting/public.ts'
import { paperContract, type TextsInput } from './contract.ts'
import type { Head } from './forms/form.ts'
import { forms } from './forms.ts'
import { type PaperInputs, paperActs } from './lifecycle.ts'
import { headOf, issuePaper } from './public.ts'
import type { FormKey, Paper } from './record-contract.ts'
import { samples } from './samples.ts'
import { seriesRoutes } from './series/routes.ts'
import { sheetsOf } from './sheets.ts'
import * as store from './store.ts'
import { textsInForce, textsOf } from './templates/public.ts'
import { templateRoutes } from './templates/routes.ts'
import { demandSoundTexts } from './templates/rules.ts'

const os = implement(paperContract).$context<Context>()

/** What another body issued is that body's to act on. */
async function lock(context: Context, id: string): Promise<Paper | undefined> {
  const paper = await store.lock(context, id)
  if (paper && paper.body !== context.actor.body) throw new RuleViolation('of-another-body', { paper: id })
  return paper
}
const act = handlersOf<Paper, PaperInputs>('paper', paperActs, { lock, save: store.save })

/** A paper that no other record asks for is about the place itself. */
async function issue(
  context: Context,
  { form, premises, values }: { form: FormKey; premises: string; values: object },
): Promise<Paper> {
  const { id } = await holdPlace(context, premises)
  return issuePaper(context, { form, subject: { kind: 'premises', id }, premises: id, values })
}

/** A head for those whose body issues nothing, so that they see how a form looks too. */
const strangeHead: Head = {
  letterhead: {
    fullName: '（签发机关全称）',
    organ: '',
    station: '',
    reviewBody: '（行政复议机关）',
    court: '有管辖权的人民法院',
  },
  bodyKind: 'station',
  number: null,
  day: null,
  served: null,
}

async function preview(
  context: Context,
  {
    form,
    values,
    texts,
  }: { form: FormKey; values?: object | undefined; texts?: z.infer<typeof TextsInput> | undefined },
) {
  const { bodyKind } = context.actor
  const head = ['brigade', 'station', 'street'].includes(bodyKind) ? await headOf(context) : strangeHead
  const said = texts ? textsOf({ texts }) : await textsInForce(context, form)
  demandSoundTexts(forms[form], said)
  const filled = forms[form].shape.safeParse(values ?? samples[form])
  if (!filled.success) {
    const [fault] = filled.error.issues
    throw new RuleViolation('paper-unsound', { form, field: fault?.path.join('.') ?? '', why: fault?.message ?? '' })
  }
  const stamp = values ? '预览' : '样张'
  return {
    html: sheetsToHtml(sheetsOf({ form, texts: said, values: filled.data, head, copies: ['存档'], stamp })),
  }
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const

async function print(
  context: Context,
  { id, format, copy }: { id: string; format: 'docx' | 'html'; copy?: number | undefined },
) {
  const paper = await store.get(context, id)
  const { form, no, issuedOn, letterhead, bodyKind, served, state } = paper
  const content = await store.contentOf(context, id)
  const head: Head = { letterhead, bodyKind, number: no, day: issuedOn, served }
  const stamp = state === 'voided' ? { stamp: '作废' } : {}
  const written = { form, head, ...content, ...stamp }
  const file = sheetsOf(written, copy === undefined ? undefined : copy - 1)
  const bytes = format === 'docx' ? new Uint8Array(await sheetsToDocx(file)) : sheetsToHtml(file)
  await record(context, 'paper.document', { kind: 'paper', id }, { after: { format, no } })
  const name = encodeURIComponent(`${paper.title} ${no}.${format}`)
  const disposition = `${format === 'docx' ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`
  return {
    headers: { 'content-disposition': disposition },
    body: new File([bytes], `${no}.${format}`, { type: mediaTypes[format] }),
  }
}

async function attach(context: Context, input: { id: string; scans: string[] }): Promise<Paper> {
  const own = await ownPictures(context, input.scans)
  if (input.scans.some((id) => !own.has(id))) throw new RuleViolation('strange-scan', {})
  return act('attach')({ input, context })
}

export const paperRoutes = ({ files }: { files: FileStore }) =>
  os.router({
    series: seriesRoutes,
    templates: templateRoutes,
    list: os.list.handler(({ input, context }) => store.list(context, input)),
    preview: os.preview.handler(({ input, context }) => preview(context, input)),
    bringFile: os.bringFile.handler(({ input, context }) => bringPicture(context, files, input.file)),
    file: os.file.handler(({ input, context }) => showPicture(context, files, input.id, store.hasScan)),
    issue: os.issue.handler(({ input, context }) => issue(context, input)),
    get: os.get.handler(async ({ input, context }) => ({
      paper: await store.get(context, input.id),
      about: await store.aboutOf(context, input.id),
    })),
    document: os.document.handler(({ input, context }) => print(context, input)),
    serve: os.serve.handler(act('serve')),
    attach: os.attach.handler(({ input, context }) => attach(context, input)),
    void: os.void.handler(act('void')),
  })
