/** Records of delimited text: what real files hold, and agreement with an established parser. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvSplitter, detectDelimiter } from './csv.ts'
import { FileFault } from './faults.ts'

/** All records of a text that arrives in pieces of so many characters. */
function recordsOf(text: string, delimiter = ',', piece = text.length || 1) {
  const splitter = csvSplitter(delimiter)
  const records = []
  for (let at = 0; at < text.length; at += piece) records.push(...splitter.push(text.slice(at, at + piece)))
  return [...records, ...splitter.end()]
}
const cellsOf = (text: string, delimiter?: string) => recordsOf(text, delimiter).map(({ cells }) => cells)

describe('records', () => {
  it('end at any kind of line break, mixed as they come', () => {
    expect(cellsOf('a,b\n1,2\r\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('know the line of the file on which they begin', () => {
    const text = 'a,b\n"1\n\r\n2",x\r\n\n3,4\n'
    expect(recordsOf(text).map(({ line }) => line)).toEqual([1, 2, 6])
    expect(recordsOf(text)[1]?.cells).toEqual(['1\n\r\n2', 'x'])
  })

  it('keep empty cells at the end, and a quoted empty cell alone', () => {
    expect(cellsOf('a,b,\n""\n,\nx,y,')).toEqual([['a', 'b', ''], [''], ['', ''], ['x', 'y', '']])
  })

  it('take a quotation mark within an unquoted cell as a character', () => {
    expect(cellsOf('x,5" pipe,y\n')).toEqual([['x', '5" pipe', 'y']])
  })

  it('say when a quotation swallowed the next record, and go on behind it', () => {
    const [first, swallowed, last] = recordsOf('a,b\nx,"open,1\ny,"shut",2\nz,3\n')
    expect(first?.fault).toBeUndefined()
    expect(swallowed).toMatchObject({ line: 2, fault: { rule: 'quote', line: 2 } })
    expect(swallowed?.fault?.zh).toContain('第 2 至 3 行')
    expect(last).toEqual({ line: 4, cells: ['z', '3'] })
  })

  it('refuse a file that ends within a quotation, naming the line where it opens', () => {
    expect(() => recordsOf('a,b\n1,2\n3,"never closed\n4,5\n')).toThrow(FileFault)
    expect(() => recordsOf('a,b\n1,2\n3,"never closed\n4,5\n')).toThrow(/line 3/)
  })

  it('refuse an endless line instead of filling the memory', () => {
    const splitter = csvSplitter(',')
    expect(() => {
      for (let i = 0; i < 100; i++) splitter.push('x'.repeat(100_000))
    }).toThrow(FileFault)
  })

  it('come out the same in whatever pieces the text arrives', () => {
    const sign = fc.constantFrom('a', '火', ',', '"', '""', '\n', '\r\n', '\r', ' ')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (signs, piece) => {
        const text = signs.join('')
        const attempt = (size: number) => {
          try {
            return recordsOf(text, ',', size)
          } catch (error) {
            return (error as FileFault).rule
          }
        }
        expect(attempt(piece)).toEqual(attempt(text.length || 1))
      }),
    )
  })

  it('agree with csv-parse wherever the text is well formed', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '火', ',', ';', '"', '\n', '\r', ' ', '\t'),
      maxLength: 8,
    })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(lineEnd)
        const expected: unknown = parse(text, { relax_column_count: true, record_delimiter: lineEnd })
        expect(cellsOf(text)).toEqual(expected)
      }),
    )
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['one\n1\n', ','],
    ['"a;b",c\n1,2\n', ','],
  ])('of %j is %j', (head, delimiter) => {
    expect(detectDelimiter(head)).toBe(delimiter)
  })
})
