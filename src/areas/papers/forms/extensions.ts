/** 同意延期整改通知书 and 不同意延期整改通知书. A rule. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { dayWords } from '../words.ts'
import {
  addressee,
  Conducts,
  closing,
  listed,
  OnDay,
  Party,
  paperForm,
  partyFields,
  partyFilling,
  Said,
} from './form.ts'
import { remedies } from './orders.ts'

const Asked = z.object({
  party: Party,
  noticeNo: Line.max(80).nullable(),
  appliedOn: OnDay,
  reason: Said.describe('why the party asks'),
  decision: Said.describe('why it is granted or refused'),
  conducts: Conducts,
  term: OnDay.describe('the term before'),
})
export const Granted = Asked.extend({ newTerm: OnDay })
export type Granted = z.infer<typeof Granted>
export const Refused = Asked
export type Refused = z.infer<typeof Refused>

const fields = {
  ...partyFields,
  noticeNo: '原通知书编号',
  appliedDay: '申请日期',
  reason: '申请理由',
  decision: '决定的理由',
  term: '原改正期限',
} as const
const filling = ({ party, noticeNo, appliedOn, reason, decision, term }: Refused) => ({
  ...partyFilling(party),
  noticeNo,
  appliedDay: dayWords(appliedOn),
  reason: unended(reason),
  decision: unended(decision),
  term: dayWords(term),
})
const unended = (said: string) => said.replace(/[。；]+$/, '')
const opening =
  '{you}于{appliedDay}就《责令限期改正通知书》（{noticeNo}）提出的延期整改申请收悉。申请理由：{reason}。申请延期整改的消防安全违法行为（火灾隐患）为：'

export const extensionGranted = paperForm({
  shape: Granted,
  receipt: true,
  texts: {
    title: '同意延期整改通知书',
    opening,
    demand: '经审查（{decision}），同意将上述各项的改正期限由{term}延长至{newTerm}。',
    consequences:
      '延期整改期间，{you}应当采取切实有效的防护措施，确保消防安全。改正期限届满，{we}将依法复查；逾期不改正的，依法追究法律责任。',
  },
  fields: { ...fields, newTerm: '延长后的改正期限' },
  fill: (values) => ({ ...filling(values), newTerm: dayWords(values.newTerm) }),
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('notes'),
    closing(head),
  ],
})

export const extensionRefused = paperForm({
  shape: Refused,
  receipt: true,
  texts: {
    title: '不同意延期整改通知书',
    opening,
    demand: '经审查，不同意延期整改。理由：{decision}。{you}应当按照原通知书的要求，于{term}前改正完毕。',
    consequences: '逾期不改正的，依法追究法律责任。',
    remedies,
  },
  fields,
  fill: filling,
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('remedies'),
    ...say('notes'),
    closing(head),
  ],
})
