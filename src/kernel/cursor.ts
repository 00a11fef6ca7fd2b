/** Cursors of the list: where a page ends, as an opaque text. */
import { z } from 'zod'

const Cursor = z.tuple([z.union([z.string(), z.number()]), z.uuid()])
export type Cursor = z.infer<typeof Cursor>

/** ASCII only: instants, integers, ids, and numbers that were checked to be such. */
export const cursorText = (cursor: Cursor): string => encodeURIComponent(JSON.stringify(cursor))

/** Undefined where the text is none of ours. */
export function parseCursor(text: string): Cursor | undefined {
  try {
    return Cursor.safeParse(JSON.parse(decodeURIComponent(text))).data
  } catch {
    return undefined
  }
}
