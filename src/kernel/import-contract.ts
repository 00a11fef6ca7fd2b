/** Importing records of an area from a file: upload, map, try, do. What may be asked, for any area that imports. */
import { z } from 'zod'
import { area, ById, Id, Instant, listOf, PageQuery, page } from './contract.ts'
import { Profile } from './layout.ts'

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
  rowsKept: z.int().describe('rows that would have changed a record, and whose change nobody approved'),
  progress: z.number().min(0).max(1),
  message: z.object({ zh: z.string(), en: z.string() }).nullable(),
  faults: z.array(Fault).describe('the first 100; all of them are in the file of bad rows'),
  faultFile: z.boolean(),
  by: z.string(),
  askedAt: Instant,
  endedAt: Instant.nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** A value as a layout's column holds it; null is unknown. */
export const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type Value = z.infer<typeof Value>

/** What the first rows become by a mapping, under way or done. */
export const Preview = z.object({
  rows: z.array(
    z.object({
      values: z.record(z.string(), Value).describe('by the key of our column; null is unknown'),
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

export const SavedProfile = z.object({
  id: Id,
  name: z.string(),
  profile: Profile,
  at: Instant,
  own: z.boolean().describe('may be saved over and forgotten by whoever asks'),
})

/** A value as a record holds it. */
const Recorded = z.union([Value, z.array(z.string())])

/** A record that an import would change, and how. */
export const Change = z.object({
  id: Id,
  line: z.int(),
  no: z.string(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: Recorded, after: Recorded })),
})
export type Change = z.infer<typeof Change>

const Ids = z.array(Id).max(10_000)
/** Which of the changes that a trial listed a person approved: all of them, but for some or only some. */
export const Approval = z.object({
  except: Ids.default([]).describe('records that are left as they are'),
  only: Ids.optional().describe('where it is given, no other record is changed'),
})
export type Approval = z.infer<typeof Approval>

/** Routes that every import has; `may` is the permission that they need. */
const importRoutes = (may: string) => ({
  upload: area
    .route({ method: 'POST', path: '/files', summary: 'Bring a file: CSV, XLSX or JSON Lines' })
    // The same bytes are kept once, however often they come.
    .meta({ may, repeatable: true })
    .input(z.object({ file: z.file() }))
    .output(Upload),
  preview: area
    .route({
      method: 'POST',
      path: '/preview',
      summary: 'What some rows become by a mapping that may be unfinished; writes nothing',
    })
    .meta({ may })
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
    .meta({ may })
    .input(z.object({ file: Id, profile: Profile, dryRun: z.boolean(), skipBad: z.boolean() }))
    .output(ImportRun),
  list: area
    .route({ method: 'GET', path: '/', summary: 'Imports, newest first' })
    .meta({ may })
    .input(PageQuery)
    .output(page(ImportRun)),
  get: area
    .route({ method: 'GET', path: '/{id}', summary: 'An import and its progress' })
    .meta({ may })
    .input(ById)
    .output(ImportRun),
  reopen: area
    .route({ method: 'GET', path: '/{id}/file', summary: 'The file of an import again, with the mapping it used' })
    .meta({ may })
    .input(ById)
    .output(Upload),
  faults: area
    .route({ method: 'GET', path: '/{id}/faults', summary: 'Every bad row, as a file', outputStructure: 'detailed' })
    .meta({ may })
    .input(ById)
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  profiles: area
    .route({ method: 'GET', path: '/profiles', summary: 'Saved ways of reading foreign files' })
    .meta({ may })
    .output(listOf(SavedProfile)),
  saveProfile: area
    .route({ method: 'PUT', path: '/profiles', summary: 'Save a way of reading under its name' })
    .meta({ may })
    .input(z.object({ profile: Profile }))
    .output(SavedProfile),
  deleteProfile: area
    .route({ method: 'DELETE', path: '/profiles/{id}', summary: 'Forget a saved way' })
    .meta({ may })
    .input(ById)
    .output(ById),
})

/** Routes of an import that changes no record unless a person has seen the change. */
const approvalRoutes = (may: string) => ({
  changes: area
    .route({ method: 'GET', path: '/{id}/changes', summary: 'What a trial would change, record by record' })
    .meta({ may })
    .input(
      ById.extend({
        after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
        limit: PageQuery.shape.limit,
      }),
    )
    .output(page(Change).extend({ total: z.int() })),
  approve: area
    .route({
      method: 'POST',
      path: '/{id}/approve',
      summary: 'Import what a trial read, with those of its changes that are approved here; all others are left out',
    })
    .meta({ may })
    .input(ById.extend({ skipBad: z.boolean(), ...Approval.shape }))
    .output(ImportRun),
})

/** The import of an area, below the area's own path. */
export const importContractOf = ({ may }: { may: string }) =>
  area.prefix('/imports').tag('imports').router(importRoutes(may))

/** An import that changes only what a person approved after a trial: `start` alone brings in what is new. */
export const approvedImportContractOf = ({ may }: { may: string }) =>
  area
    .prefix('/imports')
    .tag('imports')
    .router({ ...importRoutes(may), ...approvalRoutes(may) })

export type ImportContract = ReturnType<typeof importContractOf>
export type ApprovedImportContract = ReturnType<typeof approvedImportContractOf>
