import { describe, expect, it } from 'vitest'
import { cornerShop } from '../../app/testing/premises.ts'
import { relationKeys } from './checks.ts'
import { fieldGroups, fieldsIn } from './form-fields.ts'
import { formKeys, PremisesFacts } from './record-contract.ts'

/** Asked for by themselves: what it is, where it lies, what it is part of, and its lists. */
const apart = ['premisesNo', 'form', 'kind', 'tags', 'name', 'facilities', 'papers', 'photos', ...relationKeys]
const place = ['address', 'lng', 'lat', 'community', 'grid', 'station']
const blank = PremisesFacts.parse({
  ...Object.fromEntries(Object.keys(PremisesFacts.shape).map((field) => [field, null])),
  ...{ form: 'unit', name: '某店', address: '', tags: [], facilities: [], papers: [], photos: [] },
})
const asked = (facts: typeof blank) => fieldGroups.flatMap((group) => fieldsIn(group, facts))

describe('what a form of record is asked', () => {
  it('leaves no fact without a place in some form', () => {
    const somewhere = new Set<string>(formKeys.flatMap((form) => asked({ ...blank, form })))
    const facts = Object.keys(PremisesFacts.shape)
    expect(facts.filter((field) => !somewhere.has(field)).toSorted()).toEqual([...apart, ...place].toSorted())
  })
  it('names a fact once', () => {
    for (const form of formKeys) {
      const fields = asked({ ...blank, form })
      expect(new Set(fields).size).toBe(fields.length)
    }
  })
  it('is what it can have: a shop has no households, a residential area no rated diners', () => {
    expect(asked(blank)).not.toContain('households')
    expect(asked({ ...blank, form: 'estate' })).not.toContain('diners')
  })
  it('hides nothing that is known all the same', () => {
    expect(asked({ ...cornerShop, households: 2 })).toContain('households')
    expect(asked({ ...blank, form: 'committee', builtYear: 1998 })).toContain('builtYear')
  })
})
