/** What the fire body alone issues: 重大火灾隐患整改通知书, 临时查封决定书, 解除临时查封决定书 (令第120号 arts. 21–25). Rules. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { dayWords } from '../words.ts'
import {
  addressee,
  Basis,
  Conducts,
  closing,
  inspectorsSign,
  listed,
  Names,
  OnDay,
  Party,
  paperForm,
  partyFields,
  partyFilling,
  Said,
} from './form.ts'

const orderRemedies =
  '{you}如不服本决定，可以自收到本决定书之日起六十日内向{reviewBody}申请行政复议，或者自收到之日起六个月内依法向{court}提起行政诉讼。复议、诉讼期间不停止本决定的执行。'

export const MajorOrder = z.object({
  party: Party,
  inspectedOn: OnDay,
  determinedOn: OnDay,
  element: Said.nullable().describe('the element of the standard by which it is one'),
  conducts: Conducts,
  term: OnDay.nullable(),
  measures: Said.nullable().describe('what is to be done until it is put right'),
  basis: Basis,
  inspectors: Names,
})
export type MajorOrder = z.infer<typeof MajorOrder>

export const majorOrder = paperForm({
  shape: MajorOrder,
  receipt: true,
  texts: {
    title: '重大火灾隐患整改通知书',
    opening:
      '{we}于{inspectedDay}派员对{you}（地址：{address}）进行消防监督检查，发现存在下列火灾隐患，依据《重大火灾隐患判定规则》（GB 35181-2025），经集体研究于{determinedDay}确定为重大火灾隐患（判定要素：{element}）：',
    demand: '根据{basis}的规定，责令{you}于{term}前整改完毕。整改期间应当采取下列措施，确保消防安全：{measures}。',
    consequences: '整改完毕的，应当书面申请复查；逾期不整改的，依法予以处罚，并报请人民政府挂牌督办或者依法处理。',
    remedies: orderRemedies.replaceAll('本决定书', '本通知书').replaceAll('本决定', '本通知'),
  },
  fields: {
    ...partyFields,
    inspectedDay: '检查日期',
    determinedDay: '确定日期',
    element: '判定要素',
    term: '整改期限',
    measures: '整改期间的防护措施',
    basis: '责令整改的依据',
  },
  fill: ({ party, inspectedOn, determinedOn, element, term, measures, basis }) => ({
    ...partyFilling(party),
    inspectedDay: dayWords(inspectedOn),
    determinedDay: dayWords(determinedOn),
    element,
    term: term && dayWords(term),
    measures,
    basis,
  }),
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts, inspectors }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('remedies'),
    ...say('notes'),
    inspectorsSign(inspectors),
    closing(head),
  ],
})

export const Seal = z.object({
  party: Party,
  inspectedOn: OnDay,
  conducts: Conducts,
  parts: Said.min(2).describe('what is sealed: the dangerous part or the whole place'),
  from: OnDay,
  until: OnDay,
  basis: Basis,
  inspectors: Names,
})
export type Seal = z.infer<typeof Seal>

export const seal = paperForm({
  shape: Seal,
  receipt: true,
  texts: {
    title: '临时查封决定书',
    opening:
      '{we}于{inspectedDay}派员对{you}（地址：{address}）进行消防监督检查，发现存在下列不及时消除可能严重威胁公共安全的火灾隐患：',
    demand:
      '根据{basis}的规定，经集体研究，决定自{from}起至{until}止，对{you}的下列部位（场所）予以临时查封：{parts}。',
    consequences:
      '临时查封期间，不得擅自拆封或者使用被查封的部位、场所；擅自拆封、使用的，依法予以处罚。火灾隐患消除后，{you}应当向{we}申请解除临时查封。',
    remedies: orderRemedies,
  },
  fields: {
    ...partyFields,
    inspectedDay: '检查日期',
    basis: '查封的依据',
    from: '查封起始日',
    until: '查封截止日',
    parts: '查封的部位、场所',
  },
  fill: ({ party, inspectedOn, basis, from, until, parts }) => ({
    ...partyFilling(party),
    inspectedDay: dayWords(inspectedOn),
    basis,
    from: dayWords(from),
    until: dayWords(until),
    parts,
  }),
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts, inspectors }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('remedies'),
    ...say('notes'),
    inspectorsSign(inspectors),
    closing(head),
  ],
})

export const Release = z.object({
  party: Party,
  sealNo: Line.max(80).nullable(),
  sealedOn: OnDay,
  checkedOn: OnDay,
  parts: Said.min(2),
  reason: Said.min(2),
  basis: Basis,
})
export type Release = z.infer<typeof Release>

export const release = paperForm({
  shape: Release,
  receipt: true,
  texts: {
    title: '解除临时查封决定书',
    opening:
      '{we}于{sealedDay}以《临时查封决定书》（{sealNo}）对{you}（地址：{address}）的下列部位（场所）予以临时查封：{parts}。',
    demand: '经{we}于{checkedDay}检查，{reason}。根据{basis}的规定，决定解除临时查封。',
    notes: '{you}应当依法履行消防安全职责，落实消防安全措施，防止火灾隐患再次发生。',
  },
  fields: {
    ...partyFields,
    sealNo: '临时查封决定书编号',
    sealedDay: '查封日期',
    checkedDay: '检查日期',
    parts: '查封的部位、场所',
    reason: '解除的理由',
    basis: '解除的依据',
  },
  fill: ({ party, sealNo, sealedOn, checkedOn, parts, reason, basis }) => ({
    ...partyFilling(party),
    sealNo,
    sealedDay: dayWords(sealedOn),
    checkedDay: dayWords(checkedOn),
    parts,
    reason: reason.replace(/[。；]+$/, ''),
    basis,
  }),
  partyOf: ({ party }) => party.name,
  body: ({ party }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...say('demand'),
    ...say('notes'),
    closing(head),
  ],
})
