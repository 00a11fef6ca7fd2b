/** 严重火灾隐患报告: to the street and the fire body, at the time of the order (令第120号 art. 34). A rule. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { filled, orStroke } from '../../../kernel/sheet.ts'
import { dayWords } from '../words.ts'
import {
  Conducts,
  Contact,
  closing,
  listed,
  OnDay,
  Party,
  paperForm,
  partyFields,
  partyFilling,
  Said,
  text,
  words,
} from './form.ts'

export const SeriousReport = z.object({
  to: z.array(Line.min(2).max(100)).min(1).max(5),
  party: Party,
  inspectedOn: OnDay,
  conducts: Conducts,
  danger: Said.min(2).describe('why it seriously threatens public safety'),
  ordered: Said.nullable().describe('what was ordered, with the number of the notice'),
  proposal: Said.nullable(),
  contact: Contact,
})
export type SeriousReport = z.infer<typeof SeriousReport>

export const seriousReport = paperForm({
  shape: SeriousReport,
  texts: {
    title: '严重火灾隐患报告',
    opening:
      '{we}于{inspectedDay}对{partyName}（地址：{address}）进行消防监督检查时，发现存在严重威胁公共安全的火灾隐患。根据《消防监督检查规定》（公安部令第120号）第三十四条的规定，现将有关情况报告如下：',
    demand: '请依法督促整改，并将处理情况告知{issuerName}。',
  },
  fields: { ...partyFields, inspectedDay: '检查日期' },
  fill: ({ party, inspectedOn }) => ({ ...partyFilling(party), inspectedDay: dayWords(inspectedOn) }),
  partyOf: ({ party }) => party.name,
  body: ({ to, conducts, danger, ordered, proposal, contact }, say, head) => [
    words([filled(to.join('、')), { text: '：' }], 'addressee'),
    ...say('opening'),
    text('一、隐患情况'),
    ...listed(conducts),
    text('二、危险性'),
    words([filled(danger)]),
    text('三、已采取的措施'),
    words([orStroke(ordered)]),
    text('四、建议'),
    words([orStroke(proposal)]),
    ...say('demand'),
    ...say('notes'),
    text(`联系人：${contact.name ?? '／'}　　联系电话：${contact.phone ?? '／'}`),
    { kind: 'signing', places: [{ label: '负责人（签名）' }] },
    closing(head),
  ],
})
