/** What every form is made of: the shape of what is filled in, its fixed texts, and its sections. A rule. */
import { z } from 'zod'
import { Day, Line } from '../../../kernel/contract.ts'
import { alternatives, filled, options, plain, type SheetBlock, type Span, type Spans } from '../../../kernel/sheet.ts'
import type { Letterhead, Served, ServingMode } from '../record-contract.ts'

/** The parts of a form whose words the district may change. */
export const textKeys = ['title', 'opening', 'demand', 'consequences', 'remedies', 'notes'] as const
export type TextKey = (typeof textKeys)[number]
export type Texts = Readonly<Partial<Record<TextKey, string>>>

/** What is known of a paper beside what is filled in. */
export interface Head {
  readonly letterhead: Letterhead
  readonly bodyKind: string
  readonly number: string | null
  readonly day: string | null
  readonly served: Served | null
}

/** What stands where a placeholder does; null is struck through. */
export type Filling = string | Spans | null
/** The blocks of a fixed text: one a line. */
export type Say = (key: TextKey) => SheetBlock[]

export interface PaperForm {
  readonly shape: z.ZodType
  readonly texts: Texts
  /** The placeholders that its texts may hold, with what each means. */
  readonly fields: Readonly<Record<string, string>>
  /** Whether the archived copy has the box in which the party signs. */
  readonly receipt: boolean
  readonly fill: (values: unknown, head: Head) => Readonly<Record<string, Filling>>
  readonly body: (values: unknown, say: Say, head: Head) => SheetBlock[]
  /** What stands below on every copy but the archived one: a slip to be sent back. */
  readonly slip?: (values: unknown, head: Head) => SheetBlock[]
  /** Who or what a paper of this form is about. */
  readonly partyOf: (values: unknown) => string
}

/** A form as its own file writes it, with the types of its values and its placeholders. */
interface Written<V, F extends string> {
  readonly shape: z.ZodType<V>
  readonly texts: Texts
  readonly fields: Readonly<Record<F, string>>
  readonly receipt?: true
  readonly fill: (values: V, head: Head) => Readonly<Record<F, Filling>>
  readonly body: (values: V, say: Say, head: Head) => SheetBlock[]
  readonly slip?: (values: V, head: Head) => SheetBlock[]
  readonly partyOf: (values: V) => string
}

/** The form for all to use: values are read by its shape first. Throws ZodError where they do not fit. */
export function paperForm<V, F extends string>(form: Written<V, F>): PaperForm {
  const read = (values: unknown): V => form.shape.parse(values)
  const { slip, ...rest } = form
  return {
    ...rest,
    receipt: form.receipt ?? false,
    fields: { ...headFields, ...form.fields },
    fill: (values, head) => ({ ...headFilling(head), ...form.fill(read(values), head) }),
    body: (values, say, head) => form.body(read(values), say, head),
    ...(slip ? { slip: (values: unknown, head: Head) => slip(read(values), head) } : {}),
    partyOf: (values) => form.partyOf(read(values)),
  }
}

const ownNames: Readonly<Record<string, string>> = { station: '我所', brigade: '我大队', street: '我单位' }

const headFields = {
  issuerName: '签发机关全称',
  we: '签发机关自称（我所、我大队、我单位）',
  number: '文书编号',
  reviewBody: '行政复议机关',
  court: '有管辖权的人民法院',
} as const
const headFilling = ({ letterhead, bodyKind, number }: Head): Record<keyof typeof headFields, Filling> => ({
  issuerName: [plain(letterhead.fullName)],
  we: [plain(ownNames[bodyKind] ?? '我单位')],
  number,
  reviewBody: [plain(letterhead.reviewBody)],
  court: [plain(letterhead.court)],
})

/** Whom a paper is made out to. */
export const Party = z.object({
  name: Line.min(1).max(200),
  address: Line.max(300).nullable(),
  unit: z.boolean().describe('a unit, not a person'),
  person: Line.max(60).nullable().describe('its legal person or person responsible'),
  phone: Line.max(40).nullable(),
})
export type Party = z.infer<typeof Party>

export const partyFields = {
  partyName: '当事人（单位）全称',
  address: '地址',
  you: '称谓（你单位/你，划去不适用的）',
} as const
export const partyFilling = ({ name, address, unit }: Party): Record<keyof typeof partyFields, Filling> => ({
  partyName: name,
  address,
  you: alternatives(['你单位', '你'], unit ? 0 : 1),
})

/** What was found, as an order lists it. */
export const Conduct = z.object({
  words: z.string().trim().min(1).max(1500),
  spot: Line.max(200).nullable(),
  demand: z.string().trim().max(300).nullable().describe('what is to be done about it'),
})
export type Conduct = z.infer<typeof Conduct>
export const Conducts = z.array(Conduct).min(1).max(200)
export const Names = z.array(Line.min(1).max(60)).max(10)
export const Said = z.string().trim().max(2000)
export const OnDay = Day
export const Basis = z.string().trim().min(2).max(500).describe('the articles, as the paper cites them')
export const Contact = z.object({ name: Line.max(60).nullable(), phone: Line.max(40).nullable() })

export const words = (spans: Spans, as?: 'addressee' | 'flush' | 'small'): SheetBlock =>
  as ? { kind: 'words', spans, as } : { kind: 'words', spans }
export const text = (line: string, as?: 'addressee' | 'flush' | 'small'): SheetBlock => words([plain(line)], as)
export const addressee = (name: string): SheetBlock => words([filled(name), plain('：')], 'addressee')

/** One line a finding: its number, what it is and where, and what is to be done. */
export const listed = (conducts: readonly Conduct[]): SheetBlock[] =>
  conducts.map(({ words: said, spot, demand }, at) =>
    words([
      plain(`${at + 1}. `),
      filled(`${ended(said)}${spot ? `（部位：${spot}）` : ''}${demand ? `；应当${demand}` : ''}。`),
    ]),
  )
const ended = (said: string) => said.replace(/[。；;.]+$/, '')

/** The inspectors' places to sign: two at least, as two must have been there. */
export const inspectorsSign = (names: readonly string[], label = '检查人员（签名）'): SheetBlock => ({
  kind: 'signing',
  places: Array.from({ length: Math.max(2, names.length) }, (_, at) => ({
    label: at === 0 ? label : label,
    filled: '',
  })),
})

export const closing = ({ letterhead, day }: Head): SheetBlock => ({ kind: 'closing', body: letterhead.fullName, day })

export const modeWords: Readonly<Record<ServingMode, string>> = {
  direct: '直接送达',
  left: '留置送达',
  agent: '委托送达',
  post: '邮寄送达',
  notice: '公告送达',
}
export const modeOptions = (served: Served | null): Span[] =>
  options(Object.entries(modeWords).map(([mode, said]) => ({ text: said, ticked: served?.mode === mode })))

export const yesNo = (said: boolean, yes: string, no: string): Span[] =>
  options([
    { text: yes, ticked: said },
    { text: no, ticked: !said },
  ])

/** Remarks below, in small print. */
export const small = (blocks: readonly SheetBlock[]): SheetBlock[] =>
  blocks.map((block) => (block.kind === 'words' ? { ...block, as: 'small' } : block))
