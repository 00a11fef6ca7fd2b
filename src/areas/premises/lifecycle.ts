/** The acts on a record of the register, as a table. */
import type { Act, Acts } from '../../kernel/lifecycle.ts'
import type { Premises, PremisesFacts } from './record-contract.ts'
import { groundsOf } from './supervision/rules.ts'

interface Since {
  since: string
  reason: string
}
export interface PremisesInputs {
  correct: { facts: PremisesFacts; reason: string }
  setContacts: { reason: string }
  locate: { lng: number | null; lat: number | null; community: string | null }
  assign: { officer: string | null; reason: string }
  keep: { reason: string }
  setList: { list: string; reason: string }
  pause: Since
  reopen: Since
  deregister: Since
  demolish: Since
}

/** All but merged ones: what is the same as another record is changed there. */
const anyState: readonly Premises['state'][] = ['open', 'paused', 'deregistered', 'demolished']

const ahead = { 'since-ahead': (_: Premises, { since }: Since, at: { day: string }) => since > at.day }
const becomes = (state: Premises['state'], from: readonly Premises['state'][]): Act<Premises, Since> => ({
  law: 'house',
  from,
  to: state,
  unless: ahead,
  sets: (_premises, { since }) => ({ stateSince: since }),
})

export const premisesActs: Acts<Premises, PremisesInputs> = {
  correct: {
    law: '61-41',
    from: anyState,
    unless: { 'nothing-changed': (premises, { facts }) => sameFacts(premises, facts) },
    sets: (premises, { facts }) => ({ ...facts, premisesNo: facts.premisesNo ?? premises.premisesNo }),
  },
  setContacts: { law: '61-6', from: anyState },
  locate: {
    law: 'house',
    from: anyState,
    unless: { 'nowhere-said': (_premises, { lng, community }) => lng === null && community === null },
    // What was worked out from the old place is worked out anew.
    sets: (premises, { lng, lat, community }) => ({
      lng,
      lat,
      community,
      grid: null,
      station: lng === null ? premises.station : null,
    }),
  },
  assign: {
    law: '120-4',
    from: anyState,
    unless: { 'nothing-changed': (premises, { officer }) => premises.officer === officer },
    sets: (_premises, { officer }) => ({ officer }),
  },
  keep: {
    law: '120-3',
    from: ['open', 'paused'],
    unless: { 'nothing-proposed': ({ proposed }) => !proposed },
    sets: ({ dueBody, criteria }) => ({ keptCriteria: groundsOf(dueBody, criteria) }),
  },
  setList: {
    law: '120-3',
    from: ['open', 'paused'],
    unless: { 'nothing-changed': (premises, { list }) => premises.list === list },
    sets: ({ dueBody, criteria }, { list }) => ({ list, keptCriteria: groundsOf(dueBody, criteria) }),
  },
  pause: becomes('paused', ['open']),
  reopen: becomes('open', ['paused', 'deregistered', 'demolished']),
  deregister: becomes('deregistered', ['open', 'paused']),
  demolish: becomes('demolished', ['open', 'paused', 'deregistered']),
}

/** Whether a correction says what is already recorded. */
export function sameFacts(premises: Premises, facts: PremisesFacts): boolean {
  return (Object.keys(facts) as (keyof PremisesFacts)[]).every((field) => {
    if (field === 'premisesNo' && facts.premisesNo === null) return true
    return JSON.stringify(premises[field]) === JSON.stringify(facts[field])
  })
}
