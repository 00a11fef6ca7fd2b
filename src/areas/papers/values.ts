/** What is filled in, by form: for the areas whose records fill papers in. */
import type { MajorOrder, Release, Seal } from './forms/brigade.ts'
import type { Complaint, ComplaintResult } from './forms/complaints.ts'
import type { Granted, Refused } from './forms/extensions.ts'
import type { Inspection } from './forms/inspection.ts'
import type { AtOnce, ByTerm } from './forms/orders.ts'
import type { Recheck } from './forms/recheck.ts'
import type { Referral } from './forms/referral.ts'
import type { SeriousReport } from './forms/serious.ts'
import type { ServiceReturn } from './forms/service-return.ts'
import type { FormKey } from './record-contract.ts'

interface Values {
  inspection: Inspection
  orderAtOnce: AtOnce
  orderByTerm: ByTerm
  recheck: Recheck
  extensionGranted: Granted
  extensionRefused: Refused
  referral: Referral
  seriousReport: SeriousReport
  complaint: Complaint
  complaintResult: ComplaintResult
  majorOrder: MajorOrder
  seal: Seal
  release: Release
  serviceReturn: ServiceReturn
}
export type PaperValues = { readonly [F in FormKey]: Values[F] }

/** Whom a paper is made out to. */
export type Party = AtOnce['party']
