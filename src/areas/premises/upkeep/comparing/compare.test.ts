import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../kernel/fold.ts'
import { differencesOf, type Side, sameAddress } from './compare.ts'

const side = (change: Partial<Side> = {}): Side => {
  const said = { name: '韩松小吃店', address: '望潮路12号', legalPerson: '韩松', ...change }
  return { ...said, nameKey: fold(said.name), addressKey: fold(said.address) }
}
const fieldsOf = (ours: Side, theirs: Side) => differencesOf(ours, theirs).map(({ field }) => field)

describe('addresses', () => {
  it.each([
    ['望潮路12号', '望潮路12号3层', true],
    ['柳荫社区望潮路12号', '望潮路12号', true],
    ['望潮路12号', '望潮路112号', false],
    ['望潮路1', '望潮路12号', false],
    ['望潮路12号', '望潮路2号', false],
    ['望潮路', '望潮路12号', false],
    ['2号', '望潮路2号', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameAddress(a, b)).toBe(same)
    expect(sameAddress(b, a)).toBe(same)
  })
})

describe('differences', () => {
  it('are none between what is only written otherwise', () => {
    expect(fieldsOf(side({ name: '韩松小吃店（东街店）' }), side({ name: '韩松小吃店(东街 店)' }))).toEqual([])
    expect(fieldsOf(side({ legalPerson: '欧阳 松' }), side({ legalPerson: '欧阳松' }))).toEqual([])
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, address) => {
        expect(differencesOf(side({ name, address }), side({ name, address }))).toEqual([])
      }),
    )
  })
  it('are named by field, with both sides', () => {
    expect(differencesOf(side(), side({ name: '韩记小吃店', legalPerson: '朱岚' }))).toEqual([
      { field: 'name', ours: '韩松小吃店', theirs: '韩记小吃店' },
      { field: 'legalPerson', ours: '韩松', theirs: '朱岚' },
    ])
  })
  it('need a contradiction: what the record lacks comes along with one', () => {
    const lacking = side({ legalPerson: null })
    expect(fieldsOf(lacking, side())).toEqual([])
    expect(fieldsOf(lacking, side({ address: '海风路3号' }))).toEqual(['address', 'legalPerson'])
  })
  it('are none where the business register is silent', () => {
    expect(fieldsOf(side(), side({ address: '', legalPerson: null }))).toEqual([])
  })
})
