/** Importing incidents from a file: upload, map, try, do. What may be asked. */
import { z } from 'zod'
import { area, ById, Id, Instant, listOf, PageQuery, page } from '../../../kernel/contract.ts'
import { Profile } from '../../../kernel/layout.ts'

/** What was found in an uploaded file before anything is read into the register. */
export const Upload = z.object({
  file: Id,
  name: z.string(),
  bytes: z.int(),
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())).describe('the first rows, cell by cell'),
  values: z
    .record(z.string(), z.array(z.string()))
    .describe('per header, the distinct values of the first rows, at most 60'),
  proposal: Profile,
})
export type Upload = z.infer<typeof Upload>

export const Fault = z.object({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  rule: z.string(),
  zh: z.string(),
  en: z.string(),
})
export type Fault = z.infer<typeof Fault>

export const ImportRun = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'refused', 'interrupted']),
  fileName: z.string(),
  dryRun: z.boolean(),
  skipBad: z.boolean(),
  rowsRead: z.int(),
  rowsBad: z.int(),
  rowsNew: z.int(),
  rowsChanged: z.int(),
  rowsSame: z.int(),
  progress: z.number().min(0).max(1),
  message: z.object({ zh: z.string(), en: z.string() }).nullable(),
  faults: z.array(Fault).describe('the first 100; all of them are in the file of bad rows'),
  faultFile: z.boolean(),
  by: z.string(),
  askedAt: Instant,
  endedAt: Instant.nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** What the first rows become by a mapping, under way or done. */
export const Preview = z.object({
  rows: z.array(
    z.object({
      values: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .describe('by the key of our column; null is unknown'),
      faults: z.array(
        z.object({
          key: z.string().describe('of our column; empty where the row as a whole is no good'),
          zh: z.string(),
          en: z.string(),
          blank: z.boolean().describe('the mapping lets it count as unknown'),
        }),
      ),
    }),
  ),
  problem: z.object({ zh: z.string(), en: z.string() }).nullable().describe('of the mapping as a whole'),
})
export type Preview = z.infer<typeof Preview>

export const SavedProfile = z.object({ id: Id, name: z.string(), profile: Profile, at: Instant })

const may = { may: 'incidents.import' }

export const importContract = area
  .prefix('/imports')
  .tag('imports')
  .router({
    upload: area
      .route({ method: 'POST', path: '/files', summary: 'Bring a file: CSV, XLSX or JSON Lines' })
      // The same bytes are kept once, however often they come.
      .meta({ ...may, repeatable: true })
      .input(z.object({ file: z.file() }))
      .output(Upload),
    preview: area
      .route({
        method: 'POST',
        path: '/preview',
        summary: 'What some rows become by a mapping that may be unfinished; writes nothing',
      })
      .meta(may)
      .input(
        z.object({
          headers: z.array(z.string()).max(2000),
          rows: z.array(z.array(z.string())).max(50),
          profile: Profile,
        }),
      )
      .output(Preview),
    start: area
      .route({
        method: 'POST',
        path: '/',
        summary: 'Read the file: a trial, or for good. All or nothing unless skipBad',
      })
      .meta(may)
      .input(z.object({ file: Id, profile: Profile, dryRun: z.boolean(), skipBad: z.boolean() }))
      .output(ImportRun),
    list: area
      .route({ method: 'GET', path: '/', summary: 'Imports, newest first' })
      .meta(may)
      .input(PageQuery)
      .output(page(ImportRun)),
    get: area
      .route({ method: 'GET', path: '/{id}', summary: 'An import and its progress' })
      .meta(may)
      .input(ById)
      .output(ImportRun),
    reopen: area
      .route({ method: 'GET', path: '/{id}/file', summary: 'The file of an import again, with the mapping it used' })
      .meta(may)
      .input(ById)
      .output(Upload),
    faults: area
      .route({ method: 'GET', path: '/{id}/faults', summary: 'Every bad row, as a file', outputStructure: 'detailed' })
      .meta(may)
      .input(ById)
      .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
    profiles: area
      .route({ method: 'GET', path: '/profiles', summary: 'Saved ways of reading foreign files' })
      .meta(may)
      .output(listOf(SavedProfile)),
    saveProfile: area
      .route({ method: 'PUT', path: '/profiles', summary: 'Save a way of reading under its name' })
      .meta(may)
      .input(z.object({ profile: Profile }))
      .output(SavedProfile),
    deleteProfile: area
      .route({ method: 'DELETE', path: '/profiles/{id}', summary: 'Forget a saved way' })
      .meta(may)
      .input(ById)
      .output(ById),
  })
