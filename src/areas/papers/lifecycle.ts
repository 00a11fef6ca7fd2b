/** The life of a paper: issued, served, struck with its number kept. Each row is one act. */
import type { Acts } from '../../kernel/lifecycle.ts'
import { mostScans, type Paper, type ServingMode } from './record-contract.ts'

export interface PaperInputs {
  serve: { on: string; mode: ServingMode; recipientName: string | null; witness: string | null }
  attach: { scans: string[] }
  void: { reason: string }
}

/** Another body's paper is that body's. */
export const paperActs: Acts<Paper, PaperInputs> = {
  serve: {
    law: '120-19',
    from: ['issued'],
    unless: {
      'served-already': ({ served }) => served !== null,
      'day-ahead': (_paper, { on }, at) => on > at.day,
      'before-the-paper': ({ issuedOn }, { on }) => on < issuedOn,
      // 留置送达: that it was left is seen by somebody.
      'witness-wanted': (_paper, { mode, witness }) => mode === 'left' && !witness,
      'recipient-wanted': (_paper, { mode, recipientName }) =>
        (mode === 'direct' || mode === 'agent') && !recipientName,
    },
    sets: (_paper, { on, mode, recipientName, witness }) => ({ served: { on, mode, recipientName, witness } }),
  },
  attach: {
    law: 'house',
    from: ['issued'],
    unless: { 'too-many-scans': ({ scans }, input) => scans.length + input.scans.length > mostScans },
    sets: ({ scans }, input) => ({ scans: [...new Set([...scans, ...input.scans])] }),
  },
  void: {
    law: 'house',
    from: ['issued'],
    to: 'voided',
    sets: (_paper, { reason }, at) => ({ voidReason: reason, voidedAt: at.instant }),
  },
}
