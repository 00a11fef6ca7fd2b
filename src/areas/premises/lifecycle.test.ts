import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cornerShop } from '../../app/testing/premises.ts'
import { diagram, openActs, perform } from '../../kernel/lifecycle.ts'
import { premisesActs } from './lifecycle.ts'
import type { Premises } from './record-contract.ts'

const at = { day: '2026-11-27', instant: '2026-11-27T02:00:00.000Z' }
const reason = '现场核实'
const id = '01a20b69-0000-7000-8000-000000000000'
const shop: Premises = {
  ...cornerShop,
  id,
  premisesNo: '9901990000001',
  state: 'open',
  stateSince: null,
  mergedInto: null,
  street: null,
  supervisor: id,
  list: 'SMALL',
  officer: null,
  contacts: { legalPerson: null, responsibleName: null, responsiblePhone: null, managerName: null, managerPhone: null },
  criteria: ['HOTEL'],
  dueBody: 'brigade',
  keptCriteria: null,
  proposed: true,
  expiresOn: null,
  dueMonths: 6,
  dueOn: null,
  openHazards: 0,
  version: 1,
  enteredAt: at.instant,
}
const grounded = (rule: string) => expect.objectContaining({ rule })

describe('what is the same as another record', () => {
  it('is changed there: no act is open', () => {
    expect(openActs(premisesActs, { ...shop, state: 'merged' as const })).toEqual([])
  })
})

describe('closing and opening', () => {
  it('goes from the day that is said, and never from one ahead', () => {
    expect(perform(premisesActs, 'pause', shop, { since: at.day, reason }, at)).toMatchObject({
      state: 'paused',
      stateSince: at.day,
    })
    expect(() => perform(premisesActs, 'pause', shop, { since: '2026-11-28', reason }, at)).toThrow(
      grounded('since-ahead'),
    )
  })
  it('what is demolished was not only closed for a time, and may turn out to stand', () => {
    const gone = perform(premisesActs, 'demolish', shop, { since: at.day, reason }, at)
    expect(openActs(premisesActs, gone)).not.toContain('pause')
    expect(perform(premisesActs, 'reopen', gone, { since: at.day, reason }, at).state).toBe('open')
  })
})

describe('deciding that it stays', () => {
  it('remembers what was looked at', () => {
    expect(perform(premisesActs, 'keep', shop, { reason }, at).keptCriteria).toEqual(['brigade', 'HOTEL'])
    expect(() => perform(premisesActs, 'keep', { ...shop, proposed: false }, { reason }, at)).toThrow(
      grounded('nothing-proposed'),
    )
  })
})

it('a correction that says what is known is none', () => {
  expect(() => perform(premisesActs, 'correct', shop, { facts: cornerShop, reason }, at)).toThrow(
    grounded('nothing-changed'),
  )
})

it('a new place forgets the grid and station of the old one', () => {
  const there = { ...shop, grid: id, station: id }
  const moved = perform(premisesActs, 'locate', there, { lng: 122.9, lat: 30.9, community: null }, at)
  expect(moved).toMatchObject({ lng: 122.9, grid: null, station: null })
})

it('README shows the life cycle as it is', () => {
  expect(readFileSync(new URL('./README.md', import.meta.url), 'utf8')).toContain(diagram(premisesActs))
})
