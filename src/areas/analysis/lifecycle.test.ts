import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagram, openActs, perform, RuleViolation } from '../../kernel/lifecycle.ts'
import { type AnalysisRecord, analysisActs, type Standing } from './lifecycle.ts'
import { messages } from './messages.ts'

const draft: AnalysisRecord = {
  id: '0198f1de-0000-7000-8000-000000000001',
  state: 'draft',
  version: 1,
  periodKey: '2026Q2',
  periodTo: '2026-06-30',
  edition: 1,
  proposed: null,
  rule: null,
  chosen: null,
  reason: null,
  chosenBy: null,
  chosenAt: null,
  draftedBy: '孙明算',
  draftedAt: '2026-07-01T01:00:00.000Z',
  issuedBy: null,
  issuedAt: null,
  digest: null,
  edits: [],
}
const now: Standing = {
  proposal: { verdict: 'stable', rule: 'otherwise' },
  paragraphs: new Map([['overall.counts', '甲']]),
  digest: 'd1',
}
const verdicts = ['stable', 'rising']
const at = { day: '2026-07-02', instant: '2026-07-02T01:00:00.000Z' }
const by = '李守正'
const choose = (verdict: string, reason: string | null = null, from = draft) =>
  perform(analysisActs, 'chooseVerdict', from, { verdict, reason, verdicts, now, by }, at)
const issue = (from: AnalysisRecord, standing = now, day = at.day) =>
  perform(analysisActs, 'issue', from, { digest: 'd1', now: standing, by }, { ...at, day })

describe('the verdict', () => {
  it('as proposed needs no reason; another one does', () => {
    expect(choose('stable')).toMatchObject({ proposed: 'stable', chosen: 'stable', reason: null, chosenBy: by })
    expect(() => choose('rising')).toThrow('reason-wanted')
    expect(choose('rising', '从严研判')).toMatchObject({ proposed: 'stable', chosen: 'rising', reason: '从严研判' })
  })
  it('must be chosen again where the proposal has moved', () => {
    expect(() => issue(choose('stable'), { ...now, proposal: { verdict: 'rising', rule: 'fires-rise' } })).toThrow(
      'proposal-moved',
    )
  })
})

describe('issuing', () => {
  it('waits for the day after the period', () => {
    expect(() => issue(choose('stable'), now, '2026-06-30')).toThrow('period-not-over')
    expect(issue(choose('stable'), now, '2026-07-01')).toMatchObject({ state: 'issued', issuedBy: by, digest: 'd1' })
  })
  it('is refused where an edit rests on other figures, until it was looked at', () => {
    const edited = perform(
      analysisActs,
      'editParagraph',
      choose('stable'),
      { paragraph: 'overall.counts', text: '乙', now, by },
      at,
    )
    const moved = { ...now, paragraphs: new Map([['overall.counts', '丙']]) }
    expect(() => issue(edited, moved)).toThrow('edits-to-review')
    const again = perform(
      analysisActs,
      'editParagraph',
      edited,
      { paragraph: 'overall.counts', text: '乙', now: moved, by },
      at,
    )
    expect(issue(again, moved).state).toBe('issued')
  })
})

it('a draft may be discarded, at whatever stage; what was issued may not', () => {
  for (const one of [draft, choose('stable')])
    expect(perform(analysisActs, 'discard', one, {}, at)).toEqual({ ...one, state: 'discarded' })
  expect(() => perform(analysisActs, 'discard', issue(choose('stable')), {}, at)).toThrow('act-not-allowed')
})

it('nothing is open once it is issued', () => {
  expect(openActs(analysisActs, issue(choose('stable')))).toEqual([])
})

it('whatever is done, an issued analysis has a verdict, and another than the proposed one has its reason', () => {
  const step = fc.oneof(
    fc.record({
      act: fc.constant('choose' as const),
      verdict: fc.constantFrom(...verdicts),
      reason: fc.option(fc.constant('理由')),
    }),
    fc.record({ act: fc.constantFrom('edit' as const, 'reset' as const, 'issue' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      let record = draft
      for (const one of steps)
        try {
          if (one.act === 'choose') record = choose(one.verdict, one.reason, record)
          if (one.act === 'edit')
            record = perform(
              analysisActs,
              'editParagraph',
              record,
              { paragraph: 'overall.counts', text: '乙', now, by },
              at,
            )
          if (one.act === 'reset')
            record = perform(analysisActs, 'resetParagraph', record, { paragraph: 'overall.counts' }, at)
          if (one.act === 'issue') record = issue(record)
        } catch (error) {
          if (!(error instanceof RuleViolation)) throw error
        }
      if (record.state === 'issued') expect(record.chosen).not.toBeNull()
      if (record.chosen !== record.proposed) expect(record.reason).not.toBeNull()
    }),
  )
})

it('README shows the life cycle as it is', () => {
  expect(readFileSync(new URL('./README.md', import.meta.url), 'utf8')).toContain(diagram(analysisActs))
})

it('every act and every ground has its words in both languages', () => {
  const grounds = Object.values(analysisActs).flatMap(({ unless = {} }) => Object.keys(unless))
  for (const { acts, grounds: words } of [messages.zh, messages.en]) {
    expect(Object.keys(acts)).toEqual(expect.arrayContaining(Object.keys(analysisActs)))
    expect(Object.keys(words)).toEqual(expect.arrayContaining(grounds))
  }
})
