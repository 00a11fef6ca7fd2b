/** All forms by their key. A rule. */
import { majorOrder, release, seal } from './forms/brigade.ts'
import { complaint, complaintResult } from './forms/complaints.ts'
import { extensionGranted, extensionRefused } from './forms/extensions.ts'
import type { PaperForm } from './forms/form.ts'
import { inspection } from './forms/inspection.ts'
import { orderAtOnce, orderByTerm } from './forms/orders.ts'
import { recheck } from './forms/recheck.ts'
import { referral } from './forms/referral.ts'
import { seriousReport } from './forms/serious.ts'
import { serviceReturn } from './forms/service-return.ts'
import type { FormKey } from './record-contract.ts'

export const forms: Readonly<Record<FormKey, PaperForm>> = {
  inspection,
  orderAtOnce,
  orderByTerm,
  recheck,
  extensionGranted,
  extensionRefused,
  referral,
  seriousReport,
  complaint,
  complaintResult,
  majorOrder,
  seal,
  release,
  serviceReturn,
}
