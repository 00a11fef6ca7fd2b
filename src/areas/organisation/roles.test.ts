import { describe, expect, it } from 'vitest'
import { mayBecome, type RoleRule, roleKeys, roles } from './roles.ts'

const administrators = roleKeys.filter((role) => (roles[role] as RoleRule).administrator)
const others = roleKeys.filter((role) => !administrators.includes(role))

describe('三员分立', () => {
  it('has three administrators who may do nothing with records', () => {
    expect(administrators).toEqual(['systemAdmin', 'securityAdmin', 'auditAdmin'])
    for (const role of administrators)
      expect(roles[role].may.filter((permission) => /^(incidents|analysis)/.test(permission))).toEqual([])
  })
  it('lets nobody change sides, and a new account become anything', () => {
    for (const from of roleKeys)
      for (const to of roleKeys) {
        const expected = from === to || from === 'unassigned' || (others.includes(from) && others.includes(to))
        expect(mayBecome(from, to), `${from} → ${to}`).toBe(expected)
      }
  })
})
