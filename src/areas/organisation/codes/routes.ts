/** Code tables: from contract to store. */
import { implement } from '@orpc/server'
import type { z } from 'zod'
import { propsOf } from '../../../kernel/codes.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import { codeContract } from './contract.ts'
import * as store from './store.ts'

const os = implement(codeContract).$context<Context>()

/** A code's row has no id of its own: the ledger knows it by the district's, and by its key in the change. */
const subjectOf = (id: string) => ({ kind: 'code', id })

async function demandTable(context: Context, key: string): Promise<void> {
  if (!(await store.findTable(context, key))) throw new NotFound('code table')
}

/** What the properties of a table's entries must hold, by the table's key: each area says it of its own tables. */
export type CodeShapes = Readonly<Record<string, z.ZodType>>

export const codeRoutes = (shapes: CodeShapes) =>
  os.router({
    tables: os.tables.handler(async ({ context }) => ({ items: await store.tables(context) })),
    list: os.list.handler(async ({ input, context }) => {
      await demandTable(context, input.table)
      return { items: await store.list(context, input.table) }
    }),
    save: os.save.handler(async ({ input, context }) => {
      if (!(await store.lockTable(context, input.table))) throw new NotFound('code table')
      const entries = await store.list(context, input.table)
      // An entry of another shape would stop whatever reads the table.
      const shape = shapes[input.table]
      if (shape) propsOf(shape, input.table, input)
      if (input.until <= input.from) throw new RuleViolation('ends-before-it-begins', {})
      if (input.parent !== null && !entries.some(({ code }) => code === input.parent && code !== input.code))
        throw new RuleViolation('no-such-parent', { parent: input.parent })
      const others = entries.filter(({ code, from }) => code === input.code && from !== input.from)
      if (others.some(({ from, until }) => input.from < until && from < input.until))
        throw new RuleViolation('days-overlap', { code: input.code })
      const before = entries.find(({ code, from }) => code === input.code && from === input.from)
      await store.save(context, input)
      const after = { ...input, edited: true }
      await record(context, 'code.save', subjectOf(context.actor.account), { before, after })
      return after
    }),
  })
