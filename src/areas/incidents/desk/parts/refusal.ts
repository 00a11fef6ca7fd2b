/** Whether an act would be refused, by the rules themselves: tried on the page, before the server is asked. */
import { instantNow, today } from '../../../../desk/today.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import { citation } from '../../../../kernel/law.ts'
import { perform, RuleViolation } from '../../../../kernel/lifecycle.ts'
import type { Incident } from '../../contract.ts'
import { type Inputs, incidentActs } from '../../lifecycle.ts'
import { messages } from '../../messages.ts'

export interface Tried {
  /** The record as the act would leave it, but for what follows by rule. */
  readonly after?: Incident
  readonly ground?: string
  readonly law?: string
}

/** What an act would do, or the ground on which it would be refused. */
export function tryAct<A extends keyof Inputs>(act: A, incident: Incident, input: Inputs[A]): Tried {
  try {
    return { after: perform(incidentActs, act, incident, input, { day: today(), instant: instantNow() }) }
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error
    return { ground: error.rule, law: String(error.detail.law) }
  }
}

/** A function from a refusal to its ground and article in words; undefined where the act is open. */
export function useRefusalText(): (tried: Tried) => string | undefined {
  const words = useWords(messages)
  const lang = useLang()
  const grounds: Readonly<Record<string, string>> = words.grounds
  return ({ ground, law }) => {
    if (ground === undefined) return undefined
    const article = law && citation(law, lang)
    return `${grounds[ground] ?? ground}${article ? ` ${words.basis}${words.colon}${article}` : ''}`
  }
}
