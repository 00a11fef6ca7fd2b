/** A visit under way: nothing is said for the officer, and what is kept is what was typed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VisitKind, visitKinds } from '../../../codes.ts'
import type { Visit } from '../../../visits/record-contract.ts'
import { aFinding, anAnswer, anItem, idOf, soundVisit } from '../../../visits/testing.ts'
import {
  answered,
  asVisit,
  type Beginning,
  blankDraft,
  blankFinding,
  draftName,
  fieldTime,
  rechecked,
  timeOfField,
  touched,
  unsaid,
  withPhrase,
} from './draft.ts'
import { anchorOf, faultsOf } from './faults.ts'

const begin: Beginning = {
  premises: idOf(1),
  kind: 'SUP',
  person: idOf(11),
  now: '2026-11-27T02:00:30.000Z',
  complaint: null,
  corrected: null,
}
const kind = VisitKind.parse(visitKinds.entries.find(({ code }) => code === 'SUP')?.props)
const ground = {
  kind,
  items: [anItem({ code: 'U2' }), anItem({ code: 'U4e' })],
  now: begin.now,
  person: idOf(11),
  before: 0,
  perYear: null,
}
const rulesOf = (faults: readonly { rule: string }[]) => faults.map(({ rule }) => rule)

describe('a new draft', () => {
  it('answers nothing, orders nothing, signs nothing', () => {
    const draft = blankDraft(begin)
    expect(draft).toMatchObject({ answers: [], findings: [], rechecks: [], signature: { kind: null } })
    expect(draft).toMatchObject({ startedAt: '2026-11-27T01:40:00.000Z', endedAt: '2026-11-27T02:00:00.000Z' })
    expect(blankFinding(anItem({ code: 'U2' }))).toMatchObject({ disposal: null, words: '', minor: false, term: null })
  })
  it('has an id of its own, under which it is submitted however often', () => {
    expect(blankDraft(begin).id).not.toBe(blankDraft(begin).id)
    const draft = blankDraft(begin)
    expect(asVisit(draft).id).toBe(draft.id)
  })
  it('is not worth keeping, at whatever time it was opened', () => {
    expect(touched(blankDraft({ ...begin, now: '2026-11-27T05:00:00.000Z' }), blankDraft(begin))).toBe(false)
    const draft = blankDraft(begin)
    expect(touched({ ...draft, remarks: '门口' }, draft)).toBe(true)
    expect(touched({ ...draft, startedAt: '2026-11-27T01:00:00.000Z' }, draft)).toBe(true)
  })
  it('of a complaint says so; each errand to a place is kept by itself', () => {
    expect(blankDraft({ ...begin, complaint: idOf(9) })).toMatchObject({ reason: 'complaint', reasonRef: idOf(9) })
    const names = [begin, { ...begin, kind: 'RECHECK' }, { ...begin, complaint: idOf(9) }].map(draftName)
    expect(new Set(names).size).toBe(3)
  })
})

it('a correction begins with what the visit said, but for its findings, which stand', () => {
  const corrected = {
    ...soundVisit,
    id: idOf(3),
    answers: [anAnswer('U2', { answer: 'no' })],
    findings: [aFinding(idOf(41), { item: 'U2' })],
    rechecks: [{ hazard: idOf(51), corrected: true, words: null, photos: [] }],
  } as unknown as Visit
  const draft = blankDraft({ ...begin, corrected })
  expect(draft).toMatchObject({
    ...{ corrects: idOf(3), answers: corrected.answers, inspectors: soundVisit.inspectors, findings: [], rechecks: [] },
    ...{ startedAt: soundVisit.startedAt, signature: soundVisit.signature },
  })
  expect(draft.id).not.toBe(idOf(3))
  expect(touched(draft, blankDraft({ ...begin, corrected }))).toBe(false)
})

describe('what is not said yet', () => {
  const finding = blankFinding(anItem({ code: 'U2' }))
  const answers = [anAnswer('U2', { answer: 'no' })]
  const draft = { ...blankDraft(begin), checklist: idOf(2), answers, findings: [finding] }

  it('is a fault, but only once somebody tries to submit', () => {
    expect(rulesOf(unsaid(draft))).toEqual(['words-wanted', 'disposal-wanted', 'signature-wanted'])
    const before = faultsOf(draft, ground, undefined, false)
    expect(before.shown).toEqual([])
    const after = faultsOf(draft, ground, undefined, true)
    expect(rulesOf(after.shown)).toEqual([
      ...['too-few-inspectors', 'item-unanswered', 'words-wanted', 'disposal-wanted', 'signature-wanted'],
    ])
    expect([before.wrong, after.wrong]).toEqual([5, 5])
  })
  it('what is wrong is said at once', () => {
    const late = { ...draft, startedAt: '2026-11-27T02:00:00.000Z' }
    expect(rulesOf(faultsOf(late, ground, undefined, false).shown)).toEqual(['ends-before-it-starts'])
  })
  it('each fault has its place on the page', () => {
    expect(anchorOf('items.U4e', draft)).toBe('item-U4e')
    expect(anchorOf('answers.0', draft)).toBe('item-U2')
    expect(anchorOf('findings.0.disposal', draft)).toBe(`finding-${finding.id}`)
    expect(anchorOf('signature.witness', draft)).toBe('visit-signature')
    expect(anchorOf('endedAt', draft)).toBe('visit-endedAt')
    expect(anchorOf('rechecks', draft)).toBe('visit-rechecks')
    const rechecks = rechecked([], idOf(51), { corrected: false })
    expect(anchorOf('rechecks.0', { ...draft, rechecks })).toBe(`recheck-${idOf(51)}`)
  })
})

it('an item has one answer, the last that was given', () => {
  const said = fc.array(fc.tuple(fc.constantFrom('U1', 'U2', 'U3'), fc.constantFrom('yes', 'no', 'na')))
  fc.assert(
    fc.property(said, (all) => {
      const answers = all.reduce(
        (were, [item, answer]) => answered(were, item, { answer: answer as 'yes' | 'no' | 'na' }),
        [] as ReturnType<typeof answered>,
      )
      expect(new Map(answers.map(({ item, answer }) => [item, answer]))).toEqual(new Map(all as [string, string][]))
      expect(answers).toHaveLength(new Set(all.map(([item]) => item)).size)
    }),
  )
})

it('phrases are taken one after the other, each once', () => {
  expect(withPhrase('', '灭火器过期')).toBe('灭火器过期')
  expect(withPhrase('灭火器过期', '应急照明损坏')).toBe('灭火器过期；应急照明损坏')
  expect(withPhrase('灭火器过期；应急照明损坏', '灭火器过期')).toBe('灭火器过期；应急照明损坏')
})

it('a field of date and time shows the wall clock of Shanghai, and reads it back', () => {
  expect(fieldTime('2026-11-27T16:05:00.000Z')).toBe('2026-11-28T00:05')
  expect(timeOfField('')).toBeUndefined()
  fc.assert(
    fc.property(fc.integer({ min: 28_000_000, max: 31_000_000 }), (minute) => {
      const instant = new Date(minute * 60_000).toISOString()
      expect(timeOfField(fieldTime(instant))).toBe(instant)
    }),
  )
})
