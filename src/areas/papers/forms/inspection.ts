/** 日常消防监督检查记录: who was there, item by item what was seen, and what was ordered. A rule. */
import { z } from 'zod'
import { Instant, Line } from '../../../kernel/contract.ts'
import { options, plain, type SheetBlock, type Spans } from '../../../kernel/sheet.ts'
import { dayWords, minuteWords } from '../words.ts'
import { label, spansCell, value } from './boxes.ts'
import { Names, OnDay, Party, paperForm, Said, small } from './form.ts'

/** 单位, 居民住宅区物业服务企业, 居（村）民委员会. */
export const objectKinds = ['unit', 'company', 'committee'] as const
const objectWords = { unit: '单位', company: '物业服务企业', committee: '居（村）民委员会' } as const
export const inspectionReasons = ['plan', 'complaint', 'referral', 'emergency', 'draw', 'recheck', 'other'] as const
const reasonWords = {
  plan: '计划检查',
  complaint: '举报核查',
  referral: '移送核查',
  emergency: '专项（应急）',
  draw: '双随机抽查',
  recheck: '复查',
  other: '其他',
} as const

export const Inspection = z.object({
  party: Party,
  objectKind: z.enum(objectKinds),
  reason: z.enum(inspectionReasons),
  responsible: z.object({ name: Line.max(60).nullable(), phone: Line.max(40).nullable() }),
  manager: z.object({ name: Line.max(60).nullable(), phone: Line.max(40).nullable() }),
  startedAt: Instant,
  endedAt: Instant,
  inspectors: Names.min(1),
  items: z
    .array(
      z.object({
        code: z.string().max(40),
        text: Said,
        answer: z.enum(['yes', 'no', 'na']).nullable(),
        words: Said.nullable(),
      }),
    )
    .max(120),
  violations: z.array(Said.min(1)).max(200),
  orders: z.object({
    spot: z.boolean(),
    atOnce: z.boolean(),
    term: OnDay.nullable(),
    referred: Said.nullable(),
    reported: Said.nullable(),
  }),
  guidance: Said.nullable(),
  remarks: Said.nullable(),
  accompanying: z.object({ name: Line.max(60), role: Line.max(60).nullable() }).nullable(),
  signature: z.object({ kind: z.enum(['signed', 'refused', 'absent']), witness: Line.max(60).nullable() }),
  seenAgain: z.array(z.object({ words: Said, corrected: z.boolean() })).max(200),
})
export type Inspection = z.infer<typeof Inspection>

const answers = { yes: '符合', no: '不符合', na: '不适用' } as const
const answerOptions = (answer: Inspection['items'][number]['answer']) =>
  options(Object.entries(answers).map(([key, text]) => ({ text, ticked: key === answer })))

const numbered = (lines: readonly string[]): string | null =>
  lines.length === 0 ? null : lines.map((line, at) => `${at + 1}. ${line}`).join('\n')

function orderLines({ orders, violations }: Inspection): Spans[] {
  const { spot, atOnce, term, referred, reported } = orders
  return [
    options([
      { text: '未发现违法行为', ticked: violations.length === 0 },
      { text: '口头责令当场改正，已改正', ticked: spot },
      { text: '责令立即改正', ticked: atOnce },
    ]),
    options([{ text: `责令限期改正（${term ? `于${dayWords(term)}前` : '期限：／'}）`, ticked: term !== null }]),
    options([
      { text: `移送（${referred ?? '／'}）`, ticked: referred !== null },
      { text: `严重火灾隐患书面报告（${reported ?? '／'}）`, ticked: reported !== null },
    ]),
  ]
}

/** Whoever accompanied signs; that it was refused, or that nobody was there, is noted with a witness. */
function signatureBlock({ accompanying, signature: { kind, witness } }: Inspection): SheetBlock {
  const note = options([
    { text: '本人签名', ticked: kind === 'signed' },
    { text: `拒绝签名（见证人：${kind === 'refused' ? (witness ?? '') : '／'}）`, ticked: kind === 'refused' },
    { text: '无人在场', ticked: kind === 'absent' },
  ])
  const who = accompanying ? `${accompanying.name}${accompanying.role ? `（${accompanying.role}）` : ''}` : null
  return {
    kind: 'grid',
    widths: [3, 4, 2.4, 3],
    together: true,
    rows: [
      [
        label('被检查单位陪同人员'),
        value(who),
        label('签名（以上记录经核对无误）'),
        spansCell([[plain('')]], { high: 2 }),
      ],
      [label('签名情况'), spansCell([note], { cols: 3 })],
      [
        label('检查人员签名'),
        spansCell([[plain('')]], { high: 2 }),
        label('日　　期'),
        spansCell([[plain('　　年　　月　　日')]]),
      ],
    ],
  }
}

const span = (startedAt: string, endedAt: string) => {
  const [from, until] = [minuteWords(startedAt), minuteWords(endedAt)]
  const day = from.slice(0, from.indexOf('日') + 1)
  return `${from}至${until.startsWith(day) ? until.slice(day.length) : until}`
}

export const inspection = paperForm({
  shape: Inspection,
  texts: {
    title: '日常消防监督检查记录',
    opening: '检查人员已出示执法证件，说明来意，并告知被检查单位依法享有的陈述、申辩和申请回避的权利。',
  },
  fields: {},
  fill: () => ({}),
  partyOf: ({ party }) => party.name,
  body: (values, say) => [
    {
      kind: 'grid',
      widths: [3, 5, 3, 5],
      rows: [
        [label('检查对象'), value(values.party.name, { cols: 3 })],
        [
          label('对象类别'),
          spansCell(
            [options(objectKinds.map((kind) => ({ text: objectWords[kind], ticked: kind === values.objectKind })))],
            { cols: 3 },
          ),
        ],
        [label('地　　址'), value(values.party.address, { cols: 3 })],
        [label('消防安全责任人'), value(values.responsible.name), label('联系电话'), value(values.responsible.phone)],
        [label('消防安全管理人'), value(values.manager.name), label('联系电话'), value(values.manager.phone)],
        [label('检查时间'), value(span(values.startedAt, values.endedAt), { cols: 3 })],
        [label('检查人员'), value(values.inspectors.join('、'), { cols: 3 })],
        [
          label('检查缘由'),
          spansCell(
            [options(inspectionReasons.map((one) => ({ text: reasonWords[one], ticked: one === values.reason })))],
            { cols: 3 },
          ),
        ],
      ],
    },
    ...small(say('opening')),
    {
      kind: 'grid',
      widths: [1.3, 6, 5.4, 3.3],
      head: 1,
      rows: [
        ['项号', '检查内容', '检查结果', '情况说明'].map((name) => label(name)),
        ...values.items.map(({ code, text, answer, words: said }) => [
          label(code),
          value(text),
          spansCell([answerOptions(answer)], { centred: true }),
          value(said),
        ]),
      ],
    },
    {
      kind: 'grid',
      widths: [3, 13],
      rows: [
        [label('发现的消防安全违法行为和火灾隐患'), value(numbered(values.violations), { high: 3 })],
        [
          label('以往隐患的复查情况'),
          value(
            numbered(
              values.seenAgain.map(({ words: said, corrected }) => `${said}（${corrected ? '已改正' : '未改正'}）`),
            ),
          ),
        ],
        [label('处理意见'), spansCell(orderLines(values))],
        [label('指导意见'), value(values.guidance)],
        [label('备　　注'), value(values.remarks)],
      ],
    },
    ...say('notes'),
    signatureBlock(values),
  ],
})
