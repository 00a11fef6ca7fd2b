/** What refuses a visit, and what is only said to whoever made it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VisitKind, visitKinds } from '../codes.ts'
import { type VisitGround, visitFaults } from './checks.ts'
import type { VisitFacts } from './record-contract.ts'
import { aFinding, anAnswer, anItem, idOf, soundVisit } from './testing.ts'

const kindOf = (code: string) => VisitKind.parse(visitKinds.entries.find((entry) => entry.code === code)?.props)
const ground: VisitGround = {
  kind: kindOf('SUP'),
  items: [],
  now: '2026-11-27T02:00:00.000Z',
  person: idOf(11),
  before: 0,
  perYear: 4,
}
const rulesOf = (visit: Partial<VisitFacts>, change: Partial<VisitGround> = {}) =>
  visitFaults({ ...soundVisit, ...visit }, { ...ground, ...change })
const said = (visit: Partial<VisitFacts>, change: Partial<VisitGround> = {}) =>
  rulesOf(visit, change).map(({ at, rule, weight }) => `${weight} ${at} ${rule}`)

it('a visit with everything in order has nothing against it', () => {
  expect(said({})).toEqual([])
})

describe('times', () => {
  it('it ends after it began', () => {
    expect(said({ endedAt: soundVisit.startedAt })).toEqual(['fault endedAt ends-before-it-starts'])
  })
  it('it does not end ahead of the server’s clock by more than clocks differ', () => {
    expect(said({ endedAt: '2026-11-27T02:02:00.000Z' })).toEqual([])
    expect(said({ endedAt: '2026-11-27T02:02:01.000Z' })).toEqual(['fault endedAt in-the-future'])
  })
  it('one of half a day is looked at again, and taken', () => {
    expect(said({ startedAt: '2026-11-26T13:29:00.000Z' })).toEqual(['warning endedAt very-long'])
  })
})

describe('people (令第120号 art. 14)', () => {
  it('a supervision visit takes two different inspectors', () => {
    expect(said({ inspectors: [idOf(11)] })).toEqual(['fault inspectors too-few-inspectors'])
    expect(said({ inspectors: [idOf(11), idOf(11)] })).toEqual(['fault inspectors too-few-inspectors'])
  })
  it('guidance takes one', () => {
    expect(
      said({ kind: 'GUIDE', inspectors: [idOf(11)], guidance: '讲解报警方法' }, { kind: kindOf('GUIDE') }),
    ).toEqual([])
  })
  it('whoever submits was there', () => {
    expect(said({}, { person: idOf(13) })).toEqual(['fault inspectors not-an-inspector'])
  })
  it('a refusal to sign has a witness; a signature on paper is asked for afterwards', () => {
    const signature = { kind: 'refused', file: null, witness: null, words: null } as const
    expect(said({ signature })).toEqual(['fault signature.witness witness-wanted'])
    expect(said({ signature: { ...signature, witness: '楼长' } })).toEqual([])
    expect(said({ signature: { ...signature, kind: 'absent' } })).toEqual([])
    expect(said({ signature: { ...signature, kind: 'signed' } })).toEqual(['warning signature.file signature-on-paper'])
  })
})

describe('items', () => {
  const items = [
    anItem({ code: 'U2' }),
    anItem({ code: 'U4c', evidence: 'photo' }),
    anItem({ code: 'U4d', evidence: 'measurement', unit: '米' }),
    anItem({ code: 'D1', mandatory: false }),
  ]
  const all = [anAnswer('U2'), anAnswer('U4c', { photos: [idOf(31)] }), anAnswer('U4d', { measured: 1.2 })]

  it('each mandatory one is answered, another may be', () => {
    expect(said({ answers: all }, { items })).toEqual([])
    expect(said({ answers: all.slice(1) }, { items })).toEqual(['fault items.U2 item-unanswered'])
  })
  it('where the visit goes by a list, it names its edition', () => {
    expect(said({ answers: all, checklist: null }, { items })).toEqual(['fault checklist checklist-wanted'])
  })
  it('an unknown one and one that is answered twice are refused', () => {
    expect(said({ answers: [...all, anAnswer('X9')] }, { items })).toEqual(['fault answers.3 unknown-item'])
    expect(said({ answers: [...all, anAnswer('U2')] }, { items })).toEqual(['fault answers.3 answered-twice'])
  })
  it('what wants a photo or a measurement has it, unless it does not apply', () => {
    const bare = [anAnswer('U2'), anAnswer('U4c'), anAnswer('U4d')]
    expect(said({ answers: bare }, { items })).toEqual([
      'fault items.U4c photo-wanted',
      'fault items.U4d measurement-wanted',
    ])
    const na = bare.map((one) => ({ ...one, answer: 'na' as const, words: '无此设施' }))
    expect(said({ answers: na }, { items })).toEqual([])
  })
  it('a mandatory one that does not apply says why', () => {
    expect(said({ answers: [...all.slice(1), anAnswer('U2', { answer: 'na' })] }, { items })).toEqual([
      'warning items.U2 why-not-applicable',
    ])
  })
  it('“does not comply” has a finding of its own', () => {
    const answers = [...all.slice(1), anAnswer('U2', { answer: 'no' })]
    expect(said({ answers }, { items })).toEqual(['fault items.U2 finding-wanted'])
    expect(said({ answers, findings: [aFinding(idOf(41), { item: 'U2' })] }, { items })).toEqual([])
    expect(said({ answers, findings: [aFinding(idOf(41), { item: 'U4c' })] }, { items })).toEqual([
      'fault items.U2 finding-wanted',
    ])
  })
})

describe('findings', () => {
  const one = (change: Parameters<typeof aFinding>[1]) => said({ findings: [aFinding(idOf(41), change)] })

  it('an order by term has its day, after the visit; nothing else has one', () => {
    expect(one({ disposal: 'term' })).toEqual(['fault findings.0.term term-wanted'])
    expect(one({ disposal: 'term', term: '2026-11-27' })).toEqual(['fault findings.0.term term-not-ahead'])
    expect(one({ disposal: 'term', term: '2026-11-28' })).toEqual([])
    expect(one({ disposal: 'atOnce', term: '2026-12-12' })).toEqual(['fault findings.0.term term-without-order'])
  })
  it('the day of the visit is that of Shanghai', () => {
    const night = { startedAt: '2026-11-26T15:30:00.000Z', endedAt: '2026-11-26T16:10:00.000Z' }
    const findings = [aFinding(idOf(41), { disposal: 'term', term: '2026-11-27' })]
    expect(said({ ...night, findings })).toEqual(['fault findings.0.term term-not-ahead'])
  })
  it('only what is minor is put right on the spot, and a photo of it is asked for', () => {
    expect(one({ disposal: 'spot', photosAfter: [idOf(31)] })).toEqual(['fault findings.0.disposal not-minor'])
    expect(one({ disposal: 'spot', minor: true })).toEqual(['warning findings.0.photosAfter photo-after'])
    expect(one({ disposal: 'spot', minor: true, photosAfter: [idOf(31)] })).toEqual([])
  })
  it('is not minor and serious at once', () => {
    expect(one({ minor: true, serious: true })).toEqual(['fault findings.0.serious minor-and-serious'])
  })
  it('is entered once', () => {
    expect(said({ findings: [aFinding(idOf(41)), aFinding(idOf(41))] })).toEqual(['fault findings.1 found-twice'])
  })
})

describe('re-checks', () => {
  const seen = { hazard: idOf(51), corrected: true, words: null, photos: [] }
  const kind = kindOf('RECHECK')

  it('a re-check sees at least one hazard, each once', () => {
    expect(said({ kind: 'RECHECK' }, { kind })).toEqual(['fault rechecks recheck-wanted'])
    expect(said({ kind: 'RECHECK', rechecks: [seen] }, { kind })).toEqual([])
    expect(said({ kind: 'RECHECK', rechecks: [seen, seen] }, { kind })).toEqual(['fault rechecks.1 rechecked-twice'])
  })
})

describe('the yearly cap (国办发〔2024〕54号)', () => {
  it('one visit more needs a reason in words', () => {
    expect(said({}, { before: 3 })).toEqual([])
    expect(said({}, { before: 4 })).toEqual(['fault reasonWords beyond-cap'])
    expect(said({ reasonWords: '节前专项检查' }, { before: 4 })).toEqual([])
  })
  it('complaints, referrals, emergencies and draws pass without', () => {
    for (const reason of ['complaint', 'referral', 'emergency', 'draw'] as const)
      expect(said({ reason }, { before: 9 })).toEqual([])
    expect(said({ reason: 'other' }, { before: 9 })).toEqual(['fault reasonWords beyond-cap'])
  })
  it('no cap and kinds that do not count are never beyond it', () => {
    expect(said({}, { before: 99, perYear: null })).toEqual([])
    expect(said({ kind: 'PATROL', remarks: '巡查' }, { kind: kindOf('PATROL'), before: 99 })).toEqual([])
  })
})

it('a patrol that says nothing at all is asked whether that is so', () => {
  expect(said({ kind: 'PATROL' }, { kind: kindOf('PATROL') })).toEqual(['warning remarks says-nothing'])
})

it('whatever is entered: what was against a visit stays against it when something else is wrong too', () => {
  const answer = fc.record({ item: fc.constantFrom('U2', 'U4', 'X9'), answer: fc.constantFrom('yes', 'no', 'na') })
  const finding = fc.record({
    id: fc.integer({ min: 1, max: 4 }).map(idOf),
    minor: fc.boolean(),
    serious: fc.boolean(),
    disposal: fc.constantFrom('spot', 'atOnce', 'term', 'later'),
    term: fc.constantFrom(null, '2026-11-20', '2026-12-20'),
  })
  const items = [anItem({ code: 'U2' }), anItem({ code: 'U4' })]
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 4 }), fc.array(finding, { maxLength: 4 }), (answers, findings) => {
      const visit = {
        ...soundVisit,
        answers: answers.map(({ item, ...more }) => anAnswer(item, more as Partial<ReturnType<typeof anAnswer>>)),
        findings: findings.map(({ id, ...more }) => aFinding(id, more as Parameters<typeof aFinding>[1])),
      }
      const asKeys = (faults: ReturnType<typeof visitFaults>) => faults.map(({ at, rule }) => `${at} ${rule}`)
      const before = asKeys(visitFaults(visit, { ...ground, items }))
      const after = asKeys(visitFaults({ ...visit, inspectors: [] }, { ...ground, items }))
      expect(after).toEqual(expect.arrayContaining(before))
      expect(after).toContain('inspectors too-few-inspectors')
    }),
  )
})
