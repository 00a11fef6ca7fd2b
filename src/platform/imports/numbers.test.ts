/** Numbers as people write them: exact, or refused in words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenToYuan } from '../../kernel/money.ts'
import { Refusal } from './faults.ts'
import {
  add,
  decimalReader,
  decimalText,
  integerReader,
  moneyReader,
  multiply,
  parseDecimal,
  plainReader,
  round,
} from './numbers.ts'

const limits = { min: 0, max: 1_000_000 }
const result = (value: number | Refusal) => (value instanceof Refusal ? value.rule : value)
const decimal = (text: string) => {
  const parsed = parseDecimal(text)
  if (parsed instanceof Refusal) throw new Error(parsed.rule)
  return parsed
}

describe('whole numbers', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['+12', 12],
    ['-0', 0],
    ['1,234', 1234],
    ['3.0', 3],
    ['2.5', 'not-whole'],
    ['-3', 'too-small'],
    ['1000001', 'too-big'],
    ['99999999999999999999999999', 'too-big'],
    ['1e3', 'scientific'],
    ['1E+05', 'scientific'],
    ['12,34', 'thousands'],
    ['1,2345', 'thousands'],
    ['1 234', 'thousands'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['12人', 'not-a-number'],
    ['约3', 'not-a-number'],
    ['#DIV/0!', 'formula-error'],
    ['=SUM(A1:A3)', 'formula-open'],
  ])('%s → %s', (text, expected) => {
    expect(result(integerReader(limits)(text))).toBe(expected)
  })
})

describe('money', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.56', 123456],
    ['.5', 50],
    ['12.', 1200],
    ['0.29', 29],
    ['1234.560', 123456],
    ['1234.567', 'decimals'],
    ['-1', 'too-small'],
    ['¥12', 'not-a-number'],
    ['1.234,56', 'thousands'],
    ['1000000.01', 'too-big'],
  ])('%s 元 → %s', (text, expected) => {
    expect(result(moneyReader(limits)(text))).toBe(expected)
  })

  it('reads back every amount of 分 that is written', () => {
    const read = moneyReader({ min: 0, max: 1e12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (fen) => {
        expect(read(fenToYuan(fen))).toBe(fen)
      }),
    )
  })
})

describe('decimals', () => {
  it('round half away from zero', () => {
    const read = decimalReader(2, { min: -10, max: 10 })
    expect(read('1.005')).toBe(1.01)
    expect(read('-1.005')).toBe(-1.01)
    expect(read('1.0049')).toBe(1)
    expect(plainReader({ min: -180, max: 180 })('-79.44995')).toBe(-79.44995)
  })

  it('are exact in sums and products', () => {
    expect(decimalText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
    expect(decimalText(round(multiply(decimal('19.99'), decimal('5.25')), 2))).toBe('104.95')
    expect(decimalText(multiply(decimal('1000'), decimal('0.001')))).toBe('1')
  })

  it('agree with the arithmetic of integers', () => {
    const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    const text = (units: bigint) => decimalText({ units, scale: 2 })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(decimalText(add(decimal(text(a)), decimal(text(b))))).toBe(text(a + b))
        expect(decimalText(multiply(decimal(text(a)), decimal(text(b))))).toBe(decimalText({ units: a * b, scale: 4 }))
      }),
    )
  })
})
