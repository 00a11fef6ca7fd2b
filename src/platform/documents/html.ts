/** An official document as one page of HTML that needs nothing else: to read, to print, to keep. */
import {
  type Block,
  type Chart,
  numbered,
  type OfficialDocument,
  type Paragraph,
  type Table,
} from '../../kernel/document.ts'
import type { Lang } from '../../kernel/words.ts'
import { sizeOf, valueText } from './chart-options.ts'
import { chartSvg } from './charts.ts'
import { css, draftCss } from './html-style.ts'
import { closingIndents, dayInWords, escaped, linesOf, type Piece, titleLines } from './text.ts'

/** What the page says beside the document itself. */
const frame = {
  zh: { draft: '（草稿）', figures: '查看数据' },
  en: { draft: '(Draft)', figures: 'Figures' },
} as const

const pieceHtml = ({ text, figure, missing }: Piece): string => {
  if (missing) return `<mark class="missing">${escaped(text)}</mark>`
  return figure === undefined ? escaped(text) : `<span data-figure="${escaped(figure)}">${escaped(text)}</span>`
}
const p = (text: string, kind = ''): string => `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`

const paragraphHtml = ({ runs }: Paragraph): string =>
  linesOf(runs)
    .map((line) => `<p>${line.map(pieceHtml).join('')}</p>`)
    .join('\n')

/** A region that scrolls must be reachable by keyboard, and so have a name. */
const scrolling = (name: string, inner: string): string =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}">${inner}</div>`

function rowHtml({ columns, summed }: Table, row: readonly string[], last: boolean): string {
  const cells = columns.map(({ align }, at) => {
    const text = escaped(row[at] ?? '').replaceAll('〔缺〕', '<mark class="missing">〔缺〕</mark>')
    return at === 0 ? `<th scope="row" class="${align}">${text}</th>` : `<td class="${align}">${text}</td>`
  })
  return `<tr${summed && last ? ' class="sum"' : ''}>${cells.join('')}</tr>`
}

function tableHtml(table: Table): string {
  const { caption, columns, rows, notes = [] } = table
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const inner = [
    `<table><caption>${escaped(caption)}</caption>`,
    `<colgroup>${columns.map(({ width }) => `<col style="width:${((width / all) * 100).toFixed(2)}%">`).join('')}</colgroup>`,
    `<thead><tr>${columns.map(({ header }) => `<th scope="col">${escaped(header)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row, at) => rowHtml(table, row, at === rows.length - 1)).join('\n')}</tbody></table>`,
  ]
  return [scrolling(caption, inner.join('\n')), ...notes.map((note) => p(note, 'tableNote'))].join('\n')
}

/** A line ends where time does: what is yet to come is not missing. */
const known = ({ kind }: Chart['spec'], value: number | null | undefined): string =>
  kind === 'line' && (value === null || value === undefined) ? '—' : valueText(value)

/** The figures behind a chart, for those who do not see it; not printed. */
function figuresHtml({ spec, caption }: Chart, lang: Lang): string {
  const align = 'right' as const
  const table: Table = {
    kind: 'table',
    caption: `${caption}（${spec.unit}）`,
    columns: [
      { header: '', align: 'left', width: 2 },
      ...spec.series.map(({ name }) => ({ header: name, align, width: 1 })),
    ],
    rows: spec.categories.map((category, at) => [
      category,
      ...spec.series.map(({ values }) => known(spec, values[at])),
    ]),
  }
  return `<details><summary lang="${langs[lang]}">${frame[lang].figures}</summary>${tableHtml(table)}</details>`
}

function chartHtml(chart: Chart, at: number, lang: Lang): string {
  const { spec, caption, alt } = chart
  const svg = chartSvg(spec, sizeOf(spec), `chart${at}`)
  const labelled = svg.replace('<svg ', () => `<svg role="img" aria-label="${escaped(alt)}" `)
  return [
    `<figure>${scrolling(caption, labelled)}`,
    `<figcaption>${escaped(caption)}</figcaption>`,
    `${figuresHtml(chart, lang)}</figure>`,
  ].join('\n')
}

function blockHtml(block: Block, at: number, lang: Lang): string {
  if (block.kind === 'heading') return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`
  if (block.kind === 'paragraph') return paragraphHtml(block)
  if (block.kind === 'note') return p(block.text, 'note')
  return block.kind === 'table' ? tableHtml(block) : chartHtml(block, at, lang)
}

function headHtml({ secrecy, urgency, issuer, number, title, status }: OfficialDocument, lang: Lang): string {
  const optional = (text: string | undefined, kind: string) => (text ? p(text, kind) : '')
  return [
    '<header>',
    optional(secrecy, 'mark'),
    optional(urgency, 'mark'),
    optional(issuer, 'issuer'),
    issuer || number ? p(number ?? '', 'number') : '',
    `<h1>${titleLines(title).map(escaped).join('<br>')}</h1>`,
    status === 'draft' ? `<p class="draft" lang="${langs[lang]}">${frame[lang].draft}</p>` : '',
    '</header>',
  ].join('\n')
}

function attachmentsHtml({ attachments = [] }: OfficialDocument): string {
  if (attachments.length === 0) return ''
  const [only] = attachments
  const items = attachments.map((name) => `<li>${escaped(name)}</li>`).join('')
  return `<div class="attachments"><p>附件：</p>${attachments.length === 1 ? p(only ?? '') : `<ol>${items}</ol>`}</div>`
}

function closingHtml({ closing }: OfficialDocument): string {
  if (!closing) return ''
  const { body, day } = closing
  const { issuer, date } = closingIndents(body, day)
  return `<footer class="closing" style="margin-right:${Math.min(issuer, date)}em">${p(body)}<p><time datetime="${escaped(day)}">${escaped(dayInWords(day))}</time></p></footer>`
}

const langs = { zh: 'zh-CN', en: 'en' } as const

/** The page; `lang` is that of the few words around the document, whose own are Chinese. */
export function toHtml(document: OfficialDocument, { lang = 'zh' }: { lang?: Lang } = {}): string {
  const { title, status, addressee, blocks } = document
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${titleLines(title).map(escaped).join('')}</title>`,
    `<style>${css}${status === 'draft' ? draftCss(frame[lang].draft) : ''}</style></head>`,
    '<body><main class="paper"><article>',
    headHtml(document, lang),
    addressee ? p(`${addressee.replace(/[：:]$/, '')}：`, 'addressee') : '',
    ...numbered(blocks).map((block, at) => blockHtml(block, at + 1, lang)),
    attachmentsHtml(document),
    closingHtml(document),
    '</article></main></body></html>',
    '',
  ]
    .filter((line, at, lines) => line !== '' || at === lines.length - 1)
    .join('\n')
}
