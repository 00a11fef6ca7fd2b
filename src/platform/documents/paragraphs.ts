/** Paragraphs and pictures of the Word file; how they look is in the styles. */
import { ImageRun, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { Chart } from '../../kernel/document.ts'
import { sizeOf } from './chart-options.ts'
import { type Piece, printable } from './text.ts'

// The hint sends quotation marks, dashes and dots to the Chinese font, in which they are as wide as a character.
export const font = { hint: 'eastAsia' }

const runOf = ({ text, missing }: Piece): TextRun =>
  new TextRun({ text, font, ...(missing ? { highlight: 'yellow' as const } : {}) })

export type Deviation = Pick<IParagraphOptions, 'indent' | 'keepNext' | 'alignment' | 'border'>

export const styled = (style: string, pieces: readonly Piece[], deviation: Deviation = {}): Paragraph =>
  new Paragraph({ style, children: pieces.map(runOf), ...deviation })

export const plain = (style: string, text: string, deviation: Deviation = {}): Paragraph =>
  styled(style, [{ text: printable(text) }], deviation)

/** Several lines that are one paragraph. */
export const lined = (style: string, lines: readonly string[], deviation: Deviation = {}): Paragraph =>
  new Paragraph({
    style,
    children: lines.map((line, at) => new TextRun({ text: printable(line), font, ...(at > 0 ? { break: 1 } : {}) })),
    ...deviation,
  })

/** A chart with its caption below; `id` is unique in the file; `keep` holds its end to what follows. */
export function pictureOf({ caption, spec, alt }: Chart, png: Buffer, id: number, keep: Deviation = {}): Paragraph[] {
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: sizeOf(spec),
    altText: { id: String(id), name: printable(caption), title: printable(caption), description: printable(alt) },
  })
  return [new Paragraph({ style: 'Picture', children: [image] }), plain('PictureCaption', caption, keep)]
}
