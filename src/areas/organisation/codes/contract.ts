/** Code tables with effective dates: what may be asked. */
import { z } from 'zod'
import { area, Day, listOf } from '../../../kernel/contract.ts'

export const Code = z.object({
  table: z.string(),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  zh: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(160),
  parent: z.string().nullable(),
  from: Day.describe('first day on which it holds'),
  until: Day.describe('first day on which it holds no more'),
  props: z.record(z.string(), z.unknown()),
  edited: z.boolean().describe('changed by the district: a new release leaves it alone'),
})
export type Code = z.infer<typeof Code>

export const codeContract = area
  .prefix('/codes')
  .tag('codes')
  .router({
    tables: area
      .route({ method: 'GET', path: '/', summary: 'The code tables' })
      .meta({ may: 'codes.read' })
      .output(listOf(z.object({ key: z.string(), zh: z.string(), en: z.string(), entries: z.int() }))),
    list: area
      .route({ method: 'GET', path: '/{table}', summary: 'The entries of a table, in their order, of all times' })
      .meta({ may: 'codes.read' })
      .input(z.object({ table: z.string() }))
      .output(listOf(Code)),
    save: area
      .route({ method: 'PUT', path: '/{table}/{code}', summary: 'Add or change an entry from a day on' })
      .meta({ may: 'codes.write' })
      .input(Code.omit({ edited: true }))
      .output(Code),
  })
