import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diagram, openActs, perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { type PaperInputs, paperActs } from './lifecycle.ts'
import { type Paper, servingModes } from './record-contract.ts'

const id = '01a20b69-0000-7000-8000-000000000001'
const at = { day: '2026-11-27', instant: '2026-11-27T02:00:00Z' }
const paper: Paper = {
  ...{ id, form: 'orderByTerm', title: '责令限期改正通知书', no: '〔2026〕第0001号', year: 2026, serial: 1, body: id },
  ...{ bodyKind: 'station', subject: { kind: 'visit', id }, premises: null, partyName: '新华书店', edition: 1 },
  letterhead: { fullName: '东街派出所', organ: '', station: '', reviewBody: '区政府', court: '人民法院' },
  ...{ station: null, community: null, issuedAt: '2026-11-20T02:00:00Z', issuedOn: '2026-11-20', issuedBy: '钱勤' },
  ...{ state: 'issued', served: null, scans: [], voidedAt: null, voidReason: null, version: 1 },
}

it('README shows the life cycle as it is', () =>
  expect(readFileSync(new URL('./README.md', import.meta.url), 'utf8')).toContain(diagram(paperActs)))

it('whatever is done, number and content stay, nothing is served twice, and void is the end', () => {
  const text = fc.option(fc.constantFrom('韩松', '郑街'))
  const step = fc.oneof(
    fc.record({
      act: fc.constant('serve' as const),
      input: fc.record({
        on: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-27', '2026-11-28'),
        mode: fc.constantFrom(...servingModes),
        recipientName: text,
        witness: text,
      }),
    }),
    fc.record({
      act: fc.constant('attach' as const),
      input: fc.record({ scans: fc.array(fc.uuid(), { minLength: 1, maxLength: 12 }) }),
    }),
    fc.record({ act: fc.constant('void' as const), input: fc.record({ reason: fc.constant('写错') }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now = paper
      for (const { act, input } of steps) {
        const before = now
        try {
          now = perform<Paper, PaperInputs, typeof act>(paperActs, act, before, input as never, at)
        } catch (error) {
          if (!(error instanceof RuleViolation)) throw error
          continue
        }
        const changing = { state: 0, served: 0, scans: 0, voidedAt: 0, voidReason: 0 }
        for (const key of Object.keys(paper) as (keyof Paper)[])
          if (!(key in changing)) expect(now[key]).toEqual(paper[key])
        if (before.served) expect(now.served).toEqual(before.served)
        expect(now.scans.slice(0, before.scans.length)).toEqual(before.scans)
        expect(now.scans.length).toBeLessThanOrEqual(20)
        expect(before.state).toBe('issued')
        expect((now.state === 'voided') === (now.voidReason !== null)).toBe(true)
      }
      if (now.state === 'voided') expect(openActs(paperActs, now)).toEqual([])
    }),
  )
})
