/** Whatever people offer, accept, return and withdraw, every record has exactly one supervising body. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper } from '../../../app/testing/premises.ts'
import { makeWorld } from '../../../app/testing/world.ts'
import { after, bodies, faultsOf, firstRegister, steps } from './testing.ts'

describe('by the rules', () => {
  it('a register stays sound after each of any steps', () =>
    fc.assert(
      fc.property(steps(firstRegister.records.length, bodies.length), (walk) => {
        let register = firstRegister
        for (const step of walk) {
          register = after(register, step)
          expect(faultsOf(register)).toEqual([])
        }
      }),
      { numRuns: 500 },
    ))

  it('walks do hand records over, and the check does see what is wrong', () => {
    const steps = [
      { act: 'offer', record: 0, by: 1, to: 0 },
      { act: 'accept', record: 0, by: 0, to: 0 },
    ] as const
    const register = steps.reduce(after, firstRegister)
    expect(register.records[0]).toMatchObject({ supervisor: 'brigade', list: 'LARGE', proposed: false })
    const records = register.records.map((record) => ({ ...record, supervisor: 'nobody' }))
    expect(faultsOf({ ...register, records })).toHaveLength(7)
  })
})

const world = await makeWorld()
const { XF = '', PCS01 = '', JD01 = '' } = world.ids
const sides = [
  { id: XF, client: await world.as('inspector') },
  { id: PCS01, client: await world.as('head') },
  { id: JD01, client: await world.as('street') },
]
const leader = await world.as('leader')

/** True where the server did it, false where it refused; anything else is a fault. */
async function went(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch (error) {
    expect([404, 409]).toContain((error as { status?: number }).status)
    return false
  }
}

it('on the server too: the sides together have each record once', async () => {
  const [inspector] = sides
  if (!inspector) throw new Error('no side')
  const records: string[] = []
  for (const name of ['甲诊所', '乙诊所', '丙诊所']) {
    const facts = { ...cornerShop, name, kind: 'CARE-CLINIC', beds: 60 }
    records.push((await inspector.client.premises.enter({ facts, contacts: shopKeeper })).id)
  }
  const open = new Map<string, string>()
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(steps(records.length, sides.length, 30), async (walk) => {
      for (const { act, record, by, to } of walk) {
        const [premises = '', own, other] = [records[record], sides[by], sides[to]]
        const transfer = open.get(premises) ?? ''
        if (!own || !other) continue
        const { transfers } = own.client.premises
        if (act === 'offer') {
          const asked = transfers.offer({ premises, to: other.id, reason: '核对监管单位' })
          if (await went(asked)) open.set(premises, (await asked).id)
        } else if ((act === 'accept' || act === 'return' || act === 'withdraw') && transfer !== '') {
          const asked = transfers[act]({ id: transfer, reason: '核对监管单位' })
          if (await went(asked)) {
            done.add(act)
            open.delete(premises)
          }
        }
      }
      const { total, facets } = await leader.premises.counts({ q: '诊所', by: ['supervisor'] })
      const bySide = facets[0]?.values ?? []
      expect(total).toBe(records.length)
      expect(bySide.reduce((sum, { n }) => sum + n, 0)).toBe(records.length)
      for (const { id, client } of sides) {
        const own = await client.premises.list({ supervisor: [id] })
        expect(own.items).toHaveLength(bySide.find(({ value }) => value === id)?.n ?? 0)
      }
      const { items } = await leader.premises.transfers.list({ state: ['offered'] })
      expect(items.map(({ id }) => id).sort()).toEqual([...open.values()].sort())
    }),
    // The same walk each time: it is known to end in every way.
    { numRuns: 12, seed: 119, endOnFailure: true },
  )
  expect([...done].sort()).toEqual(['accept', 'return', 'withdraw'])
}, 60_000)
