/** The ledger as the audit administrator reads it: who did what and when, never the business content. */
import { implement } from '@orpc/server'
import { endOf, startOf } from '../../../kernel/calendar.ts'
import type { Context } from '../../../platform/context.ts'
import { entries, record } from '../../../platform/ledger/store.ts'
import { verify } from '../../../platform/ledger/verify.ts'
import { auditContract } from './contract.ts'

const os = implement(auditContract).$context<Context>()

/** What administrators do. A reason given for anything else may tell of a case, a place or a person. */
const administered = ['account', 'person', 'post', 'body', 'area', 'district', 'code']

export const auditRoutes = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const { after, limit, from, to, ...filter } = input
    const days = { from: from && startOf(from), until: to && endOf(to) }
    const rows = await entries(context, { ...filter, ...days }, after ? Number(after) : undefined, limit + 1)
    const items = rows.slice(0, limit).map(({ seq, account, actorName, before, after: _, note, ...entry }) => ({
      ...entry,
      note: administered.includes(entry.kind) ? note : null,
      actor: actorName,
    }))
    return { items, next: rows.length > limit ? String(rows[limit - 1]?.seq) : null }
  }),
  verify: os.verify.handler(async ({ context }) => {
    const verdict = await verify(context.tx, context.district)
    await record(context, 'ledger.verify', { kind: 'account', id: context.actor.account }, { after: verdict })
    return verdict
  }),
})
