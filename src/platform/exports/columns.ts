/** What an exported list shows, and how its values are written. */
import { wallClockOf } from '../../kernel/calendar.ts'
import { fenToYuan } from '../../kernel/money.ts'

/** `instant` ISO in UTC, shown as Shanghai's wall clock · `day` 'YYYY-MM-DD' · `money` 分, shown in 元. */
export type ExportKind = 'plain' | 'money' | 'instant' | 'day'
export type ExportValue = string | number | boolean | null | undefined
export interface ExportColumn<Item> {
  readonly header: string
  /** 'plain' where nothing is said: numbers stay numbers, texts stay texts. */
  readonly kind?: ExportKind
  /** In characters, for workbooks. */
  readonly width?: number
  readonly value: (item: Item) => ExportValue
}
export type ExportItems<Item> = AsyncIterable<Item> | Iterable<Item>

/** A value as text: '' for what is unknown. */
export function exportText(value: ExportValue, kind: ExportKind = 'plain'): string {
  if (value === null || value === undefined) return ''
  if (kind === 'money' && typeof value === 'number') return fenToYuan(value)
  if (kind === 'instant' && typeof value === 'string') return wallClockOf(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
