/** An official document (公文) as data: what it says and in which order; platform/documents prints it. */

/** A piece of a paragraph. A missing figure stays visible as 〔缺〕; a figure knows which one it is. */
export type Run =
  | { readonly text: string }
  | { readonly text: string; readonly figure: string }
  | { readonly missing: true }

export interface Heading {
  readonly kind: 'heading'
  /** 1 一、 · 2 （一） · 3 1. · 4 （1）: numbers are worked out, not typed. */
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
}
export interface Paragraph {
  readonly kind: 'paragraph'
  /** By which a person's edit of it is known again. */
  readonly key: string
  readonly runs: readonly Run[]
}
export interface TableColumn {
  readonly header: string
  /** Figures stand right, words left. */
  readonly align: 'left' | 'right' | 'center'
  /** Share of the width, in any unit. */
  readonly width: number
}
export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The last row is a sum and stands out. */
  readonly summed?: boolean
  /** Remarks below the table, a line each. */
  readonly notes?: readonly string[]
}
export interface ChartSpec {
  readonly kind: 'bar' | 'groupedBar' | 'line' | 'pie' | 'heat'
  readonly categories: readonly string[]
  /** For `heat`, one series a row of the grid, named. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly unit: string
}
export interface Chart {
  readonly kind: 'chart'
  readonly caption: string
  readonly spec: ChartSpec
  /** What it shows, in words, for those who cannot see it. */
  readonly alt: string
}
export interface Note {
  readonly kind: 'note'
  readonly text: string
}
export type Block = Heading | Paragraph | Table | Chart | Note

export interface OfficialDocument {
  /** With line breaks where its lines end; without any, the printer finds them. */
  readonly title: string
  readonly status: 'draft' | 'issued'
  /** 密级和保密期限, e.g. 内部资料 */
  readonly secrecy?: string
  /** 紧急程度 */
  readonly urgency?: '特急' | '加急'
  /** 发文机关标志, in red above everything; a document without one has no red head. */
  readonly issuer?: string
  /** 主送 */
  readonly addressee?: string
  /** 文号, e.g. 〔2026〕1号 */
  readonly number?: string
  readonly blocks: readonly Block[]
  /** 附件说明: the names of what is attached. */
  readonly attachments?: readonly string[]
  /** 发文机关署名 and 成文日期 */
  readonly closing?: { readonly body: string; readonly day: string }
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 12 → 十二, 20 → 二十; from 100 on in figures, for headings do not go so far. */
export function chineseNumber(n: number): string {
  if (n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${ten}${ones === 0 && tens > 0 ? '' : digits[ones]}`
}

const marks = {
  1: (n: number) => `${chineseNumber(n)}、`,
  2: (n: number) => `（${chineseNumber(n)}）`,
  3: (n: number) => `${n}.`,
  4: (n: number) => `（${n}）`,
} as const

/** The blocks with the number before each heading (GB/T 9704-2012 §7.3.3), and 表1, 图1 before each caption. */
export function numbered(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0]
  const captions = { table: 0, chart: 0 }
  return blocks.map((block) => {
    if (block.kind === 'table') return { ...block, caption: `表${++captions.table} ${block.caption}` }
    if (block.kind === 'chart') return { ...block, caption: `图${++captions.chart} ${block.caption}` }
    if (block.kind !== 'heading') return block
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    counts.fill(0, block.level)
    return { ...block, text: `${marks[block.level](counts[at])}${block.text}` }
  })
}

/** What stands where a figure is not known: visible, and never invented. */
export const missingMark = '〔缺〕'

export const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => ('missing' in run ? missingMark : run.text)).join('')

/** The document as sections of plain text: one for each heading, with the paragraphs up to the next. */
export function sectionsOf({ blocks }: Pick<OfficialDocument, 'blocks'>): { heading: string; paragraphs: string[] }[] {
  const sections: { heading: string; paragraphs: string[] }[] = []
  for (const block of numbered(blocks)) {
    if (block.kind === 'heading') sections.push({ heading: block.text, paragraphs: [] })
    if (block.kind === 'paragraph') {
      if (sections.length === 0) sections.push({ heading: '', paragraphs: [] })
      sections.at(-1)?.paragraphs.push(textOf(block.runs))
    }
  }
  return sections
}
