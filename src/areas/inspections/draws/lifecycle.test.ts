import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagram, perform } from '../../../kernel/lifecycle.ts'
import type { Draw } from './contract.ts'
import { drawActs } from './lifecycle.ts'
import { messages } from './messages.ts'

const at = { day: '2026-11-27', instant: '2026-11-27T03:00:00.000Z' }
const later = { day: '2026-11-28', instant: '2026-11-28T13:30:00.000Z' }
const by = '周巡安'
const prepared = {
  state: 'prepared',
  toDraw: 10,
  source: { kind: 'event', words: '开奖号码', at: later.instant },
} as unknown as Draw
const grounded = (rule: string) => expect.objectContaining({ rule })

describe('a draw', () => {
  const published = perform(drawActs, 'publish', prepared, { by }, at)
  const drawn = perform(drawActs, 'draw', published, { by }, later)
  it('is published only before its seed can be known, and only where something is drawn', () => {
    expect(() => perform(drawActs, 'publish', prepared, { by }, later)).toThrow(grounded('source-not-ahead'))
    const empty = { ...prepared, toDraw: 0 }
    expect(() => perform(drawActs, 'publish', empty, { by }, at)).toThrow(grounded('nothing-to-draw'))
  })
  it('is not drawn a moment before the announced instant', () => {
    const before = { ...later, instant: '2026-11-28T13:29:59.999Z' }
    expect(() => perform(drawActs, 'draw', published, { by }, before)).toThrow(grounded('before-the-instant'))
    expect(drawn).toMatchObject({ state: 'drawn', drawnAt: later.instant, drawnBy: by })
  })
  it('changes no more once it is published, and is drawn once', () => {
    for (const act of ['exclude', 'admit', 'recuse'] as const)
      expect(() => perform(drawActs, act, published, {}, at)).toThrow(grounded('act-not-allowed'))
    expect(() => perform(drawActs, 'publish', published, { by }, at)).toThrow(grounded('act-not-allowed'))
    expect(() => perform(drawActs, 'draw', drawn, { by }, later)).toThrow(grounded('act-not-allowed'))
  })
  it('is void for good, with its reason, and keeps what was drawn', () => {
    const voided = perform(drawActs, 'void', drawn, { by, reason: '名单有误' }, later)
    expect(voided).toMatchObject({ state: 'voided', voidReason: '名单有误', drawnAt: later.instant })
    for (const act of ['publish', 'draw'] as const)
      expect(() => perform(drawActs, act, voided, { by }, at)).toThrow(grounded('act-not-allowed'))
  })
})

it('each act and ground has its words', () => {
  for (const { acts, grounds } of [messages.zh, messages.en]) {
    for (const [act, { unless = {} }] of Object.entries(drawActs)) {
      expect(Object.keys(acts)).toContain(`draw.${act}`)
      for (const ground of Object.keys(unless)) expect(Object.keys(grounds)).toContain(ground)
    }
  }
})

it('README.md shows these acts', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  expect(readme).toContain(diagram(drawActs))
})
