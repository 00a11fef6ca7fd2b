/** What the checks find in the facts while they are typed: the same rules as the server's. */
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import { instantNow } from '../../../../desk/today.ts'
import type { CodeTable } from '../../../../kernel/codes.ts'
import type { Code } from '../../../organisation/codes/contract.ts'
import { check, type Finding } from '../../checks.ts'
import { type Facts, settledFacts } from './form-draft.ts'

const tableOf = (key: string, entries: readonly Code[]): CodeTable => ({
  key,
  zh: key,
  en: key,
  entries: entries.map(({ parent, ...entry }) => (parent === null ? entry : { ...entry, parent })),
})

/** Nothing is judged before the code tables are there and the alarm has a time. */
export function useFindings(facts: Facts | undefined): Finding[] {
  const { entries: causes } = useCodes('cause')
  const { entries: places } = useCodes('place-kind')
  return useMemo(() => {
    const settled = facts && settledFacts(facts)
    if (!settled || causes.length === 0 || places.length === 0) return []
    const tables = { causes: tableOf('cause', causes), places: tableOf('place-kind', places) }
    return check(settled, tables, instantNow())
  }, [facts, causes, places])
}
