import { describe, expect, it } from 'vitest'
import { forms } from '../papers/forms.ts'
import { samples } from '../papers/samples.ts'
import {
  atOnceValues,
  byTermValues,
  demandFitting,
  grantedValues,
  type HazardForm,
  hazardForms,
  majorValues,
  recheckValues,
  referralValues,
  refusedValues,
  releaseValues,
  sealValues,
  seriousValues,
  type Told,
} from './papers.ts'
import type { Hazard } from './record-contract.ts'
import { newHazard } from './settle.ts'

const hazard = (change: Partial<Hazard> = {}): Hazard => ({
  ...newHazard(
    {
      id: '01a20b69-0000-7000-8000-000000000001',
      item: 'U4',
      conduct: '33-2',
      words: '安全出口被货物堵塞',
      spot: '一层东侧',
      photos: [],
      minor: false,
      serious: false,
    },
    {
      premises: '01a20b69-0000-7000-8000-0000000000f1',
      premisesNo: 'P1',
      premisesName: '新华书店（东街店）',
      address: '柳荫路12号',
      visit: '01a20b69-0000-7000-8000-0000000000e1',
      foundAt: '2026-11-20T02:00:00Z',
      inspectedOn: '2026-11-20',
      body: '01a20b69-0000-7000-8000-0000000000b1',
      bodyKind: 'station',
      station: null,
      community: null,
      officer: null,
    },
    null,
  ),
  ...change,
})
const told: Told = {
  party: { name: '新华书店（东街店）', address: '柳荫路12号', unit: true, person: null, phone: null },
  inspectors: ['钱勤', '赵望'],
  conductOf: (code) =>
    code === '5-37' ? { law: '5-37', order: '立即移出电动自行车' } : { law: '120-33', order: '清除占用、堵塞' },
  noticeNo: '试公（东街）消限字〔2026〕第0001号',
  noticeTitle: '责令限期改正通知书',
  sealNo: '试消封字〔2026〕第0001号',
  to: ['试验区消防救援大队'],
  danger: '人员密集，难以疏散',
  proposal: null,
  measures: '停止使用',
  parts: '一层东侧',
  reason: null,
  decision: '理由成立',
  materials: ['检查记录'],
  contact: { name: '钱勤', phone: null },
  today: '2026-11-27',
}
const byTerm = (term: string, more: Partial<Hazard> = {}) =>
  hazard({ state: 'ordered', order: 'term', term, termEnds: term, ...more })

/** What each form is made of in its own state. */
const made: Readonly<Record<HazardForm, () => { hazards: Hazard[]; values: unknown }>> = {
  orderAtOnce: () => {
    const hazards = [hazard({ state: 'ordered', order: 'atOnce', term: '2026-11-20' })]
    return { hazards, values: atOnceValues(hazards, told) }
  },
  orderByTerm: () => {
    const hazards = [byTerm('2026-12-04'), byTerm('2026-12-18', { conduct: '5-37' })]
    return { hazards, values: byTermValues(hazards, told) }
  },
  recheck: () => {
    const hazards = [
      byTerm('2026-12-04', { state: 'closed', recheckedOn: '2026-12-07' }),
      byTerm('2026-12-04', { state: 'uncorrected', recheckedOn: '2026-12-07' }),
      byTerm('2026-12-18', { recheckedOn: '2026-12-07' }),
    ]
    return { hazards, values: recheckValues(hazards, told) }
  },
  extensionGranted: () => {
    const hazards = [
      byTerm('2026-12-18', { extensionAskedOn: '2026-12-01', extensionGranted: true, extensionReason: '未到货' }),
    ]
    return { hazards, values: grantedValues(hazards, told, '2026-12-04') }
  },
  extensionRefused: () => {
    const hazards = [
      byTerm('2026-12-04', { extensionAskedOn: '2026-12-01', extensionGranted: false, extensionReason: '未到货' }),
    ]
    return { hazards, values: refusedValues(hazards, told, '2026-12-04') }
  },
  referral: () => {
    const hazards = [
      byTerm('2026-12-04', { state: 'uncorrected', uncorrectedOn: '2026-12-07', penaltyOn: '2026-12-08' }),
    ]
    return { hazards, values: referralValues(hazards, told) }
  },
  seriousReport: () => {
    const hazards = [byTerm('2026-12-04', { serious: true })]
    return { hazards, values: seriousValues(hazards, told) }
  },
  majorOrder: () => {
    const hazards = [byTerm('2026-12-04', { bodyKind: 'brigade', majorOn: '2026-11-25' })]
    return { hazards, values: majorValues(hazards, told, '安全出口数量不足') }
  },
  seal: () => {
    const hazards = [byTerm('2026-12-04', { bodyKind: 'brigade', sealedOn: '2026-11-25', sealUntil: '2026-12-20' })]
    return { hazards, values: sealValues(hazards, told) }
  },
  release: () => {
    const hazards = [byTerm('2026-12-04', { bodyKind: 'brigade', sealedOn: '2026-11-25', releasedOn: '2026-12-01' })]
    return { hazards, values: releaseValues(hazards, told) }
  },
}

describe.each(hazardForms)('%s', (form) => {
  const { hazards, values } = made[form]()
  it('is filled as its form wants', () => expect(forms[form].shape.parse(values)).toEqual(values))
  it('fills every field that its sample fills', () =>
    expect(Object.keys(values as object).sort()).toEqual(Object.keys(samples[form]).sort()))
  it('fits what was done', () => expect(() => demandFitting(form, hazards)).not.toThrow())
  it('does not fit a hazard of which nothing was done', () =>
    expect(() => demandFitting(form, [hazard()])).toThrow('form-does-not-fit'))
  it('does not fit one that was struck', () =>
    expect(() =>
      demandFitting(
        form,
        hazards.map((one) => ({ ...one, state: 'voided' })),
      ),
    ).toThrow('form-does-not-fit'))
})

describe('one notice for several hazards', () => {
  it('says each with its place, what is to be done, and its term', () => {
    expect(made.orderByTerm().values).toMatchObject({
      inspectedOn: '2026-11-20',
      conducts: [
        { words: '安全出口被货物堵塞', spot: '一层东侧', demand: '清除占用、堵塞', term: '2026-12-04' },
        { demand: '立即移出电动自行车', term: '2026-12-18' },
      ],
      basis:
        '《消防监督检查规定》（公安部令第120号）第十九条、第三十三条、《高层民用建筑消防安全管理规定》（应急管理部令第5号）第三十七条',
    })
  })
  it('is of one place and one inspection', () => {
    const one = byTerm('2026-12-04')
    expect(() => demandFitting('orderByTerm', [one, { ...one, premises: one.id }])).toThrow('different-premises')
    expect(() => demandFitting('orderByTerm', [one, { ...one, inspectedOn: '2026-11-21' }])).toThrow(
      'different-inspections',
    )
  })
  it('is not by term where the order is at once', () =>
    expect(() =>
      demandFitting('orderByTerm', [byTerm('2026-12-04'), hazard({ state: 'ordered', order: 'atOnce' })]),
    ).toThrow('form-does-not-fit'))
})

describe('a re-check (令第120号第二十条)', () => {
  it('says of each item whether it is put right, and what follows', () =>
    expect((made.recheck().values as { items: object[] }).items).toMatchObject([
      { corrected: true, next: 'closed' },
      { corrected: false, next: 'penalty' },
      { corrected: false, next: 'continues', term: '2026-12-18' },
    ]))
})

it('hands over for a penalty what was not put right, and says so', () =>
  expect(made.referral().values).toMatchObject({
    to: '试验区消防救援大队',
    request: '依法予以行政处罚',
    facts: [{ words: '安全出口被货物堵塞，经责令改正逾期未改正' }],
  }))
it('reports what was ordered, by its number', () =>
  expect(made.seriousReport().values).toMatchObject({
    ordered: '已责令限期改正，制发《责令限期改正通知书》（试公（东街）消限字〔2026〕第0001号）。',
  }))
it('names the term before and after an extension', () =>
  expect(made.extensionGranted().values).toMatchObject({ term: '2026-12-04', newTerm: '2026-12-18', reason: '未到货' }))
