/** What is wrong with a file, or with one row of it, in words for whoever sent it. */
import type { Lang, Words } from '../../kernel/words.ts'
import { fileMessages, fileWords, rowMessages, rowWords } from './messages.ts'

type FileRule = keyof typeof fileMessages.zh
type RowRule = keyof typeof rowMessages.zh
type Values = Readonly<Record<string, unknown>>

/** The messages with their values, of which some differ by language themselves. */
function say(messages: Words, values: Values): Words {
  const inLang = (lang: Lang) =>
    messages[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'object' && value !== null && lang in value ? (value as Words)[lang] : String(value)
    })
  return { zh: inLang('zh'), en: inLang('en').trim() }
}
const pair = <Key extends string>(table: Readonly<Record<Lang, Readonly<Record<Key, string>>>>, key: Key): Words => ({
  zh: table.zh[key],
  en: table.en[key],
})

/** What a file looks like, or where it breaks off: to be put into a file's message. */
export const fileWord = (key: keyof typeof fileWords.zh, values: Values = {}): Words =>
  say(pair(fileWords, key), values)
/** A hint to be put into a row's message. */
export const rowWord = (key: keyof typeof rowWords.zh, values: Values = {}): Words => say(pair(rowWords, key), values)

/** The file as a whole cannot be imported. The message says why in both languages. */
export class FileFault extends Error {
  readonly rule: FileRule
  readonly words: Words
  readonly detail: Values

  constructor(rule: FileRule, detail: Values = {}, options?: ErrorOptions) {
    const words = say(pair(fileMessages, rule), detail)
    super(words.en, options)
    this.name = 'FileFault'
    this.rule = rule
    this.words = words
    this.detail = detail
  }
}

/** What is wrong with one cell, or with a row as a whole where `column` is ''. */
export interface Fault extends Words {
  readonly line: number
  /** The header as it stands in the file. */
  readonly column: string
  readonly value: string
  readonly rule: string
}

/** A value that was not accepted: made where the line and column are not known. */
export class Refusal {
  readonly rule: RowRule
  readonly values: Values

  constructor(rule: RowRule, values: Values = {}) {
    this.rule = rule
    this.values = values
  }
}

const shown = (value: string) => (value.length > 200 ? `${value.slice(0, 199)}…` : value)

export const faultOf = (line: number, column: string, value: string, { rule, values }: Refusal): Fault => ({
  line,
  column,
  value: shown(value),
  rule,
  ...say(pair(rowMessages, rule), values),
})

/** A list of names in a message, cut where it is long. */
export function listed(names: readonly string[]): Words {
  const more = names.length > 12 ? ` … (${names.length})` : ''
  const shown = names.slice(0, 12)
  return { zh: shown.join('、') + more, en: shown.join(', ') + more }
}
