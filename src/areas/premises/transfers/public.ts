/** What other parts of the register may ask of transfers. */
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'

export const openTransfersOf = store.openOf

/**
 * Refuses where one of these records is offered to another body and not yet answered. The caller has locked them, so
 * nobody offers one meanwhile.
 */
export async function demandNoOpenTransfer(context: Context, premises: readonly string[]): Promise<void> {
  const open = await store.openOf(context, premises)
  if (open.length > 0) throw new RuleViolation('transfer-open', { premises: open, law: '120-3' })
}
