import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { troubleLine, troubleOf } from './errors.ts'

const error = (status: number, message: string, data: unknown = {}) => new ORPCError('X', { status, message, data })

describe('an error in words', () => {
  it('names the ground of a refusal and its article', () => {
    const grounds = { 'term-has-ended': '期限 {term} 已过。' }
    const trouble = troubleOf(error(409, 'term-has-ended', { law: 'xfj17-11', term: '2026-05-01' }), 'zh', grounds)
    expect(trouble).toMatchObject({ title: '不能这样办理', more: '期限 2026-05-01 已过。', status: 409 })
    expect(trouble.law).toContain('第11条')
  })
  it('shows a ground without words as it is, rather than nothing', () => {
    expect(troubleOf(error(409, 'never-heard-of'), 'en').more).toBe('never-heard-of')
  })
  it('names every field of a bad request and what it wants', () => {
    const issues = [
      { path: ['facts', 'address'], code: 'too_big', origin: 'string', maximum: 200, message: 'Too big' },
      { path: ['username'], code: 'too_small', origin: 'string', minimum: 1, message: 'Too small' },
      { path: ['polygon', 0], code: 'custom', message: 'ring-not-closed' },
    ]
    const { fields } = troubleOf(error(400, 'bad', { issues }), 'zh', { 'ring-not-closed': '边界没有闭合' })
    expect(fields).toEqual([
      { path: 'facts.address', reason: '不超过 200 个字' },
      { path: 'username', reason: '请填写' },
      { path: 'polygon.0', reason: '边界没有闭合' },
    ])
  })
  it('gives the number of a fault, and no more of it', () => {
    const trouble = troubleOf(error(500, 'fault', { request: 'req-7' }), 'en')
    expect(trouble.reference).toBe('req-7')
    expect(troubleLine(error(500, 'fault', { request: 'req-7' }), 'zh')).toContain('req-7')
  })
  it('tells a lost connection from a refusal', () => {
    expect(troubleOf(new TypeError('Failed to fetch'), 'zh').title).toBe('连接不上服务器')
  })
  it('says how large a file may be', () => {
    expect(troubleLine(error(413, 'file-too-large', { limitMb: 200 }), 'zh')).toContain('上限为 200 MB')
  })
  it.each(['already-there', 'refers-to-nothing', 'moved-meanwhile'])(
    'has words for what the database refuses: %s',
    (rule) => {
      for (const lang of ['zh', 'en'] as const) expect(troubleOf(error(409, rule), lang).more).not.toBe(rule)
    },
  )
  it.each([401, 403, 404, 413, 429, 503])('%i has words of its own', (status) => {
    for (const lang of ['zh', 'en'] as const) {
      const { title, more } = troubleOf(error(status, ''), lang)
      expect(title.length * more.length).toBeGreaterThan(0)
    }
  })
})
