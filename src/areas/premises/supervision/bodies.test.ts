import { describe, expect, it } from 'vitest'
import { proposedBody } from './bodies.ts'

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
