/** What the checks find in the facts while they are typed: the same rules as the server's. */
import { useMemo } from 'react'
import { useMe } from '../../../../desk/session.ts'
import { instantNow } from '../../../../desk/today.ts'
import { check, type Finding } from '../../checks.ts'
import { type Facts, settledFacts } from './form-draft.ts'
import { useTable } from './tables.ts'

/** Nothing is judged before the code tables are there and the alarm has a time. */
export function useFindings(facts: Facts | undefined): Finding[] {
  const { body } = useMe()
  const causes = useTable('cause')
  const places = useTable('place-kind')
  const own = body.kind === 'station' ? body.id : undefined
  return useMemo(() => {
    const settled = facts && settledFacts(facts)
    if (!settled || !causes || !places) return []
    // Where the station follows from the point, the server alone can tell.
    const elsewhere = own !== undefined && settled.station !== null && settled.station !== own
    return [
      ...check(settled, { causes, places }, instantNow()),
      ...(elsewhere ? [{ field: 'station', rule: 'not-own-station', weight: 'fault' } as const] : []),
    ]
  }, [facts, causes, places, own])
}
