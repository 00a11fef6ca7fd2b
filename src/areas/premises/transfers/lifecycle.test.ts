import { describe, expect, it } from 'vitest'
import { perform } from '../../../kernel/lifecycle.ts'
import type { Premises, SupervisorKind } from '../record-contract.ts'
import { handOverActs } from './lifecycle.ts'
import { firstRegister } from './testing.ts'

describe('handing over', () => {
  const [record] = firstRegister.records
  if (!record) throw new Error('no record')
  const at = { day: '2026-11-27', instant: '2026-11-27T02:00:00.000Z' }
  const key: Premises = { ...record, dueBody: 'brigade', criteria: ['HOSP'], officer: 'qian' }
  const taken = (premises: Premises, toKind: SupervisorKind) =>
    perform(handOverActs, 'transfer', premises, { from: 'station', to: 'other', toKind }, at)

  it('is refused where another body supervises by now', () => {
    expect(() => taken({ ...key, supervisor: 'street' }, 'brigade')).toThrow('supervisor-moved')
  })
  it('against the rule counts as decided; by the rule nothing is left to decide', () => {
    const decided = { supervisor: 'other', officer: null, keptCriteria: ['brigade', 'HOSP'] }
    expect(taken(key, 'street')).toMatchObject(decided)
    expect(taken(key, 'brigade')).toMatchObject({ ...decided, keptCriteria: null })
  })
})
