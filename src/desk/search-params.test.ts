import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { IncidentFilter } from '../areas/incidents/contract.ts'
import { hrefOf, paths } from './paths.ts'
import { acceptSearch, asSearch, parseSearch, stringifySearch } from './search-params.ts'

it('an address reads back as what it was made of', () => {
  const value = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }),
  )
  const key = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.dictionary(key, value), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
    }),
  )
})

it('leaves out what is empty', () => {
  expect(asSearch({ q: '', from: undefined, to: null, kind: [], hour: [0], minor: false })).toEqual({
    hour: '0',
    minor: 'false',
  })
})

describe('what a schema accepts of an address', () => {
  it('is given as the schema has it, and as it was asked', () => {
    const { values, asked } = acceptSearch(IncidentFilter, { kind: 'fire', hour: ['1', '2'], minorFire: 'true' })
    expect(values).toMatchObject({ kind: ['fire'], hour: [1, 2], minorFire: true })
    expect(asked).toEqual({ kind: 'fire', hour: ['1', '2'], minorFire: 'true' })
  })
  it('drops a value that is refused and keeps the others', () => {
    const { values, asked } = acceptSearch(IncidentFilter, { from: 'yesterday', to: '2026-06-30', weekday: '9' })
    expect(values).toEqual({ to: '2026-06-30' })
    expect(asked).toEqual({ to: '2026-06-30' })
  })
  it('knows nothing of what is no part of it', () => {
    expect(acceptSearch(z.object({ tab: z.string().default('a') }), { other: 'x' })).toEqual({
      values: { tab: 'a' },
      asked: {},
    })
  })
})

it('a link to records says which', () => {
  const filter = { from: '2026-04-01', to: '2026-06-30', counted: 'fires', cause: ['ELEC', 'none'] }
  expect(hrefOf(paths.incidents(filter))).toBe(
    '/incidents?from=2026-04-01&to=2026-06-30&counted=fires&cause=ELEC&cause=none',
  )
})
