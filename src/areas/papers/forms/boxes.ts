/** Boxes of forms: labels, what is filled in, and the receipt that the party signs. A rule. */
import { filled, nothing, plain, type SheetBlock, type SheetCell, type Spans } from '../../../kernel/sheet.ts'
import { dayWords } from '../words.ts'
import { type Head, modeOptions } from './form.ts'

export const label = (text: string, more: Partial<SheetCell> = {}): SheetCell => ({
  lines: [[plain(text)]],
  label: true,
  ...more,
})
/** What is filled in; a column that is not used is struck. */
export const value = (said: string | null | undefined, more: Partial<SheetCell> = {}): SheetCell =>
  said?.trim()
    ? { lines: said.split('\n').map((line) => [filled(line)]), ...more }
    : { lines: [[plain(nothing)]], centred: true, ...more }
export const spansCell = (lines: readonly Spans[], more: Partial<SheetCell> = {}): SheetCell => ({ lines, ...more })
/** Left open for a hand. */
export const open = (lines: readonly string[], more: Partial<SheetCell> = {}): SheetCell => ({
  lines: lines.map((line) => [plain(line)]),
  ...more,
})

const byHand = '　　　年　　月　　日'

/** 签收: who took it, when and how; that it was refused, left or taken by another are alternatives, struck where they do not hold. */
export function receiptBox({ served }: Head): SheetBlock {
  const taken = served === null || served.mode === 'direct' || served.mode === 'agent'
  const left = served === null || served.mode === 'left'
  const signer = served?.recipientName ? `签收人：${served.recipientName}` : ''
  return {
    kind: 'grid',
    widths: [3, 4, 2.5, 3.5],
    together: true,
    rows: [
      [label('送达方式'), spansCell([modeOptions(served)], { cols: 3 })],
      [
        label('送达时间'),
        served ? value(dayWords(served.on)) : open([byHand]),
        label('送达人签名'),
        open([''], { high: 1.5 }),
      ],
      [
        label('受送达人（代收人）签收'),
        taken
          ? open([`本文书已收到。${signer}`, `签名：　　　　　　　　　　${served ? dayWords(served.on) : byHand}`], {
              cols: 3,
              high: 2,
            })
          : value(null, { cols: 3 }),
      ],
      [
        label('拒收事由'),
        left ? open(['']) : value(null),
        label('见证人签名'),
        served?.witness ? value(served.witness) : left ? open(['']) : value(null),
      ],
    ],
  }
}
