/** Where an entry of a code table stands today. */
import type { Code } from '../../codes/contract.ts'

/** Days that stand for «always held» and «holds for ever». */
export const always = '0001-01-01'
export const forever = '9999-12-31'

export type CodeState = 'inForce' | 'past' | 'future'

export const stateOn = ({ from, until }: Pick<Code, 'from' | 'until'>, day: string): CodeState =>
  until <= day ? 'past' : from > day ? 'future' : 'inForce'
