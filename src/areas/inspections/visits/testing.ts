/** A visit of a corner shop for tests: two inspectors, everything in order, as a person would enter it. */
import type { Item } from '../checklists/contract.ts'
import type { Answer, VisitFacts, VisitFinding } from './record-contract.ts'

/** An id that says which one it is. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const soundVisit: VisitFacts = {
  premises: idOf(1),
  kind: 'SUP',
  inspectors: [idOf(11), idOf(12)],
  startedAt: '2026-11-27T01:00:00.000Z',
  endedAt: '2026-11-27T01:30:00.000Z',
  startFix: null,
  endFix: null,
  checklist: idOf(2),
  answers: [],
  findings: [],
  rechecks: [],
  accompanying: { name: '韩松', role: '店主' },
  signature: { kind: 'signed', file: idOf(21), witness: null, words: null },
  photos: [],
  guidance: null,
  remarks: null,
  reason: 'plan',
  reasonRef: null,
  reasonWords: null,
  corrects: null,
}

export const anItem = (change: Partial<Item> & { code: string }): Item => ({
  zh: '灭火器是否完好有效',
  en: 'Extinguishers are in working order',
  law: '120-31',
  how: '看压力指针',
  evidence: 'none',
  unit: null,
  conduct: '33-5',
  mandatory: true,
  kinds: [],
  ...change,
})

export const anAnswer = (item: string, change: Partial<Answer> = {}): Answer => ({
  item,
  answer: 'yes',
  words: null,
  measured: null,
  photos: [],
  at: null,
  ...change,
})

export const aFinding = (id: string, change: Partial<VisitFinding> = {}): VisitFinding => ({
  id,
  item: null,
  conduct: '33-5',
  words: '灭火器压力不足',
  spot: null,
  photos: [],
  minor: false,
  serious: false,
  disposal: 'atOnce',
  term: null,
  photosAfter: [],
  ...change,
})
