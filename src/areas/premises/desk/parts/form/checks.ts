/** What does not fit while a record is typed, told by the server, and what would follow from it, by the same rules. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import { useTable } from '../../../../../desk/codes.ts'
import { useSettled } from '../../../../../desk/settled.ts'
import { today } from '../../../../../desk/today.ts'
import { useDistrict } from '../../../../organisation/desk/parts/places.ts'
import type { Finding } from '../../../checks.ts'
import { PremisesFacts } from '../../../record-contract.ts'
import { supervisionRules } from '../../../supervision/rules.ts'
import { plainUscc, usccFault } from '../../../uscc.ts'
import { type Facts, settledFacts } from './draft.ts'

const usccRules = new Set<string>(['uscc-length', 'uscc-character', 'uscc-check'])

/** A code is told wrong as it is typed, before the server has been asked. */
function usccFindings({ uscc }: Facts): Finding[] {
  const code = plainUscc(uscc ?? '')
  const rule = code === '' ? undefined : usccFault(code)
  return rule ? [{ field: 'uscc', rule, weight: 'fault' }] : []
}

/** Findings, the body that would supervise a new record, and whether the server has been asked about just these facts. */
export function useChecks(facts: Facts, id: string | null) {
  const typed = useMemo(() => JSON.stringify(settledFacts(facts)), [facts])
  const rested = useSettled(typed)
  const asked = useMemo(() => PremisesFacts.safeParse(JSON.parse(rested)), [rested])
  const { data } = useQuery({
    ...api.premises.check.queryOptions({
      input: { id, facts: asked.data ?? settledFacts(facts) },
      placeholderData: keepPreviousData,
    }),
    enabled: asked.success,
  })
  return useMemo(
    () => ({
      findings: [
        ...(data?.findings ?? []).filter(({ rule }) => !usccRules.has(rule)),
        ...usccFindings(facts),
      ] as Finding[],
      supervisor: data?.supervisor ?? null,
    }),
    [data, facts],
  )
}

/** Who ought to supervise by rule, on which list, and by which criteria; undefined until the tables are there. */
export function useDue(facts: Facts) {
  const keyUnits = useTable('key-unit-rule')
  const small = useTable('small-premises-rule')
  const lists = useTable('supervision-list')
  const district = useDistrict().data?.code
  const rules = useMemo(
    () =>
      keyUnits && small && lists && district
        ? supervisionRules({ keyUnits, small, lists }, district, today())
        : undefined,
    [keyUnits, small, lists, district],
  )
  return useMemo(() => rules?.dueOf(facts), [rules, facts])
}
