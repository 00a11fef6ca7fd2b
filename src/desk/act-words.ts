/** The names of all acts that the ledger holds, whichever area did them. */
import { useMemo } from 'react'
import { messages as hazards } from '../areas/hazards/messages.ts'
import { messages as draws } from '../areas/inspections/draws/messages.ts'
import { messages as checklists } from '../areas/inspections/messages.ts'
import { messages as visits } from '../areas/inspections/visits/messages.ts'
import { messages as organisation } from '../areas/organisation/messages.ts'
import { messages as papers } from '../areas/papers/messages.ts'
import { messages as documents } from '../areas/premises/document/messages.ts'
import { messages as premises } from '../areas/premises/messages.ts'
import { messages as transfers } from '../areas/premises/transfers/messages.ts'
import { messages as twins } from '../areas/premises/twins/messages.ts'
import { messages as upkeep } from '../areas/premises/upkeep/messages.ts'
import { messages as work } from '../areas/work/messages.ts'
import { useLang } from './words.ts'

/** By the act as the ledger has it: 'premises.correct'. */
export function useActWords(): Readonly<Record<string, string>> {
  const lang = useLang()
  return useMemo(
    () => ({
      ...organisation[lang].audit.acts,
      ...premises[lang].acts,
      ...documents[lang].acts,
      ...transfers[lang].acts,
      ...twins[lang].acts,
      ...upkeep[lang].acts,
      ...hazards[lang].acts,
      ...checklists[lang].acts,
      ...visits[lang].acts,
      ...work[lang].acts,
      ...draws[lang].acts,
      ...papers[lang].acts,
    }),
    [lang],
  )
}
