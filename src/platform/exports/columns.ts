/** What an exported list shows, and how its values are written. */
import { wallClockOf } from '../../kernel/calendar.ts'
import type { Column, Layout } from '../../kernel/layout.ts'
import { fenToYuan } from '../../kernel/money.ts'
import type { Lang } from '../../kernel/words.ts'

/** `instant` ISO in UTC, shown as Shanghai's wall clock · `day` 'YYYY-MM-DD' · `money` 分, shown in 元. */
export type ExportKind = 'text' | 'number' | 'money' | 'instant' | 'day'
export interface ExportColumn {
  readonly header: string
  readonly kind: ExportKind
  /** In characters, for workbooks. */
  readonly width?: number
}
export type ExportValue = string | number | boolean | null | undefined
export type ExportRows = AsyncIterable<readonly ExportValue[]> | Iterable<readonly ExportValue[]>

/** A value as text: '' for what is unknown. */
export function exportText(value: ExportValue, kind: ExportKind): string {
  if (value === null || value === undefined) return ''
  if (kind === 'money' && typeof value === 'number') return fenToYuan(value)
  if (kind === 'instant' && typeof value === 'string') return wallClockOf(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

const kinds: Readonly<Record<Column['kind'], ExportKind>> = {
  text: 'text',
  code: 'text',
  codes: 'text',
  day: 'day',
  yesno: 'text',
  instant: 'instant',
  money: 'money',
  integer: 'number',
  decimal: 'number',
  number: 'number',
}

/** The columns of a layout, for an export that can be imported again, or an empty template: Chinese headers, or keys. */
export const columnsOf = ({ columns }: Layout, lang: Lang): ExportColumn[] =>
  columns.map(({ key, zh, kind }) => ({ header: lang === 'zh' ? zh : key, kind: kinds[kind] }))
