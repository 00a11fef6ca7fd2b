/** A life cycle as a table of acts: what the table does not list is forbidden. */

/** The moment of an act, from the server's clock: the day in Asia/Shanghai and the instant in UTC. */
export interface Moment {
  readonly day: string
  readonly instant: string
}

/** One act: by which article, from which states, to which, refused on which grounds, changing what. */
export interface Act<R extends { state: string }, Input> {
  readonly law: string
  readonly from: readonly R['state'][]
  /** Left out, the record stays in its state. */
  readonly to?: R['state']
  readonly unless?: Readonly<Record<string, (record: R, input: Input, at: Moment) => boolean>>
  readonly sets?: (record: R, input: Input, at: Moment) => Partial<Omit<R, 'state'>> & { state?: never }
}
export type Acts<R extends { state: string }, Inputs> = { readonly [A in keyof Inputs]: Act<R, Inputs[A]> }

/** A rule of the field says no. `rule` names the ground for the user's message; `detail` holds the message's values. */
export class RuleViolation extends Error {
  readonly rule: string
  readonly detail: Record<string, unknown>
  constructor(rule: string, detail: Record<string, unknown> = {}) {
    super(rule)
    this.name = 'RuleViolation'
    this.rule = rule
    this.detail = detail
  }
}

/** The record after the act. Throws RuleViolation: 'act-not-allowed' from this state, or the act's own ground. */
export function perform<R extends { state: string }, Inputs, A extends keyof Inputs & string>(
  acts: Acts<R, Inputs>,
  act: A,
  record: R,
  input: Inputs[A],
  at: Moment,
): R {
  const { law, from, to, unless = {}, sets } = acts[act]
  if (!from.includes(record.state)) throw new RuleViolation('act-not-allowed', { act, state: record.state, law })
  for (const [ground, refuses] of Object.entries(unless))
    if (refuses(record, input, at)) throw new RuleViolation(ground, { act, law })
  return { ...record, ...sets?.(record, input, at), state: to ?? record.state }
}

/** The acts open from a record's state: the buttons of its page. */
export const openActs = <R extends { state: string }, Inputs>(acts: Acts<R, Inputs>, record: R) =>
  (Object.keys(acts) as (keyof Inputs & string)[]).filter((act) => acts[act].from.includes(record.state))

/** The table as a Mermaid state diagram; an area's README shows it and a test keeps the two alike. */
export function diagram<R extends { state: string }, Inputs>(acts: Acts<R, Inputs>): string {
  const rows = Object.entries<Act<R, unknown>>(acts as Record<string, Act<R, unknown>>)
  const arrows = rows.flatMap(([act, { from, to }]) => from.map((state) => `  ${state} --> ${to ?? state}: ${act}`))
  return ['stateDiagram-v2', ...arrows].join('\n')
}
