/** Splits delimited text into records: RFC 4180, with what real files add to it. */
import { type Fault, FileFault, faultOf, fileWord, Refusal } from './faults.ts'

/** One record of a file. A record that could not be told apart safely carries a fault instead of being dropped. */
export interface SourceRow {
  /** Of the file, where the record begins; 1 is the first. */
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: Fault
}

const quote = 0x22
const lf = 0x0a
const cr = 0x0d
/** A record longer than this is taken for an open quotation mark or for no table at all. */
const mostCharacters = 1_000_000

function linesWithin(text: string): number {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === lf || (code === cr && text.charCodeAt(i + 1) !== lf)) n++
  }
  return n
}

/** Where the quotation that opens at `at` closes; -1 where it does not in this text. */
function closing(text: string, at: number): number {
  let close = text.indexOf('"', at + 1)
  while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2)
  return close
}

interface CsvSplitter {
  /** The records that the text completes. */
  push(text: string): SourceRow[]
  /** The last record, where the file ends without a line break. */
  end(): SourceRow[]
}

/**
 * A splitter that is fed text as it comes. Line ends may be mixed; a quotation mark within an unquoted cell is a
 * character; text behind a closing one makes the record a fault, because what follows may belong to other records.
 * Empty lines are no records. A record that is not complete waits as text and is read again from its beginning.
 */
export function csvSplitter(delimiter: string): CsvSplitter {
  const cut = delimiter.charCodeAt(0)
  let waiting = ''
  let line = 1

  function split(text: string, final: boolean): SourceRow[] {
    const records: SourceRow[] = []
    const end = text.length
    let begun = 0
    let nextQuote = text.indexOf('"')
    let nextReturn = text.indexOf('\r')
    reading: while (begun < end) {
      // Most lines hold no quotation mark and can be cut in one go, three times as fast.
      if (nextQuote !== -1 && nextQuote < begun) nextQuote = text.indexOf('"', begun)
      if (nextReturn !== -1 && nextReturn < begun) nextReturn = text.indexOf('\r', begun)
      const feed = text.indexOf('\n', begun)
      if (feed !== -1 && (nextQuote === -1 || nextQuote > feed) && (nextReturn === -1 || nextReturn >= feed - 1)) {
        const plain = text.slice(begun, nextReturn !== -1 && nextReturn < feed ? nextReturn : feed)
        if (plain !== '') records.push({ line, cells: plain.split(delimiter) })
        line++
        begun = feed + 1
        continue
      }
      const cells: string[] = []
      let at = begun
      let within = 0
      let unpaired = false
      for (;;) {
        let quoted: string | undefined
        if (text.charCodeAt(at) === quote) {
          const close = closing(text, at)
          if (close === -1 || (close + 1 === end && !final)) break reading
          quoted = text.slice(at + 1, close)
          within += linesWithin(quoted)
          if (quoted.includes('"')) quoted = quoted.replaceAll('""', '"')
          at = close + 1
        }
        const from = at
        let code = text.charCodeAt(at)
        while (at < end && code !== cut && code !== lf && code !== cr) code = text.charCodeAt(++at)
        if (at === end && !final) break reading
        if (quoted === undefined) cells.push(text.slice(from, at))
        else {
          unpaired ||= at > from
          cells.push(at > from ? quoted + text.slice(from, at) : quoted)
        }
        if (at === end || code !== cut) break
        at++
      }
      if (text.charCodeAt(at) === cr) {
        if (at + 1 === end && !final) break
        if (text.charCodeAt(at + 1) === lf) at++
      }
      const empty = cells.length === 1 && cells[0] === '' && text.charCodeAt(begun) !== quote
      if (unpaired) {
        const fault = faultOf(line, '', cells.join(delimiter), new Refusal('quote', { from: line, to: line + within }))
        records.push({ line, cells, fault })
      } else if (!empty) records.push({ line, cells })
      line += within + 1
      begun = at + 1
    }
    waiting = begun < end ? text.slice(begun) : ''
    return records
  }

  const overlong = () =>
    waiting.startsWith('"') || waiting.includes(`${delimiter}"`)
      ? new FileFault('truncated', { where: fileWord('open-quote', { line }) })
      : new FileFault('not-a-table', { what: fileWord('long-line') })

  return {
    push(text) {
      const records = split(waiting + text, false)
      if (waiting.length > mostCharacters) throw overlong()
      return records
    },
    end() {
      const records = split(waiting, true)
      if (waiting !== '') throw overlong()
      return records
    },
  }
}

/** The delimiters that are found without being named, in order of preference. */
const delimiters = [',', '\t', ';', '|'] as const

/** The records of a sample that may break off anywhere. */
function sampleOf(head: string, delimiter: string): SourceRow[] {
  const splitter = csvSplitter(delimiter)
  const records: SourceRow[] = []
  try {
    records.push(...splitter.push(head))
    if (records.length === 0) records.push(...splitter.end())
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
  }
  return records.slice(0, 50)
}

/** How much of a table the sample is under a delimiter: wide, even, its first record like the others, quotes paired. */
function evenness(sample: readonly SourceRow[]): number {
  const widths = sample.map(({ cells }) => cells.length)
  const scores = [...new Set(widths)].map((width) => {
    const share = widths.filter((other) => other === width).length / widths.length
    return (width - 1) * share * (widths[0] === width ? 10 : 1)
  })
  const best = Math.max(0, ...scores)
  return sample.some(({ fault }) => fault) ? best / 100 : best
}

/** The delimiter under which the head of a file is most of a table; a comma where there is but one column. */
export function detectDelimiter(head: string): string {
  const scores = delimiters.map((delimiter) => ({ delimiter, score: evenness(sampleOf(head, delimiter)) }))
  const [comma, ...others] = scores
  return others.reduce((best, other) => (other.score > best.score ? other : best), comma as (typeof scores)[number])
    .delimiter
}

/** Whether a header of one column holds signs that part cells in files of another delimiter. */
export const looksDelimited = (header: string): boolean => /[,;\t|，；^]|\S {2,}\S/.test(header)
