/** The acts of a transfer, and what they do to its record, as tables. */
import type { Acts } from '../../../kernel/lifecycle.ts'
import type { Premises, SupervisorKind } from '../record-contract.ts'
import { groundsOf } from '../supervision/rules.ts'
import type { Transfer } from './contract.ts'

/** Who answers, and for which body. */
interface Answering {
  body: string
  by: string
}
export interface TransferInputs {
  accept: Answering
  return: Answering & { reason: string }
  withdraw: Answering & { reason?: string | undefined }
}

const notReceiver = { 'not-the-receiver': (transfer: Transfer, { body }: Answering) => transfer.toBody !== body }

export const transferActs: Acts<Transfer, TransferInputs> = {
  accept: {
    law: '120-3',
    from: ['offered'],
    to: 'accepted',
    unless: notReceiver,
    sets: (_transfer, { by }, at) => ({ answeredBy: by, answeredAt: at.instant }),
  },
  return: {
    law: '120-3',
    from: ['offered'],
    to: 'returned',
    unless: notReceiver,
    sets: (_transfer, { by, reason }, at) => ({ answer: reason, answeredBy: by, answeredAt: at.instant }),
  },
  withdraw: {
    law: '120-3',
    from: ['offered'],
    to: 'withdrawn',
    unless: { 'not-the-offerer': (transfer, { body }) => transfer.fromBody !== body },
    sets: (_transfer, { by, reason }, at) => ({ answer: reason ?? null, answeredBy: by, answeredAt: at.instant }),
  },
}

export interface HandOver {
  from: string
  to: string
  toKind: SupervisorKind
}

export const handOverActs: Acts<Premises, { offer: HandOver; transfer: HandOver }> = {
  offer: {
    law: '120-3',
    from: ['open', 'paused'],
    unless: {
      'not-the-supervisor': ({ supervisor }, { from }) => supervisor !== from,
      'transfer-to-itself': ({ supervisor }, { to }) => supervisor === to,
    },
  },
  transfer: {
    law: '120-3',
    from: ['open', 'paused'],
    unless: { 'supervisor-moved': ({ supervisor }, { from }) => supervisor !== from },
    // Two bodies that agreed against the rule have decided: it is proposed anew only when its facts change.
    sets: ({ dueBody, criteria }, { to, toKind }) => ({
      supervisor: to,
      officer: null,
      keptCriteria: dueBody === toKind ? null : groundsOf(dueBody, criteria),
    }),
  },
}
