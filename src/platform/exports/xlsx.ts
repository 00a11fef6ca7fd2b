/** Writes one sheet as an XLSX stream: numbers as numbers, times as true dates, the header frozen. */
import { Readable } from 'node:stream'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type ExportColumn, type ExportKind, type ExportRows, type ExportValue, exportText } from './columns.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Style numbers, in the order of cellXfs below: numbers as they stand, the header, texts, and one a kind. */
const headerStyle = 1
const textStyle = 2
const numberStyles: Readonly<Record<ExportKind, number>> = { text: 0, number: 0, money: 3, instant: 4, day: 5 }
const stylesXml = `${declaration}<styleSheet xmlns="${main}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs>
</styleSheet>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold is left out: control characters and halves of characters. */
const unwritable = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const escapeXml = (text: string) => text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => entities[sign] as string)
/** In cells _x000D_ means a carriage return, so what merely looks so must be told apart. */
const escapeCell = (text: string) =>
  escapeXml(text.replace(/_x[\dA-Fa-f]{4}_/g, '_x005F$&').replaceAll('\r', '_x000D_'))

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

const mostCharacters = 32_767
/** A string cell is never run as a formula, so texts need no escape here. */
function textCell(reference: string, style: number, text: string): string {
  const kept = escapeCell(text.slice(0, mostCharacters))
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`
}

const daySeconds = 86_400
const shanghaiSeconds = 8 * 3600
/** Excel's number of the day and time that Shanghai's wall clock shows; day 25569 is 1970-01-01. */
const dayNumber = (milliseconds: number, offset: number) => 25_569 + (milliseconds / 1000 + offset) / daySeconds

function numberOf(value: ExportValue, kind: ExportKind): number | undefined {
  if (typeof value === 'number') return kind === 'money' ? value / 100 : value
  if (typeof value !== 'string') return undefined
  if (kind === 'instant') return dayNumber(Date.parse(value), shanghaiSeconds)
  return kind === 'day' ? dayNumber(Date.parse(`${value}T00:00:00Z`), 0) : undefined
}

function cell(reference: string, value: ExportValue, kind: ExportKind): string {
  if (value === null || value === undefined || value === '') return ''
  const number = numberOf(value, kind)
  if (number !== undefined && Number.isFinite(number))
    return `<c r="${reference}" s="${numberStyles[kind]}"><v>${number}</v></c>`
  return textCell(reference, textStyle, exportText(value, kind))
}

const mostLines = 1_048_576
const widths: Readonly<Record<ExportKind, number>> = { text: 16, number: 10, money: 16, instant: 20, day: 12 }
const batchCharacters = 128 * 1024

async function* sheetXml(columns: readonly ExportColumn[], rows: ExportRows): AsyncGenerator<Buffer> {
  const names = columns.map((_, i) => columnName(i))
  const cols = columns.map(
    ({ kind, width = widths[kind] }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const header = columns.map((column, i) => textCell(`${names[i]}1`, headerStyle, column.header)).join('')
  let batch = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${header}</row>`
  let line = 1
  for await (const row of rows) {
    line++
    if (line > mostLines) throw new RuleViolation('sheet-full', { most: mostLines - 1 })
    let cells = ''
    columns.forEach(({ kind }, i) => {
      cells += cell(`${names[i]}${line}`, row[i], kind)
    })
    batch += `<row r="${line}">${cells}</row>`
    if (batch.length < batchCharacters) continue
    yield Buffer.from(batch)
    batch = ''
  }
  const filter = `<autoFilter ref="A1:${names.at(-1) ?? 'A'}${line}"/>`
  yield Buffer.from(`${batch}</sheetData>${filter}</worksheet>`)
}

/** The parts of a workbook that never differ, but for the name of its sheet. */
const parts = (sheet: string): readonly (readonly [path: string, xml: string])[] => [
  [
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', stylesXml],
]

/** A name that Excel allows for a sheet. */
const sheetName = (name: string) =>
  name
    .replace(/[:\\/?*[\]']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1'

interface XlsxOptions {
  readonly sheet?: string
  /** Stands in the archive as the time of its parts; without it the file is the same each time. */
  readonly madeAt?: string
}

/** A table as a stream of a workbook with one sheet. Rows are taken only as fast as the stream is read. */
export function writeXlsx(columns: readonly ExportColumn[], rows: ExportRows, options: XlsxOptions = {}): Readable {
  async function* bytes() {
    const { ZipArchive } = await import('@cj-tech-master/excelts/archive')
    const time = options.madeAt === undefined ? { reproducible: true } : { modTime: new Date(options.madeAt) }
    const archive = new ZipArchive({ level: 6, ...time })
    for (const [path, xml] of parts(sheetName(options.sheet ?? ''))) archive.add(path, Buffer.from(xml))
    archive.add('xl/worksheets/sheet1.xml', sheetXml(columns, rows))
    yield* archive.stream()
  }
  return Readable.from(bytes(), { objectMode: false })
}
