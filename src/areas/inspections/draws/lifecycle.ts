/** The acts of a draw, as a table: what was published cannot be changed, what was drawn cannot be drawn again. */
import type { Acts } from '../../../kernel/lifecycle.ts'
import type { Draw } from './contract.ts'

interface Acting {
  by: string
}
export interface DrawInputs {
  exclude: object
  admit: object
  recuse: object
  publish: Acting
  draw: Acting
  void: Acting & { reason: string }
}

const law = 'house'

export const drawActs: Acts<Draw, DrawInputs> = {
  exclude: { law, from: ['prepared'] },
  admit: { law: 'gbf54', from: ['prepared'] },
  recuse: { law, from: ['prepared'] },
  publish: {
    law,
    from: ['prepared'],
    to: 'published',
    unless: {
      'nothing-to-draw': ({ toDraw }) => toDraw === 0,
      'source-not-ahead': ({ source }, _input, at) => source.at <= at.instant,
    },
    sets: (_draw, { by }, at) => ({ publishedBy: by, publishedAt: at.instant }),
  },
  draw: {
    law,
    from: ['published'],
    to: 'drawn',
    unless: { 'before-the-instant': ({ source }, _input, at) => at.instant < source.at },
    sets: (_draw, { by }, at) => ({ drawnBy: by, drawnAt: at.instant }),
  },
  void: {
    law,
    from: ['prepared', 'published', 'drawn'],
    to: 'voided',
    sets: (_draw, { by, reason }, at) => ({ voidReason: reason, voidedBy: by, voidedAt: at.instant }),
  },
}
