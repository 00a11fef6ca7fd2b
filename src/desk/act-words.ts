/** The names of all acts that the ledger holds, whichever area did them. */

import { useMemo } from 'react'
import { messages as organisation } from '../areas/organisation/messages.ts'
import { messages as premises } from '../areas/premises/messages.ts'
import { messages as transfers } from '../areas/premises/transfers/messages.ts'
import { messages as twins } from '../areas/premises/twins/messages.ts'
import { useWords } from './words.ts'

/** By the act as the ledger has it: 'premises.correct'. */
export function useActWords(): Readonly<Record<string, string>> {
  const words = useWords(organisation).audit.acts
  const register = useWords(premises).acts
  const handing = useWords(transfers).acts
  const merging = useWords(twins).acts
  return useMemo(() => ({ ...words, ...register, ...handing, ...merging }), [words, register, handing, merging])
}
