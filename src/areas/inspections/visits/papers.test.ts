import { expect, it } from 'vitest'
import { inspection } from '../../papers/forms/inspection.ts'
import { inspectionValues, type Told } from './papers.ts'
import type { Visit, VisitFinding } from './record-contract.ts'

const id = '01a20b69-0000-7000-8000-000000000001'
const finding = (change: Partial<VisitFinding>): VisitFinding => ({
  ...{
    id,
    item: 'U4',
    conduct: '33-2',
    words: '安全出口被货物堵塞',
    spot: null,
    photos: [],
    minor: false,
    serious: false,
  },
  ...{ disposal: 'term', term: '2026-12-04', photosAfter: [] },
  ...change,
})
const visit = (change: Partial<Visit> = {}): Visit => ({
  ...{ id, premises: id, premisesNo: 'P1', premisesName: '新华书店', address: '柳荫路12号', kind: 'supervision' },
  ...{ inspectors: [id], inspectorNames: ['钱勤', '赵望'], checklist: id, corrects: null, correctedBy: null },
  ...{ startedAt: '2026-11-20T01:30:00Z', endedAt: '2026-11-20T02:15:00Z', startFix: null, endFix: null },
  ...{ saidStartedAt: '2026-11-20T01:30:00Z', saidEndedAt: '2026-11-20T02:15:00Z', deviceAt: null },
  ...{ submittedAt: '2026-11-20T03:00:00Z', submittedBy: '钱勤', visitedOn: '2026-11-20', dueOn: null, marks: [] },
  ...{ body: id, station: null, community: null, hazards: 1, reason: 'plan', reasonRef: null, reasonWords: null },
  answers: [
    { item: 'U2', answer: 'yes', words: null, measured: null, photos: [], at: null },
    { item: 'U4', answer: 'no', words: '堵塞', measured: 0.6, photos: [], at: null },
  ],
  findings: [finding({})],
  rechecks: [],
  accompanying: { name: '韩松', role: '店长' },
  signature: { kind: 'refused', file: null, witness: '郑街', words: null },
  photos: [],
  guidance: null,
  remarks: null,
  ...change,
})
const told: Told = {
  party: { name: '新华书店', address: '柳荫路12号', unit: true, person: null, phone: null },
  form: 'unit',
  responsible: { name: '韩松', phone: null },
  manager: { name: null, phone: null },
  items: [
    { code: 'U2', zh: '制定消防安全制度', unit: null },
    { code: 'U4', zh: '疏散通道、安全出口畅通', unit: '米' },
    { code: 'U6', zh: '固定消防设施定期维修保养', unit: null },
  ],
  found: [],
  rechecked: [],
}
const values = (change: Partial<Visit> = {}, more: Partial<Told> = {}) =>
  inspectionValues(visit(change), { ...told, ...more })

it('is filled as its form wants', () => expect(inspection.shape.parse(values())).toEqual(values()))
it('says of each item what was answered, measured, or nothing', () =>
  expect(values().items).toEqual([
    { code: 'U2', text: '制定消防安全制度', answer: 'yes', words: null },
    { code: 'U4', text: '疏散通道、安全出口畅通', answer: 'no', words: '堵塞；实测0.6米' },
    { code: 'U6', text: '固定消防设施定期维修保养', answer: null, words: null },
  ]))
it('ticks each order that was given, with the last term', () => {
  const findings = [
    finding({ disposal: 'spot', term: null }),
    finding({ disposal: 'term', term: '2026-12-18' }),
    finding({ disposal: 'term', term: '2026-12-04' }),
  ]
  expect(values({ findings }).orders).toEqual({
    ...{ spot: true, atOnce: false, term: '2026-12-18', referred: null, reported: null },
  })
})
it('notes that the signature was refused, and who saw it', () =>
  expect(values().signature).toEqual({ kind: 'refused', witness: '郑街' }))
it('is of a committee, a property company or a unit', () => {
  expect(values({}, { form: 'committee' }).objectKind).toBe('committee')
  expect(values({}, { form: 'estate' }).objectKind).toBe('company')
  expect(values({}, { form: 'building' }).objectKind).toBe('unit')
})
it('is a re-check where nothing else was done', () => {
  const rechecks = [{ hazard: id, corrected: true, words: '已清除', photos: [] }]
  const only = values({ rechecks, findings: [], answers: [] })
  expect(only.reason).toBe('recheck')
  expect(only.seenAgain).toEqual([{ words: '已清除', corrected: true }])
})
