import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFailure, failuresAllowed, isLocked, isOver } from './signin.ts'

const at = '2026-04-01T01:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()

describe('lock-out', () => {
  it('locks at the fifth failure for fifteen minutes', () => {
    let state: { failures: number; lockedUntil: string | null } = { failures: 0, lockedUntil: null }
    for (let i = 1; i < failuresAllowed; i++) {
      state = afterFailure(state, at)
      expect(state.lockedUntil).toBeNull()
    }
    state = afterFailure(state, at)
    expect(isLocked(state.lockedUntil, later(14.9))).toBe(true)
    expect(isLocked(state.lockedUntil, later(15))).toBe(false)
  })
  it('counts anew once a lock has run out', () => {
    expect(afterFailure({ failures: 5, lockedUntil: later(-1) }, at)).toEqual({ failures: 1, lockedUntil: null })
  })
})

describe('sessions', () => {
  const limits = { idleMinutes: 30, hours: 12 }
  it('end after the idle time', () => {
    expect(isOver({ beganAt: at, seenAt: at }, limits, later(29.9))).toBe(false)
    expect(isOver({ beganAt: at, seenAt: at }, limits, later(30))).toBe(true)
  })
  it('end after twelve hours however busy', () => {
    expect(isOver({ beganAt: at, seenAt: later(719) }, limits, later(720))).toBe(true)
  })
  it('never outlive either limit', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (seen, then) => {
        const over = isOver({ beganAt: at, seenAt: later(seen) }, limits, later(seen + then))
        expect(over).toBe(then >= 30 || seen + then >= 720)
      }),
    )
  })
})
