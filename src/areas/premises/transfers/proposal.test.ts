import { describe, expect, it } from 'vitest'
import { perform } from '../../../kernel/lifecycle.ts'
import type { Premises, SupervisorKind } from '../record-contract.ts'
import { handOverActs } from './lifecycle.ts'
import { proposedBody } from './proposal.ts'
import { firstRegister } from './testing.ts'

const bodies = [
  { id: 'brigade', kind: 'brigade', street: null },
  { id: 'east', kind: 'station', street: null },
  { id: 'west', kind: 'station', street: null },
  { id: 'office', kind: 'street', street: 'street' },
] as const

describe('the body that the rule names', () => {
  it.each([
    ['the brigade, wherever the place is', { dueBody: 'brigade', station: null, street: null }, 'brigade'],
    ['the station of the place', { dueBody: 'station', station: 'west', street: 'street' }, 'west'],
    ['the body that governs the street', { dueBody: 'street', station: 'west', street: 'street' }, 'office'],
    ['nobody, where the station is not known', { dueBody: 'station', station: null, street: null }, undefined],
    ['nobody, where no body governs the street', { dueBody: 'street', station: 'west', street: 'other' }, undefined],
  ] as const)('is %s', (_, placed, expected) => {
    expect(proposedBody(placed, bodies)).toBe(expected)
  })
})

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
