/** The acts on what the business register leaves to do, as a table. Newer data end a task too, without a person. */
import type { Act, Acts } from '../../../kernel/lifecycle.ts'
import type { ComparedField } from './comparing/compare.ts'
import type { UpkeepKind, UpkeepTask } from './contract.ts'

interface Reasoned {
  reason: string
}
export interface UpkeepInputs {
  register: { record: UpkeepTask['record'] }
  link: Reasoned & { record: UpkeepTask['record'] }
  adopt: Reasoned & { fields: ComparedField[] }
  close: Reasoned
  dismiss: Reasoned
  restore: Reasoned
}

const onlyOf = (kind: UpkeepKind) => ({ 'other-kind-of-task': (task: UpkeepTask) => task.kind !== kind })
const settled = (settledHow: UpkeepTask['settledHow'], note: string | null, at: { instant: string }) => ({
  settledHow,
  note,
  settledAt: at.instant,
})

export const upkeepActs: Acts<UpkeepTask, UpkeepInputs> = {
  register: {
    law: 'house',
    from: ['open'],
    to: 'done',
    unless: onlyOf('new'),
    sets: (_task, { record }, at) => ({ ...settled('register', null, at), record }),
  },
  link: {
    law: 'house',
    from: ['open'],
    to: 'done',
    unless: onlyOf('new'),
    sets: (_task, { record, reason }, at) => ({ ...settled('link', reason, at), record }),
  },
  adopt: {
    law: 'house',
    from: ['open'],
    to: 'done',
    unless: {
      ...onlyOf('changed'),
      'no-such-difference': ({ differences }, { fields }) =>
        fields.some((field) => !differences.some((difference) => difference.field === field)),
    },
    sets: (_task, { reason }, at) => settled('adopt', reason, at),
  },
  close: {
    law: 'house',
    from: ['open'],
    to: 'done',
    unless: onlyOf('gone'),
    sets: (_task, { reason }, at) => settled('close', reason, at),
  },
  dismiss: {
    law: 'house',
    from: ['open'],
    to: 'dismissed',
    sets: (_task, { reason }, at) => settled('dismiss', reason, at),
  } satisfies Act<UpkeepTask, Reasoned>,
  restore: {
    law: 'house',
    from: ['dismissed'],
    to: 'open',
    sets: () => ({ settledHow: null, note: null, settledAt: null, settledBy: null }),
  },
}
