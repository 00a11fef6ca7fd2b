/** What the checks find in the facts while they are typed: the same rules as the server's. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../../desk/api.ts'
import { useTable } from '../../../../desk/codes.ts'
import { useMe } from '../../../../desk/session.ts'
import { useSettled } from '../../../../desk/settled.ts'
import { instantNow } from '../../../../desk/today.ts'
import { check, type Finding } from '../../checks.ts'
import { type Facts, settledFacts } from './form-draft.ts'

/** Of what the list is asked for; longer numbers are left to the server. */
const longestAsked = 60
const taken: Finding = { field: 'incidentNo', rule: 'number-taken', weight: 'fault' }

/** Whether a record that the person may see has the number of a new one; of others the server alone can tell. */
export function useTaken(incidentNo: string, isNew: boolean): Finding[] {
  const q = useSettled(incidentNo.trim())
  const { data } = useQuery({
    ...api.incidents.list.queryOptions({ input: { q, limit: 50 } }),
    enabled: isNew && q !== '' && q.length <= longestAsked,
  })
  return isNew && data?.items.some((item) => item.incidentNo === incidentNo.trim()) ? [taken] : []
}

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
