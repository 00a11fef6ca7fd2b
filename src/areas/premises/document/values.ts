/** What a record's fields say, in the words of the printed file: a rule. */
import { type CodeTable, findCode } from '../../../kernel/codes.ts'
import { type Field, fieldWord } from '../field-words.ts'
import { messages } from '../messages.ts'
import type { Form } from '../record-contract.ts'

const words = messages.zh

/** What stands where nothing is known; nothing is left blank, so that nobody takes a blank for a no. */
export const unknown = '未登记'

export interface Naming {
  /** The name of a body, a piece of ground, a person or a record; undefined of what is not there any more. */
  readonly nameOf: (id: string) => string | undefined
  readonly tables: {
    readonly kinds: CodeTable
    readonly tags: CodeTable
    readonly lists: CodeTable
    readonly criteria: CodeTable
    readonly facilities: CodeTable
    readonly papers: CodeTable
  }
  readonly day: string
}

export const labelOf = (field: string, form: Form): string =>
  field in words.fields ? fieldWord(words, field as Field, form) : field

const among = (list: Readonly<Record<string, string>>) => (value: string) => list[value] ?? value

/** Fields that hold a code of a closed list. */
const listed: Readonly<Record<string, (value: string) => string>> = {
  form: among(words.forms),
  state: among(words.states),
  fireRating: among(words.ratings),
  gas: among(words.gases),
  ebikeCharging: among(words.ebikes),
  dueBody: among(words.bodies),
}
/** Fields that hold a code of a table, one or several. */
const tabled: Readonly<Record<string, keyof Naming['tables']>> = {
  kind: 'kinds',
  tags: 'tags',
  list: 'lists',
  criteria: 'criteria',
  keptCriteria: 'criteria',
}
/** Fields that hold the id of something with a name. */
const named = new Set([
  'street',
  'community',
  'grid',
  'station',
  'building',
  'estate',
  'company',
  'committee',
  'supervisor',
  'officer',
  'mergedInto',
])
/** Figures that count nothing. */
const unit = (field: string): string => words.units[field as keyof typeof words.units] ?? ''

export const codeText = (table: CodeTable, code: string, day: string): string => findCode(table, code, day)?.zh ?? code

/** A function from a field and its value to words. */
export function valueTexts({ nameOf, tables, day }: Naming) {
  const one = (field: string, value: string | number): string => {
    const text = String(value)
    const table = tabled[field]
    if (table) return codeText(tables[table], text, day)
    if (named.has(field)) return nameOf(text) ?? '（已不存在）'
    const inWords = listed[field]
    return inWords ? inWords(text) : `${text}${unit(field)}`
  }
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return unknown
    // A part of an identity number is no matter for paper.
    if (field === 'operatorIdTail') return '已登记'
    if (typeof value === 'string' || typeof value === 'number') return one(field, value)
    const several = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    return several.map((item) => one(field, item)).join('、') || '无'
  }
}
export type ValueTexts = ReturnType<typeof valueTexts>
