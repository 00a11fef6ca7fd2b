import fc from 'fast-check'
import { expect, it } from 'vitest'
import { approvalOf, countOf, everything, isChosen, nothing, withTurned } from './chosen.ts'

const records = ['a', 'b', 'c', 'd']
const clicks = fc.array(fc.constantFrom('all', 'none', ...records))

it('what is approved are the ticked records, however they came to be', () => {
  fc.assert(
    fc.property(clicks, (clicked) => {
      const ticked = new Set(records)
      let chosen = everything
      for (const click of clicked) {
        chosen = click === 'all' ? everything : click === 'none' ? nothing : withTurned(chosen, click)
        for (const record of click === 'all' || click === 'none' ? records : [click]) {
          const on = click === 'all' || (click !== 'none' && !ticked.has(record))
          if (on) ticked.add(record)
          else ticked.delete(record)
        }
      }
      expect(records.filter((id) => isChosen(chosen, id))).toEqual(records.filter((id) => ticked.has(id)))
      expect(countOf(chosen, records.length)).toBe(ticked.size)
      const { except, only = records } = approvalOf(chosen)
      expect(new Set(only.filter((id) => !except.includes(id)))).toEqual(ticked)
    }),
  )
})
