/** What a workbook says of its sheets, number formats and shared texts. */
import type { SaxParser } from '@cj-tech-master/excelts/xml'
import type { Archive } from './archive.ts'
import { type DateFormat, dateFormatOf } from './excel-values.ts'
import { FileFault, fileWord } from './faults.ts'
import { limits } from './limits.ts'

/** The name of a tag without the prefix that some programs give it. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** Reads a part as XML. The parser calls what `listen` hung on it; the generator gives way after each chunk. */
export async function* parsePart(
  archive: Archive,
  part: string,
  listen: (parser: SaxParser) => void,
  most?: number,
): AsyncGenerator<void> {
  const { SaxParser } = await import('@cj-tech-master/excelts/xml')
  const parser = new SaxParser({ position: false, invalidCharHandling: 'replace' })
  listen(parser)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of archive.unpack(part, most)) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault('damaged', { where: fileWord('zip-part', { part }) }, { cause: error })
  }
  yield
}

async function parseWhole(archive: Archive, part: string, listen: (parser: SaxParser) => void, most?: number) {
  for await (const _ of parsePart(archive, part, listen, most));
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  /** By the style number of a cell. */
  readonly dateFormats: readonly (DateFormat | undefined)[]
  readonly texts: readonly string[]
}

/** The path of a part that another one refers to. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

const relationsOf = (part: string) => part.replace(/([^/]+)$/, '_rels/$1.rels')
/** Excel writes what XML cannot hold as _xHHHH_. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text

async function readSheets(archive: Archive, part: string) {
  const targets = new Map<string, string>()
  if (archive.has(relationsOf(part)))
    await parseWhole(archive, relationsOf(part), (parser) => {
      parser.on('opentag', ({ name, attributes }) => {
        const { Id, Target } = attributes
        if (localName(name) === 'Relationship' && Id && Target) targets.set(Id, resolve(part, Target))
      })
    })
  const sheets: Sheet[] = []
  let from1904 = false
  await parseWhole(archive, part, (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      const tag = localName(name)
      if (tag === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const found = relation === undefined ? undefined : targets.get(relation)
      const hidden = attributes.state !== undefined && attributes.state !== 'visible'
      if (found && archive.has(found)) sheets.push({ name: attributes.name ?? '', hidden, part: found })
    })
  })
  return { sheets, from1904 }
}

async function readDateFormats(archive: Archive, part: string): Promise<(DateFormat | undefined)[]> {
  const codes = new Map<number, string>()
  const formats: (DateFormat | undefined)[] = []
  let inCells = false
  if (archive.has(part))
    await parseWhole(archive, part, (parser) => {
      parser.on('opentag', ({ name, attributes }) => {
        const tag = localName(name)
        const id = Number(attributes.numFmtId ?? 0)
        if (tag === 'cellXfs') inCells = true
        else if (tag === 'numFmt') codes.set(id, attributes.formatCode ?? '')
        else if (tag === 'xf' && inCells) formats.push(dateFormatOf(id, codes.get(id)))
      })
      parser.on('closetag', ({ name }) => {
        if (localName(name) === 'cellXfs') inCells = false
      })
    })
  return formats
}

async function readTexts(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let within = false
  let phonetic = false
  if (archive.has(part))
    await parseWhole(
      archive,
      part,
      (parser) => {
        parser.on('opentag', ({ name }) => {
          const tag = localName(name)
          if (tag === 'si') text = ''
          else if (tag === 'rPh') phonetic = true
          else if (tag === 't') within = !phonetic
        })
        parser.on('text', (piece) => {
          if (within) text += piece
        })
        parser.on('closetag', ({ name }) => {
          const tag = localName(name)
          if (tag === 'si') texts.push(unescapeText(text))
          else if (tag === 'rPh') phonetic = false
          else if (tag === 't') within = false
        })
      },
      limits.sharedTextBytes,
    )
  return texts
}

/** Reads all of a workbook but its sheets. Throws a FileFault where the archive is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = archive.names.find((name) => /(^|\/)workbook\.xml$/.test(name))
  if (part === undefined) {
    const office = archive.names.some((name) => /^(\[Content_Types\]|content)\.xml$/.test(name))
    throw new FileFault('not-a-table', { what: fileWord(office ? 'word' : 'zip') })
  }
  const { sheets, from1904 } = await readSheets(archive, part)
  return {
    sheets,
    from1904,
    dateFormats: await readDateFormats(archive, resolve(part, 'styles.xml')),
    texts: await readTexts(archive, resolve(part, 'sharedStrings.xml')),
  }
}
