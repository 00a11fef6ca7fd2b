/** The Word file as a package: its properties, and dates that make the same document the same bytes. */
import { type Document, Packer } from 'docx'
import { fontTableXml, stylesXml } from './styles.ts'
import { escaped } from './text.ts'

/** What the file's properties tell. */
interface Named {
  readonly title: string
  readonly closing?: { readonly day: string }
}

/** docProps/core.xml: title and day, and no author, for the program is none. */
function propertiesXml({ title, closing }: Named): string {
  const dated = (name: string) =>
    closing ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(closing.day)}T00:00:00Z</dcterms:${name}>` : ''
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title.replace(/\s*\n\s*/g, ''))}</dc:title><dc:language>zh-CN</dc:language>`,
    dated('created'),
    dated('modified'),
    '</cp:coreProperties>',
  ].join('')
}

/** 1 January 1980, 0:00: the first moment that a zip file can name. */
const firstMoment = 0x00210000
const directoryEntry = 0x02014b50
const directoryEnd = 0x06054b50

/** Sets the time of every entry of a zip file, in its own header and in the directory. */
function withFixedTimes(zip: Buffer): Buffer {
  // Without a comment the directory's end is the last 22 bytes.
  const end = zip.length - 22
  if (zip.readUInt32LE(end) !== directoryEnd) throw new Error('the zip file has no directory at its end')
  let at = zip.readUInt32LE(end + 16)
  while (at < end && zip.readUInt32LE(at) === directoryEntry) {
    zip.writeUInt32LE(firstMoment, at + 12)
    zip.writeUInt32LE(firstMoment, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

/** The bytes of the Word file: the same document gives the same ones. */
export async function packed(document: Document, from: Named): Promise<Buffer> {
  const zip = await Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'docProps/core.xml', data: propertiesXml(from) },
  ])
  return withFixedTimes(zip)
}
