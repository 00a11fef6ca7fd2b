/** The record of a place as a document to be printed and kept (一户一档): what may be asked. */
import { z } from 'zod'
import { area, ById } from '../../../kernel/contract.ts'

export const documentContract = area
  .route({
    method: 'GET',
    path: '/{id}/document',
    summary: 'All that is known of it, as a Word file or a page to print; logged',
    outputStructure: 'detailed',
  })
  .meta({ may: 'premises.read' })
  .input(ById.extend({ format: z.enum(['docx', 'html']).default('docx') }))
  .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() }))
