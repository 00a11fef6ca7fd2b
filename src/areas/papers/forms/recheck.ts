/** 复查意见书: item by item, put right or not, and what follows. A rule. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { options } from '../../../kernel/sheet.ts'
import { dayWords } from '../words.ts'
import { label, spansCell, value } from './boxes.ts'
import {
  addressee,
  closing,
  inspectorsSign,
  Names,
  OnDay,
  Party,
  paperForm,
  partyFields,
  partyFilling,
  Said,
  small,
  text,
  words,
  yesNo,
} from './form.ts'

/** 已消除, 继续整改（期限未到）, 逾期未改正的移送（依法）处罚. */
export const nextSteps = ['closed', 'continues', 'penalty'] as const

export const Recheck = z.object({
  party: Party,
  noticeTitle: Line.max(60),
  noticeNo: Line.max(80).nullable(),
  recheckedOn: OnDay,
  items: z
    .array(
      z.object({
        words: Said.min(1),
        term: OnDay.nullable(),
        corrected: z.boolean(),
        remarks: Said.nullable(),
        next: z.enum(nextSteps),
      }),
    )
    .min(1)
    .max(200),
  inspectors: Names,
})
export type Recheck = z.infer<typeof Recheck>

const conclusion = (items: Recheck['items']) => {
  const corrected = items.filter((item) => item.corrected).length
  return options([
    { text: '全部改正', ticked: corrected === items.length },
    { text: '部分改正', ticked: corrected > 0 && corrected < items.length },
    { text: '均未改正', ticked: corrected === 0 },
  ])
}
const numbersOf = (items: Recheck['items'], next: Recheck['items'][number]['next']) =>
  items.flatMap((item, at) => (item.next === next ? [at + 1] : [])).join('、')

export const recheck = paperForm({
  shape: Recheck,
  receipt: true,
  texts: {
    title: '复查意见书',
    opening:
      '{we}于{recheckedDay}派员对{you}（地址：{address}）落实《{noticeTitle}》（{noticeNo}）的情况进行了复查，现提出复查意见如下：',
    notes: '未改正的违法行为，不因本意见书的送达而免除改正义务；改正期间应当采取措施，确保消防安全。',
  },
  fields: {
    ...partyFields,
    recheckedDay: '复查日期',
    noticeTitle: '原通知书名称',
    noticeNo: '原通知书编号',
  },
  fill: ({ party, recheckedOn, noticeTitle, noticeNo }) => ({
    ...partyFilling(party),
    recheckedDay: dayWords(recheckedOn),
    noticeTitle,
    noticeNo,
  }),
  partyOf: ({ party }) => party.name,
  body: ({ party, items, inspectors }, say, head) => [
    addressee(party.name),
    ...say('opening'),
    {
      kind: 'grid',
      widths: [1.3, 5.9, 3.8, 4.6, 3.4],
      head: 1,
      rows: [
        ['序号', '消防安全违法行为（火灾隐患）', '改正期限', '复查情况', '说明'].map((name) => label(name)),
        ...items.map((item, at) => [
          label(String(at + 1)),
          value(item.words),
          value(item.term && dayWords(item.term), { centred: true }),
          spansCell([yesNo(item.corrected, '已改正', '未改正')], { centred: true }),
          value(item.remarks),
        ]),
      ],
    },
    words([{ text: '复查结论：' }, ...conclusion(items), { text: '。' }]),
    ...following(items, head.bodyKind),
    ...small(say('notes')),
    inspectorsSign(inspectors, '复查人员（签名）'),
    closing(head),
  ],
})

/** What follows for the items that are not put right. */
function following(items: Recheck['items'], bodyKind: string) {
  const late = numbersOf(items, 'penalty')
  const running = numbersOf(items, 'continues')
  const penalty = bodyKind === 'brigade' ? '依法予以处罚' : '移送有处罚权的机关依法处理'
  return [
    ...(running ? [text(`第${running}项改正期限未满，应当在期限届满前改正完毕。`)] : []),
    ...(late ? [text(`第${late}项逾期未改正，将${penalty}，并应当继续改正。`)] : []),
  ]
}
