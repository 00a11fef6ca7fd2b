/** What a file of records holds, as data: an area lists its columns, imports read by them and exports write by them. */
import { z } from 'zod'
import type { CodeEntry } from './codes.ts'
import type { Words } from './words.ts'

interface Heading extends Words {
  /** The header in files, in snake_case; the Chinese name serves as well. */
  readonly key: string
  /** The name of the value in a row that was read. */
  readonly field: string
  readonly required?: boolean
}
interface TextColumn extends Heading {
  readonly kind: 'text'
  /** Characters at most; 200 where nothing is said. */
  readonly max?: number
}
export interface CodeColumn extends Heading {
  readonly kind: 'code'
  /** The codes themselves, where the format closes the list … */
  readonly entries?: readonly CodeEntry[]
  /** … or the name of the table or register that holds them. */
  readonly table?: string
  /** Key of the column whose value must be the parent of this one's. */
  readonly within?: string
}
/** Several codes in one cell, apart by 、，, ；; or |; in the row joined by commas. */
export interface CodesColumn extends Heading {
  readonly kind: 'codes'
  readonly table: string
}
interface DayColumn extends Heading {
  readonly kind: 'day'
}
interface InstantColumn extends Heading {
  readonly kind: 'instant'
}
interface YesNoColumn extends Heading {
  readonly kind: 'yesno'
}
/** `integer` whole · `decimal` rounded to `scale` places · `money` 元 in the file, 分 in the row · `number` as it stands. */
export interface NumberColumn extends Heading {
  readonly kind: 'integer' | 'decimal' | 'money' | 'number'
  /** In the unit of the file; 0 where nothing is said. */
  readonly min?: number
  readonly max: number
  readonly scale?: number
}
export type Column = TextColumn | CodeColumn | CodesColumn | DayColumn | InstantColumn | YesNoColumn | NumberColumn

interface Values {
  text: string
  code: string
  codes: string
  /** 'YYYY-MM-DD'. */
  day: string
  /** ISO 8601 in UTC. */
  instant: string
  integer: number
  decimal: number
  /** 分. */
  money: number
  number: number
  yesno: boolean
}
type ValueOf<C> = C extends { entries: readonly { code: infer Code }[] }
  ? Code
  : C extends { kind: infer Kind extends keyof Values }
    ? Values[Kind]
    : never

/** A row as it was read. Null is unknown, which is not zero. */
export type RowOf<Columns extends readonly Column[]> = {
  [C in Columns[number] as C['field']]: C extends { required: true } ? ValueOf<C> : ValueOf<C> | null
}

/** What must hold between the values of a row. */
export interface RowCheck<Row> extends Words {
  readonly rule: string
  /** Key of the column that breaks it, with words of its own where those depend on the row; undefined where it holds. */
  broken(row: Row, line: number): string | ({ readonly key: string } & Words) | undefined
}

export interface Layout<Columns extends readonly Column[] = readonly Column[]> extends Words {
  readonly key: string
  readonly columns: Columns
  /** Key of the column by which a record is known again. */
  readonly naturalKey: string
  /** Key of the instant on whose day codes must be in force. */
  readonly datedBy?: string
  /** Keys of the two columns of a position. */
  readonly point?: { readonly lng: string; readonly lat: string }
  readonly checks?: readonly RowCheck<RowOf<Columns>>[]
  /** By a column's key what foreign files call it: for proposals of a mapping only. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}

/** Keeps the columns' exact types, from which the row's type follows. */
export const layoutOf = <const Columns extends readonly Column[]>(layout: Layout<Columns>): Layout<Columns> => layout

const header = z.string().trim().min(1).max(200)
const text = z.string().max(200)

function knownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Where a column's value comes from in a foreign file, and how it becomes one of ours. */
export const ColumnMapping = z
  .strictObject({
    /** One header, or several: numbers are added, anything else is joined with a blank. */
    from: z.union([header, z.array(header).min(1).max(8)]).optional(),
    /** Of several headers the first cell that is not empty. */
    pick: z.literal('first').optional(),
    /** The same in every row. */
    constant: text.optional(),
    /** Foreign value → ours. '' is the empty cell, 'AB*' all that begin so (the longest wins), '*' all others. */
    values: z.record(text, text).optional(),
    /** Factor of a unit or currency; the product is exact, then rounded half away from zero. */
    multiply: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,12})?$/)
      .optional(),
    /** YYYY MM M DD D HH H hh h A mm ss, [ ] around what may lack, or 'excel' for its day numbers. */
    dateFormat: z.union([text, z.array(text).min(1).max(5)]).optional(),
    /** What to do with a value that is no good: refuse the row, or take it as unknown and say so. */
    invalid: z.enum(['refuse', 'blank']).default('refuse'),
  })
  .refine((mapping) => (mapping.from === undefined) !== (mapping.constant === undefined), {
    error: 'either from or constant',
  })

/** A mapping of a foreign layout onto ours, saved and used again. */
export const Profile = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** By the key of our column. */
  columns: z.record(z.string(), ColumnMapping),
  /** Headers left out on purpose; '*' for all that are not mapped. */
  ignore: z.union([z.literal('*'), z.array(header)]).default([]),
  /** Words that mean an empty cell, such as NULL or N/A. */
  blanks: z.array(text.min(1)).max(20).default([]),
  /** Of wall clock times that name no zone of their own. */
  zone: z.string().default('Asia/Shanghai').refine(knownZone, { error: 'no such time zone' }),
  coordinates: z.enum(['WGS-84', 'GCJ-02', 'BD-09']).default('WGS-84'),
  /** How the file is to be read, where finding out is not enough. */
  read: z
    .strictObject({
      sheet: z.string().max(100).optional(),
      encoding: z.string().max(40).optional(),
      delimiter: z.string().length(1).optional(),
      headerRow: z.int().min(1).max(100).optional(),
    })
    .optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>
export type Profile = z.infer<typeof Profile>
