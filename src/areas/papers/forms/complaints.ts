/** 举报投诉登记表 and 举报投诉查处情况记录. Rules. */
import { z } from 'zod'
import { Instant, Line } from '../../../kernel/contract.ts'
import { options } from '../../../kernel/sheet.ts'
import { minuteWords } from '../words.ts'
import { label, open, spansCell, value } from './boxes.ts'
import { paperForm, Said, small } from './form.ts'

/** 电话, 来访, 来信, 网络, 其他单位转来, 其他. */
export const complaintChannels = ['phone', 'visit', 'letter', 'web', 'body', 'other'] as const
const channelWords = {
  phone: '电话',
  visit: '来访',
  letter: '来信',
  web: '网络',
  body: '单位转来',
  other: '其他',
} as const
/** 24小时内核查, 3个工作日内核查. */
export const complaintClasses = ['hours', 'days'] as const

const Place = z.object({ name: Line.min(1).max(200), address: Line.max(300).nullable() })

export const Complaint = z.object({
  receivedAt: Instant,
  channel: z.enum(complaintChannels),
  complainant: z
    .object({ name: Line.max(60), phone: Line.max(40).nullable() })
    .nullable()
    .describe('null: anonymous, or kept secret from this paper'),
  object: Place,
  content: Said.min(1),
  class: z.enum(complaintClasses),
  dueBy: Instant.nullable(),
  receiver: Line.max(60),
  assigned: Line.max(100).nullable(),
  opinion: Said.nullable().describe('what the head says'),
})
export type Complaint = z.infer<typeof Complaint>

const classOptions = (chosen: Complaint['class']) =>
  options([
    { text: '24小时内核查', ticked: chosen === 'hours' },
    { text: '3个工作日内核查', ticked: chosen === 'days' },
  ])

const notes = '举报人要求保密的，不得泄露其姓名、住址、电话等信息；本表随案存档，不得复印外传。'

export const complaint = paperForm({
  shape: Complaint,
  texts: { title: '举报投诉登记表', notes },
  fields: {},
  fill: () => ({}),
  partyOf: ({ object }) => object.name,
  body: (
    { receivedAt, channel, complainant, object, content, class: kind, dueBy, receiver, assigned, opinion },
    say,
  ) => [
    {
      kind: 'grid',
      widths: [2, 4.4, 1.8, 4.4],
      rows: [
        [
          label('受理时间'),
          value(minuteWords(receivedAt)),
          label('举报方式'),
          spansCell([options(complaintChannels.map((one) => ({ text: channelWords[one], ticked: one === channel })))]),
        ],
        [
          label('举报人'),
          complainant ? value(complainant.name) : spansCell([options([{ text: '匿名或者要求保密', ticked: true }])]),
          label('联系电话'),
          value(complainant?.phone),
        ],
        [label('被举报单位（场所）'), value(object.name, { cols: 3 })],
        [label('地　　址'), value(object.address, { cols: 3 })],
        [label('举报投诉内容'), value(content, { cols: 3, high: 6 })],
        [label('核查时限'), spansCell([classOptions(kind)]), label('应于此前核查'), value(dueBy && minuteWords(dueBy))],
        [label('受理人'), value(receiver), label('承办人'), value(assigned)],
        [
          label('负责人意见'),
          spansCell(
            [
              ...(opinion ? [[{ text: opinion }]] : [[{ text: '' }]]),
              [{ text: '签名：　　　　　　　　　　年　　月　　日' }],
            ],
            { cols: 3, high: 5 },
          ),
        ],
      ],
    },
    ...small(say('notes')),
  ],
})

/** 告知了, 匿名无法告知, 联系不上. */
export const toldKinds = ['told', 'anonymous', 'unreachable'] as const

export const ComplaintResult = z.object({
  complaintNo: Line.max(80).nullable(),
  receivedAt: Instant,
  object: Place,
  verifiedAt: Instant,
  verifiers: z.array(Line.max(60)).min(1).max(10),
  facts: Said.min(1),
  holds: z.boolean().describe('what was reported holds'),
  done: Said.min(1).describe('what was done about it'),
  told: z.object({ kind: z.enum(toldKinds), at: Instant.nullable(), words: Said.nullable() }),
})
export type ComplaintResult = z.infer<typeof ComplaintResult>

export const complaintResult = paperForm({
  shape: ComplaintResult,
  texts: { title: '举报投诉查处情况记录' },
  fields: {},
  fill: () => ({}),
  partyOf: ({ object }) => object.name,
  body: ({ complaintNo, receivedAt, object, verifiedAt, verifiers, facts, holds, done, told }, say) => [
    {
      kind: 'grid',
      widths: [2, 4.4, 1.8, 4.4],
      rows: [
        [label('登记表编号'), value(complaintNo), label('受理时间'), value(minuteWords(receivedAt))],
        [label('被举报单位（场所）'), value(object.name, { cols: 3 })],
        [label('地　　址'), value(object.address, { cols: 3 })],
        [label('核查时间'), value(minuteWords(verifiedAt)), label('核查人员'), value(verifiers.join('、'))],
        [
          label('核查情况'),
          spansCell(
            [
              options([
                { text: '举报属实', ticked: holds },
                { text: '举报不属实', ticked: !holds },
              ]),
              ...facts.split('\n').map((line) => [{ text: line }]),
            ],
            { cols: 3, high: 6 },
          ),
        ],
        [label('处理情况'), value(done, { cols: 3, high: 6 })],
        [
          label('告知举报人'),
          spansCell(
            [
              options([
                { text: '已告知', ticked: told.kind === 'told' },
                { text: '匿名，无法告知', ticked: told.kind === 'anonymous' },
                { text: '联系不上', ticked: told.kind === 'unreachable' },
              ]),
              [{ text: told.at ? `告知时间：${minuteWords(told.at)}` : '告知时间：／' }],
              [{ text: told.words ?? '' }],
            ],
            { cols: 3 },
          ),
        ],
        [label('核查人员签名'), open(['', '　　　　　　　　　　　　　年　　月　　日'], { cols: 3, high: 3 })],
        [label('负责人意见'), open(['', '签名：　　　　　　　　　　年　　月　　日'], { cols: 3, high: 4 })],
      ],
    },
    ...say('notes'),
  ],
})
