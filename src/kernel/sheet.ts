/** A form (文书) filled in, as data: what stands on the sheet and in which order; platform/documents prints it. */

/** `filled`: what was written into the form. `struck`: an alternative that does not hold (划去). */
export interface Span {
  readonly text: string
  readonly mark?: 'filled' | 'struck'
}
export type Spans = readonly Span[]

export interface SheetCell {
  readonly lines: readonly Spans[]
  /** A label is centred and names what stands beside it. */
  readonly label?: boolean
  readonly centred?: boolean
  readonly cols?: number
  readonly rows?: number
  /** Lines high at least: where people write by hand. */
  readonly high?: number
}

export type SheetBlock =
  /** A paragraph; `addressee` and `flush` begin at the edge, others two characters in. */
  | { readonly kind: 'words'; readonly spans: Spans; readonly as?: 'addressee' | 'flush' | 'small' }
  /** Boxes; widths are shares. `head` rows are repeated on each page. */
  | {
      readonly kind: 'grid'
      readonly widths: readonly number[]
      readonly rows: readonly (readonly SheetCell[])[]
      readonly head?: number
      /** Stays on one page. */
      readonly together?: boolean
    }
  /** Places to sign: a name and the line beside it, side by side as far as they go. */
  | { readonly kind: 'signing'; readonly places: readonly { readonly label: string; readonly filled?: string }[] }
  /** The body's name above the day, where the seal is set. */
  | { readonly kind: 'closing'; readonly body: string; readonly day: string | null }
  /** Where the sheet is cut: what comes after goes back to whoever sent it. */
  | { readonly kind: 'cut'; readonly text: string }

/** One copy of a form. */
export interface Sheet {
  /** The name of the body that issues it, in full. */
  readonly issuer: string
  readonly title: string
  /** Null: not issued yet, so it has none. */
  readonly number: string | null
  /** Whose copy it is, e.g. 存档. */
  readonly copy: string | null
  /** Across the head: 作废, 样张. */
  readonly stamp?: string
  readonly blocks: readonly SheetBlock[]
}

export interface SheetFile {
  readonly name: string
  readonly day: string | null
  readonly sheets: readonly Sheet[]
}

export const plain = (text: string): Span => ({ text })
export const filled = (text: string): Span => ({ text, mark: 'filled' })
export const struck = (text: string): Span => ({ text, mark: 'struck' })

/** What stands in a column that does not apply. */
export const nothing = '／'

/** What was written, or the stroke through a column that is not used. */
export const orStroke = (text: string | null | undefined): Span =>
  text === null || text === undefined || text.trim() === '' ? plain(nothing) : filled(text)

/** 你单位/你: all but the chosen one struck. */
export const alternatives = (texts: readonly string[], chosen: number): Span[] =>
  texts.flatMap((text, at) => [...(at === 0 ? [] : [plain('/')]), at === chosen ? plain(text) : struck(text)])

/** ☑ or ☐ before each option; a space that does not break keeps the box beside its words. */
export const options = (all: readonly { readonly text: string; readonly ticked: boolean }[]): Span[] =>
  all.map(({ text, ticked }, at) => plain(`${at === 0 ? '' : '　'}${ticked ? '☑' : '☐'}\u00a0${text}`))

export const spansText = (spans: Spans): string => spans.map(({ text }) => text).join('')
