import { describe, expect, it } from 'vitest'
import { kitchenFire } from '../../app/testing/incidents.ts'
import { perform } from '../../kernel/lifecycle.ts'
import type { Incident } from './contract.ts'
import { incidentActs, withoutFireFields } from './lifecycle.ts'

const at = { day: '2026-04-20', instant: '2026-04-20T04:00:00.000Z' }
const reason = '复核后更正'
const fire: Incident = {
  ...kitchenFire,
  id: '01a20b69-0000-7000-8000-000000000000',
  state: 'recorded',
  writtenOffReason: null,
  street: null,
  receivedOn: '2026-04-01',
  isFire: true,
  minorFire: false,
  statClass: 'ordinary',
  accidentClass: null,
  corrected: false,
  version: 1,
  enteredAt: '2026-04-01T02:00:00.000Z',
}
const grounded = (rule: string) => expect.objectContaining({ rule })

describe('art. 11: a fire in which people died', () => {
  const died = { ...fire, deaths: 1 }
  const asFalseAlarm = { facts: withoutFireFields({ ...kitchenFire, kind: 'false' }), version: 1, reason }
  it('is not written off', () => {
    expect(() => perform(incidentActs, 'writeOff', died, { reason }, at)).toThrow(grounded('people-died'))
  })
  it('does not become another kind of alarm either, which would lose its dead', () => {
    expect(() => perform(incidentActs, 'correct', died, asFalseAlarm, at)).toThrow(grounded('died-in-it'))
    expect(perform(incidentActs, 'correct', fire, asFalseAlarm, at)).toMatchObject({ kind: 'false', deaths: null })
  })
})

describe('art. 9: deaths after the fire', () => {
  const death = { diedOn: '2026-04-15', deaths: 1, fromSerious: false, reason }
  it('count to the thirtieth day, and not ahead of today', () => {
    const late = { day: '2026-06-01', instant: '2026-06-01T04:00:00.000Z' }
    expect(perform(incidentActs, 'recordDeath', fire, { ...death, diedOn: '2026-05-01' }, late).deaths).toBe(1)
    const after = () => perform(incidentActs, 'recordDeath', fire, { ...death, diedOn: '2026-05-02' }, late)
    expect(after).toThrow(grounded('death-after-the-window'))
    const ahead = () => perform(incidentActs, 'recordDeath', fire, { ...death, diedOn: '2026-04-21' }, at)
    expect(ahead).toThrow(grounded('died-ahead'))
  })
  it('come out of the serious injuries only where there are as many', () => {
    const moved = { ...death, fromSerious: true }
    expect(() => perform(incidentActs, 'recordDeath', fire, moved, at)).toThrow(grounded('fewer-injured'))
    const injured = { ...fire, seriousInjuries: 2 }
    expect(perform(incidentActs, 'recordDeath', injured, moved, at)).toMatchObject({ deaths: 1, seriousInjuries: 1 })
  })
})
