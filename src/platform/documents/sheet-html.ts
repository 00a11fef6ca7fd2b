/** Forms as one page of HTML that needs nothing else: each copy a page of paper, printed from the browser as it is. */
import type { Sheet, SheetBlock, SheetCell, SheetFile, Span, Spans } from '../../kernel/sheet.ts'
import { sheetCss } from './sheet-style.ts'
import { dayInWords, escaped } from './text.ts'

const spanHtml = ({ text, mark }: Span): string => {
  if (mark === 'struck') return `<s>${escaped(text)}</s>`
  return mark === 'filled' ? `<u>${escaped(text)}</u>` : escaped(text)
}
const spansHtml = (spans: Spans): string => spans.map(spanHtml).join('')

const p = (inner: string, kind = ''): string => `<p${kind ? ` class="${kind}"` : ''}>${inner}</p>`

function cellHtml({ lines, label, centred, cols = 1, rows = 1, high }: SheetCell): string {
  const tag = label ? 'th' : 'td'
  const attributes = [
    cols > 1 ? ` colspan="${cols}"` : '',
    rows > 1 ? ` rowspan="${rows}"` : '',
    centred ? ' class="centred"' : '',
    high ? ` style="height:${high * 18}pt"` : '',
  ].join('')
  return `<${tag}${attributes}>${lines.map(spansHtml).join('<br>')}</${tag}>`
}

function gridHtml({ widths, rows, head = 0, together = false }: Extract<SheetBlock, { kind: 'grid' }>): string {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const row = (cells: readonly SheetCell[]) => `<tr>${cells.map(cellHtml).join('')}</tr>`
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="表格"><table${together ? ' class="together"' : ''}>`,
    `<colgroup>${widths.map((width) => `<col style="width:${((width / all) * 100).toFixed(2)}%">`).join('')}</colgroup>`,
    head > 0 ? `<thead>${rows.slice(0, head).map(row).join('\n')}</thead>` : '',
    `<tbody>${rows.slice(head).map(row).join('\n')}</tbody></table></div>`,
  ].join('')
}

function blockHtml(block: SheetBlock): string {
  if (block.kind === 'words') return p(spansHtml(block.spans), block.as ?? '')
  if (block.kind === 'grid') return gridHtml(block)
  if (block.kind === 'cut') return p(escaped(block.text), 'cut')
  if (block.kind === 'closing')
    return `<div class="closing">${p(escaped(block.body))}${p(block.day ? escaped(dayInWords(block.day)) : '　　年　　月　　日')}</div>`
  const places = block.places.map(
    ({ label, filled }) => `<p>${escaped(label)}：<span class="line">${escaped(filled ?? '')}</span></p>`,
  )
  return `<div class="signing">${places.join('')}</div>`
}

function sheetHtml({ issuer, title, number, copy, stamp, blocks }: Sheet): string {
  const marks = [stamp ? `（${stamp}）` : '', copy ? `（${copy}）` : ''].filter(Boolean).join('')
  return [
    '<article class="sheet"><header>',
    marks ? p(escaped(marks), 'copy') : '',
    p(escaped(issuer), 'issuer'),
    `<h1>${escaped(title)}</h1>`,
    p(escaped(number ?? '（编号于签发时取得）'), 'number'),
    '</header>',
    ...blocks.map(blockHtml),
    '</article>',
  ].join('\n')
}

/** The page of all copies. */
export const sheetsToHtml = ({ name, sheets }: SheetFile): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(name)}</title>`,
    `<style>${sheetCss}</style></head><body><main aria-label="${escaped(name)}">`,
    ...sheets.map(sheetHtml),
    '</main></body></html>',
    '',
  ].join('\n')
