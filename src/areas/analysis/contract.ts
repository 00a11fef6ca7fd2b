/** The analysis of a period (形势分析): what may be asked of this area. */
import { z } from 'zod'
import { area, ById, Day, Id, Instant, PageQuery, page, Reason } from '../../kernel/contract.ts'
import { periodFault } from '../../kernel/periods.ts'
import { Incident, IncidentQuery } from '../incidents/contract.ts'
import { Figures, rangeKeys } from './figures/contract.ts'
import { indicatorKeys } from './figures/indicators.ts'
import { Document, ParagraphState } from './text/contract.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** 2026 · 2026H1 · 2026Q2 · 2026-06 · 2026-04-10..2026-05-09 */
const PeriodKey = z
  .string()
  .max(30)
  .superRefine((key, context) => {
    const fault = periodFault(key)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
const AnalysisState = z.enum(['draft', 'issued'])

export const AnalysisItem = z.object({
  id: Id,
  period: z.object({ key: z.string(), from: Day, to: Day, label: Words }),
  edition: z.int().describe('1 for the first of its period; a later issued one supersedes those before'),
  state: AnalysisState,
  chosen: z.string().nullable(),
  draftedBy: z.string(),
  draftedAt: Instant,
  issuedBy: z.string().nullable(),
  issuedAt: Instant.nullable(),
  superseded: z.boolean(),
})
export type AnalysisItem = z.infer<typeof AnalysisItem>

export const Verdict = z.object({
  proposed: z.string(),
  rule: z.string(),
  ruleWords: Words,
  chosen: z.string().nullable(),
  reason: z.string().nullable().describe('why it differs from the proposal'),
  chosenBy: z.string().nullable(),
  chosenAt: Instant.nullable(),
  moved: z.boolean().describe('the proposal has changed since a person chose'),
})

export const Analysis = AnalysisItem.extend({
  version: z.int(),
  named: z.boolean().describe('internal version; else the meeting version, in which no station is named'),
  verdict: Verdict,
  figures: Figures,
  document: Document,
  paragraphs: z.array(ParagraphState),
  digest: z.string().describe('of the figures and the text; issuing sends the one that was seen'),
  ledger: z
    .object({ position: z.int().nullable(), seq: z.int() })
    .nullable()
    .describe('where the ledger stood at issue'),
})
export type Analysis = z.infer<typeof Analysis>

/** A figure that present records would give otherwise than the issued analysis gives it. */
export const FigureShift = z.object({
  range: z.enum(rangeKeys),
  key: z.enum(indicatorKeys),
  name: Words,
  issued: z.number().nullable(),
  now: z.number().nullable(),
  difference: z.number().nullable(),
})
export type FigureShift = z.infer<typeof FigureShift>
export const RecordShift = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  id: Id,
  incidentNo: z.string(),
  receivedOn: Day,
  changes: z.array(z.object({ field: z.string(), issued: z.unknown(), now: z.unknown() })),
})
export type RecordShift = z.infer<typeof RecordShift>
export const Revisions = z.object({
  counts: z.object({ added: z.int(), removed: z.int(), changed: z.int() }),
  records: z.array(RecordShift).describe("at most 500, newest first, of the actor's reach"),
  figures: z.array(FigureShift),
  paragraphs: z.array(z.object({ key: z.string(), issued: z.string().nullable(), now: z.string().nullable() })),
})
export type Revisions = z.infer<typeof Revisions>

const read = { may: 'analysis.read' }
const named = { may: 'analysis.readNamed' }
const draft = { may: 'analysis.draft' }
const seen = ById.extend({ version: z.int().describe('the version seen') })
const File = z.object({ headers: z.record(z.string(), z.string()), body: z.file() })
const Format = ById.extend({ format: z.enum(['docx', 'html', 'json']) })

export const analysisContract = area
  .prefix('/analysis')
  .tag('analysis')
  .router({
    live: area
      .route({ method: 'GET', path: '/live', summary: 'The figures of any period, counted now within reach' })
      .meta(read)
      .input(z.object({ period: PeriodKey }))
      .output(z.object({ figures: Figures, analyses: z.array(AnalysisItem) })),
    list: area
      .route({ method: 'GET', path: '/', summary: 'Analyses, newest first; drafts for those who draft' })
      .meta(read)
      .input(PageQuery.extend({ period: PeriodKey.optional(), state: AnalysisState.optional() }))
      .output(page(AnalysisItem)),
    create: area
      .route({ method: 'POST', path: '/', summary: 'Begin the analysis of a period' })
      .meta(draft)
      .input(z.object({ period: PeriodKey }))
      .output(Analysis),
    get: area
      .route({ method: 'GET', path: '/{id}', summary: 'An analysis, meeting version: no station is named' })
      .meta(read)
      .input(ById)
      .output(Analysis),
    getNamed: area
      .route({ method: 'GET', path: '/{id}/named', summary: 'An analysis, internal version: stations are named' })
      .meta(named)
      .input(ById)
      .output(Analysis),
    chooseVerdict: area
      .route({
        method: 'POST',
        path: '/{id}/choose-verdict',
        summary: 'Confirm the proposed verdict, or another with a reason',
      })
      .meta({ may: 'analysis.issue' })
      .input(seen.extend({ verdict: z.string().max(40), reason: Reason.nullable().default(null) }))
      .output(Analysis),
    editParagraph: area
      .route({
        method: 'POST',
        path: '/{id}/edit-paragraph',
        summary: 'Write a paragraph by hand; kept when figures move',
      })
      .meta(draft)
      .input(seen.extend({ paragraph: z.string().max(80), text: z.string().trim().min(1).max(4000) }))
      .output(Analysis),
    resetParagraph: area
      .route({ method: 'POST', path: '/{id}/reset-paragraph', summary: 'Go back to the generated paragraph' })
      .meta(draft)
      .input(seen.extend({ paragraph: z.string().max(80) }))
      .output(Analysis),
    discard: area
      .route({
        method: 'POST',
        path: '/{id}/discard',
        summary: 'Discard a draft, with a reason; the ledger keeps what it was',
      })
      .meta(draft)
      .input(seen.extend({ reason: Reason }))
      .output(ById),
    issue: area
      .route({ method: 'POST', path: '/{id}/issue', summary: 'Issue (印发): figures, text and records are frozen' })
      .meta({ may: 'analysis.issue' })
      .input(seen.extend({ digest: z.string().max(64).describe('of what was seen') }))
      .output(Analysis),
    revisions: area
      .route({ method: 'GET', path: '/{id}/revisions', summary: 'What present records would give otherwise' })
      .meta(read)
      .input(ById)
      .output(Revisions),
    records: area
      .route({
        method: 'GET',
        path: '/{id}/records',
        summary: 'The records that an issued analysis counted, as they were',
      })
      .meta(read)
      .input(IncidentQuery.extend({ id: Id }))
      .output(page(Incident)),
    document: area
      .route({
        method: 'GET',
        path: '/{id}/document',
        summary: 'The meeting version as a file; logged',
        outputStructure: 'detailed',
      })
      .meta(read)
      .input(Format)
      .output(File),
    documentNamed: area
      .route({
        method: 'GET',
        path: '/{id}/document-named',
        summary: 'The internal version as a file; logged',
        outputStructure: 'detailed',
      })
      .meta(named)
      .input(Format)
      .output(File),
  })
