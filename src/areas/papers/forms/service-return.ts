/** 送达回证: that a paper came to whom it was meant for. A rule. */
import { z } from 'zod'
import { Line } from '../../../kernel/contract.ts'
import { ServingMode } from '../record-contract.ts'
import { dayWords } from '../words.ts'
import { label, open, spansCell, value } from './boxes.ts'
import { modeOptions, OnDay, Party, paperForm, Said, small } from './form.ts'

export const ServiceReturn = z.object({
  party: Party,
  papers: z
    .array(z.object({ title: Line.max(60), no: Line.max(80) }))
    .min(1)
    .max(10),
  place: Line.max(300).nullable(),
  served: z
    .object({
      on: OnDay,
      mode: ServingMode,
      recipientName: Line.max(60).nullable(),
      witness: Line.max(60).nullable(),
    })
    .nullable()
    .describe('null: to be filled in by hand'),
  servers: z.array(Line.max(60)).max(5),
  remarks: Said.nullable(),
})
export type ServiceReturn = z.infer<typeof ServiceReturn>

const byHand = '　　　年　　月　　日　　时'

export const serviceReturn = paperForm({
  shape: ServiceReturn,
  texts: {
    title: '送达回证',
    notes:
      '受送达人拒绝接收的，送达人应当邀请有关基层组织或者所在单位的代表到场，说明情况，记明拒收事由和日期，由送达人、见证人签名；也可以采用拍照、录像等方式记录送达过程。',
  },
  fields: {},
  fill: () => ({}),
  partyOf: ({ party }) => party.name,
  body: ({ party, papers, place, served, servers, remarks }, say) => [
    {
      kind: 'grid',
      widths: [4, 5, 2.5, 4.5],
      rows: [
        [label('送达文书名称'), label('文书编号', { cols: 3 })],
        ...papers.map(({ title, no }) => [value(title, { centred: true }), value(no, { cols: 3, centred: true })]),
        [label('受送达人'), value(party.name, { cols: 3 })],
        [label('送达地点'), value(place ?? party.address, { cols: 3 })],
        [label('送达方式'), spansCell([modeOptions(served)], { cols: 3 })],
        [label('送达时间'), served ? value(dayWords(served.on), { cols: 3 }) : open([byHand], { cols: 3 })],
        [
          label('收件人签名或者盖章'),
          open([served?.recipientName ? `收件人：${served.recipientName}` : '', `签名：　　　　　　　${byHand}`], {
            cols: 3,
            high: 4,
          }),
        ],
        [
          label('代收人及代收理由'),
          served && served.mode !== 'agent'
            ? value(null, { cols: 3 })
            : open(['', `签名：　　　　　　　${byHand}`], { cols: 3, high: 3 }),
        ],
        [
          label('拒收事由'),
          served && served.mode !== 'left' ? value(null, { cols: 3 }) : open([''], { cols: 3, high: 3 }),
        ],
        [
          label('见证人签名'),
          served?.witness
            ? value(served.witness)
            : served && served.mode !== 'left'
              ? value(null)
              : open([''], { high: 2 }),
          label('送达人签名'),
          open([servers.length > 0 ? `送达人：${servers.join('、')}` : '', '签名：'], { high: 2 }),
        ],
        [label('备　　注'), value(remarks, { cols: 3 })],
      ],
    },
    ...small(say('notes')),
  ],
})
