/** What a file looks like before anything of it is imported: its headers, first rows and values, and a mapping of them. */
import type { Upload } from '../../kernel/import-contract.ts'
import { type Layout, Profile } from '../../kernel/layout.ts'
import { proposeMapping } from './mapping.ts'
import { openTable } from './table.ts'

const sampleRows = 20
const rowsForValues = 5000
const valuesShown = 60

/** Throws a FileFault where the file is no table. */
export async function lookAt(
  path: string,
  layout: Layout,
  how: Profile['read'] = {},
): Promise<Omit<Upload, 'file' | 'name'>> {
  const { format, encoding, delimiter, headers, rows, bytes } = await openTable(path, how)
  const sample: string[][] = []
  const values = headers.map(() => new Set<string>())
  let read = 0
  for await (const { cells } of rows) {
    if (sample.length < sampleRows) sample.push([...cells])
    cells.forEach((cell, i) => {
      const seen = values[i]
      if (seen && seen.size <= valuesShown) seen.add(cell.trim())
    })
    if (++read >= rowsForValues) break
  }
  const { columns } = proposeMapping(headers, layout)
  return {
    bytes,
    format,
    encoding: encoding ?? '',
    delimiter,
    headers: [...headers],
    sample,
    values: Object.fromEntries(headers.map((header, i) => [header, [...(values[i] ?? [])].slice(0, valuesShown)])),
    proposal: Profile.parse({
      name: layout.zh,
      columns: Object.fromEntries(Object.entries(columns).map(([key, { from }]) => [key, { from }])),
    }),
  }
}
