/** 移送函 with its 回执: what another body is to decide, and the slip on which it answers. A rule. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { plain } from '../../../kernel/sheet.ts'
import {
  addressee,
  Basis,
  Conducts,
  Contact,
  closing,
  listed,
  Party,
  paperForm,
  partyFields,
  partyFilling,
  Said,
  text,
  words,
} from './form.ts'

export const Referral = z.object({
  to: Line.min(2).max(100).describe('the recipient’s full name'),
  party: Party,
  occasion: Said.min(2).describe('how it came to be known, as 消防监督检查'),
  facts: Conducts,
  basis: Basis,
  request: Said.min(2).describe('what is asked, as 依法处理'),
  materials: z.array(Line.min(1).max(200)).max(30),
  contact: Contact,
})
export type Referral = z.infer<typeof Referral>

export const referral = paperForm({
  shape: Referral,
  texts: {
    title: '移送函',
    opening: '{we}在{occasion}中发现，{partyName}（地址：{address}）存在下列情况：',
    demand:
      '根据{basis}的规定，上述情况属于你单位职责范围，现将有关材料移送你单位，请{request}。请自收到之日起五个工作日内将回执退回，并将处理结果书面告知{issuerName}。',
  },
  fields: { ...partyFields, occasion: '发现的途径', basis: '移送的依据', request: '请求事项' },
  fill: ({ party, occasion, basis, request }) => ({ ...partyFilling(party), occasion, basis, request }),
  partyOf: ({ party }) => party.name,
  body: ({ to, facts, materials, contact }, say, head) => [
    addressee(to),
    ...say('opening'),
    ...listed(facts),
    ...say('demand'),
    ...say('notes'),
    ...(materials.length === 0
      ? [text('附件：／')]
      : materials.map((name, at) =>
          text(`${at === 0 ? '附件：' : '　　　'}${materials.length > 1 ? `${at + 1}. ` : ''}${name}`),
        )),
    text(`联系人：${contact.name ?? '／'}　　联系电话：${contact.phone ?? '／'}`),
    closing(head),
  ],
  slip: ({ party }, { letterhead, number }) => [
    { kind: 'cut', text: '回　　执' },
    words([plain(`${letterhead.fullName}：`)], 'flush'),
    text(
      `你单位移送函（${number ?? '　　　　　　　　'}）及所附${party.name}的材料已于　　　年　　月　　日收到。经审查：`,
    ),
    text('☐ 属于我单位职责范围，决定受理。'),
    text('☐ 不属于我单位职责范围，予以退回。理由：　　　　　　　　　　　　　　　　　　　'),
    { kind: 'signing', places: [{ label: '经办人' }, { label: '联系电话' }] },
    { kind: 'closing', body: '（接收单位印章）', day: null },
  ],
})
