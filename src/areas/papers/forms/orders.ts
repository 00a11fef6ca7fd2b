/** 责令立即改正通知书 and 责令限期改正通知书: what was found, and that it is to be put right. A rule. */
import { z } from 'zod'
import { alternatives } from '../../../kernel/sheet.ts'
import { dayWords, numbersWords } from '../words.ts'
import {
  addressee,
  Basis,
  Conduct,
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
  small,
} from './form.ts'

const found =
  '根据《中华人民共和国消防法》第五十三条的规定，{we}于{inspectedDay}派员对{you}（地址：{address}）进行消防监督检查，发现存在下列消防安全违法行为（火灾隐患）：'
export const remedies =
  '{you}如不服本通知，可以自收到本通知书之日起六十日内向{reviewBody}申请行政复议，或者自收到之日起六个月内依法向{court}提起行政诉讼。复议、诉讼期间不停止本通知的执行。'

export const AtOnce = z.object({
  party: Party,
  inspectedOn: OnDay,
  conducts: Conducts,
  basis: Basis,
  inspectors: Names,
})
export type AtOnce = z.infer<typeof AtOnce>

const fields = { ...partyFields, inspectedDay: '检查日期', basis: '责令改正的依据' } as const
const filling = ({ party, inspectedOn, basis }: Pick<AtOnce, 'party' | 'inspectedOn' | 'basis'>) => ({
  ...partyFilling(party),
  inspectedDay: dayWords(inspectedOn),
  basis,
})

export const orderAtOnce = paperForm({
  shape: AtOnce,
  receipt: true,
  texts: {
    title: '责令立即改正通知书',
    opening: found,
    demand:
      '根据{basis}的规定，现责令{you}立即改正上述消防安全违法行为，消除火灾隐患；改正期间应当采取措施，确保消防安全。',
    consequences: '拒不改正的，将依法追究法律责任。',
    remedies,
  },
  fields,
  fill: filling,
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts, inspectors }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('remedies'),
    ...small(say('notes')),
    inspectorsSign(inspectors),
    closing(head),
  ],
})

export const ByTerm = AtOnce.extend({
  conducts: z
    .array(Conduct.extend({ term: OnDay.describe('day by which it is to be put right') }))
    .min(1)
    .max(200),
})
export type ByTerm = z.infer<typeof ByTerm>

/** 对第1、2项于2026年12月4日前、对第3项于2026年12月20日前 */
function termsWords(conducts: ByTerm['conducts']): string {
  const byTerm = Map.groupBy(
    conducts.map(({ term }, at) => ({ term, n: at + 1 })),
    ({ term }) => term,
  )
  return [...byTerm]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, items]) => `对第${numbersWords(items.map(({ n }) => n))}项于${dayWords(term)}前`)
    .join('、')
}

export const orderByTerm = paperForm({
  shape: ByTerm,
  receipt: true,
  texts: {
    title: '责令限期改正通知书',
    opening: found,
    demand: '根据{basis}的规定，现责令{you}{terms}改正完毕；改正期间应当采取措施，确保消防安全。',
    consequences: '改正期限届满，{we}将依法复查；逾期不改正的，{penalty}。',
    remedies,
    notes:
      '提前改正完毕的，可以书面申请复查。确因客观原因不能在期限内改正完毕的，应当在期限届满前书面提出延期申请，说明理由；未经同意，不得延期。',
  },
  fields: {
    ...fields,
    terms: '各项违法行为的改正期限',
    penalty: '逾期后果（依法予以处罚/移送有处罚权的机关，划去不适用的）',
  },
  fill: (values, head) => ({
    ...filling(values),
    terms: termsWords(values.conducts),
    penalty: alternatives(['依法予以处罚', '移送有处罚权的机关依法处理'], head.bodyKind === 'brigade' ? 0 : 1),
  }),
  partyOf: ({ party }) => party.name,
  body: ({ party, conducts, inspectors }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    ...listed(conducts),
    ...say('demand'),
    ...say('consequences'),
    ...say('remedies'),
    ...small(say('notes')),
    inspectorsSign(inspectors),
    closing(head),
  ],
})
