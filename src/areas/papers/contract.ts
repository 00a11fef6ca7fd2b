/** Papers (法律文书): what may be asked of this area. */
import { z } from 'zod'
import {
  area,
  ById,
  Count,
  Day,
  Id,
  Instant,
  Line,
  listOf,
  PageQuery,
  page,
  Reason,
  several,
} from '../../kernel/contract.ts'
import { FormKey, Letterhead, mostScans, Paper, PaperState, Served, Subject } from './record-contract.ts'

export const PaperFilter = z.object({
  q: z.string().max(100).optional().describe('part of the number or of the party’s name'),
  subjectKind: z.string().max(30).optional(),
  subject: Id.optional().describe('with subjectKind: the record that it is about'),
  premises: several(Id).optional(),
  body: several(Id).optional(),
  form: several(FormKey).optional(),
  state: several(PaperState).optional(),
  served: z.stringbool().optional(),
  no: z.string().max(100).optional().describe('the whole number'),
  from: Day.optional().describe('issued on this day or later'),
  until: Day.optional().describe('the last day'),
})
export type PaperFilter = z.infer<typeof PaperFilter>
export const PaperQuery = PaperFilter.extend({
  sort: z.enum(['-issuedAt', 'issuedAt']).default('-issuedAt'),
  ...PageQuery.shape,
})
export type PaperQuery = z.infer<typeof PaperQuery>

/** The fixed texts of a form, as a person types them. */
const part = z.string().max(3000).optional()
export const TextsInput = z.object({
  title: part,
  opening: part,
  demand: part,
  consequences: part,
  remedies: part,
  notes: part,
})

export const templateStates = ['draft', 'inForce', 'past'] as const
export const Template = z.object({
  form: FormKey,
  edition: Count,
  state: z.enum(templateStates),
  texts: TextsInput,
  shipped: z.boolean().describe('as the program brought it'),
  changedBy: z.string(),
  changedAt: Instant,
  inForceAt: Instant.nullable(),
  version: z.int(),
})
export type Template = z.infer<typeof Template>

export const SeriesState = z.object({
  form: FormKey,
  pattern: z.string(),
  usual: z.boolean().describe('the pattern is the usual one'),
  last: Count.describe('the last serial given in the year; 0: none yet'),
  voided: Count,
  next: z.string().describe('the number that the next paper gets'),
})
export const BodySeries = z.object({
  body: Id,
  bodyKind: z.string(),
  name: z.string(),
  letterhead: Letterhead,
  usual: z.boolean().describe('the letterhead is the one that the rule makes'),
  mine: z.boolean().describe('the actor may change it'),
  series: z.array(SeriesState),
})
export type BodySeries = z.infer<typeof BodySeries>

const read = { may: 'papers.read' }
const issue = { may: 'papers.issue' }
const keep = { may: 'papers.keep' }
const act = (path: string, summary: string) =>
  area.route({ method: 'POST', path: `/{id}/${path}`, summary }).meta(issue)
const one = ById.extend({ version: z.int().optional() })
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() })
const Filled = z.record(z.string(), z.unknown()).describe('what is filled in, as the form wants it')

const template = (path: string, summary: string) =>
  area.route({ method: 'POST', path: `/templates/{form}/${path}`, summary }).meta(keep)

export const paperContract = area
  .prefix('/papers')
  .tag('papers')
  .router({
    series: {
      list: area
        .route({
          method: 'GET',
          path: '/series',
          summary: 'The numbers of each body: patterns, the last given, the next',
        })
        .meta(read)
        .input(z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }))
        .output(listOf(BodySeries)),
      set: area
        .route({
          method: 'PUT',
          path: '/series',
          summary: 'Set the pattern of a body’s numbers of a form; empty: the usual',
        })
        .meta(keep)
        .input(z.object({ body: Id, form: FormKey, pattern: Line.max(100) }))
        .output(BodySeries),
      setLetterhead: area
        .route({ method: 'PUT', path: '/letterheads', summary: 'Set how a body calls itself on paper' })
        .meta(keep)
        .input(Letterhead.extend({ body: Id }))
        .output(BodySeries),
    },
    templates: {
      list: area
        .route({ method: 'GET', path: '/templates', summary: 'The texts of each form by edition, the newest first' })
        .meta(read)
        .input(z.object({ form: FormKey.optional() }))
        .output(listOf(Template)),
      draft: template('draft', 'Keep a draft of the next edition')
        .input(z.object({ form: FormKey, texts: TextsInput, version: z.int().nullable() }))
        .output(Template),
      putInForce: template('in-force', 'Put the draft in force: papers are issued by it from now on')
        .input(z.object({ form: FormKey, reason: Reason }))
        .output(Template),
      discard: template('discard', 'Throw the draft away')
        .input(z.object({ form: FormKey }))
        .output(z.object({ form: FormKey })),
    },
    list: area
      .route({ method: 'GET', path: '/', summary: 'Papers by filter, newest first unless sorted' })
      .meta(read)
      .input(PaperQuery)
      .output(page(Paper)),
    preview: area
      .route({ method: 'POST', path: '/preview', summary: 'How a form would look, filled in; writes nothing' })
      .meta({ ...read, repeatable: true })
      .input(
        z.object({
          form: FormKey,
          values: Filled.optional().describe('without any, a sample'),
          texts: TextsInput.optional().describe('a draft of its texts; else those in force'),
        }),
      )
      .output(z.object({ html: z.string() })),
    bringFile: area
      .route({ method: 'POST', path: '/files', summary: 'Bring the scan of a signed paper' })
      .meta({ ...issue, repeatable: true })
      .input(z.object({ file: z.file() }))
      .output(z.object({ file: Id })),
    file: area
      .route({ method: 'GET', path: '/files/{id}', summary: 'The scan of a paper', outputStructure: 'detailed' })
      .meta(read)
      .input(ById)
      .output(file),
    issue: area
      .route({
        method: 'POST',
        path: '/',
        summary: 'Issue a paper about a place by itself; those about other records are issued where the records are',
      })
      .meta(issue)
      .input(z.object({ form: FormKey, premises: Id, values: Filled }))
      .output(Paper),
    get: area
      .route({ method: 'GET', path: '/{id}', summary: 'One paper and all that it is about' })
      .meta(read)
      .input(ById)
      .output(z.object({ paper: Paper, about: z.array(Subject) })),
    document: area
      .route({
        method: 'GET',
        path: '/{id}/document',
        summary: 'The paper as a Word file or a page to print; logged',
        outputStructure: 'detailed',
      })
      .meta(read)
      .input(
        ById.extend({
          format: z.enum(['docx', 'html']).default('docx'),
          copy: z.coerce.number().int().min(1).max(5).optional().describe('one copy alone, 1: the archived one'),
        }),
      )
      .output(file),
    serve: act('serve', 'It has been served (送达)').input(one.extend(Served.shape)).output(Paper),
    attach: act('attach', 'Attach scans of the signed paper')
      .input(one.extend({ scans: z.array(Id).min(1).max(mostScans) }))
      .output(Paper),
    void: act('void', 'Strike it: its number is kept and never given again')
      .input(one.extend({ reason: Reason }))
      .output(Paper),
  })
