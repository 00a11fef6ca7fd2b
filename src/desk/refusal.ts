/** Whether an act would be refused, by the rules themselves: tried on the page, before the server is asked. */
import { citation } from '../kernel/law.ts'
import { type Acts, perform, RuleViolation } from '../kernel/lifecycle.ts'
import type { Grounds } from './errors.ts'
import { messages } from './messages.ts'
import { instantNow, today } from './today.ts'
import { useLang, useMarks, useWords } from './words.ts'

export interface Tried<R> {
  /** The record as the act would leave it, but for what follows by rule. */
  readonly after?: R
  readonly ground?: string
  readonly law?: string
}

/** What an act would do, or the ground on which it would be refused. */
export function tryActOf<R extends { state: string }, Inputs, A extends keyof Inputs & string>(
  acts: Acts<R, Inputs>,
  act: A,
  record: R,
  input: Inputs[A],
): Tried<R> {
  try {
    return { after: perform(acts, act, record, input, { day: today(), instant: instantNow() }) }
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error
    return { ground: error.rule, law: String(error.detail.law) }
  }
}

/** A function from a refusal to its ground and article in words; undefined where the act is open. */
export function useRefusalText(grounds: Grounds): (tried: Tried<unknown>) => string | undefined {
  const words = useWords(messages)
  const lang = useLang()
  const { named } = useMarks()
  const common: Grounds = words.grounds
  return ({ ground, law }) => {
    if (ground === undefined) return undefined
    const article = law && citation(law, lang)
    const text = grounds[ground] ?? common[ground] ?? ground
    return article ? `${text} ${named(words.errors.basis, article)}` : text
  }
}
