/** Reads numbers as people write them, exactly: no rounding but where a unit is converted. */
import { Refusal, rowWord } from './faults.ts'

/** units × 10^-scale. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const grouped = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/
const hasDigits = /\d/

/** The digits of a well-formed number, or why it is none. */
function parseNumber(text: string): { sign: string; whole: string; fraction: string } | Refusal {
  const found = grouped.exec(text)
  if (found) {
    const [, sign = '', whole = '', fraction = ''] = found
    return { sign: sign === '-' ? '-' : '', whole: whole.includes(',') ? whole.replaceAll(',', '') : whole, fraction }
  }
  if (/^\.\d+$/.test(text)) return { sign: '', whole: '0', fraction: text.slice(1) }
  if (text.startsWith('=')) return new Refusal('formula-open')
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i.test(text)) return new Refusal('formula-error')
  if (/^[+-]?\d+(\.\d*)?e[+-]?\d+$/i.test(text)) return new Refusal('scientific')
  if (/^[+-]?[\d,.' ]+$/.test(text) && hasDigits.test(text)) return new Refusal('thousands')
  return new Refusal('not-a-number', { hint: hasDigits.test(text) ? rowWord('unit') : '' })
}

export function parseDecimal(text: string): Decimal | Refusal {
  const parsed = parseNumber(text)
  if (parsed instanceof Refusal) return parsed
  const { sign, whole, fraction } = parsed
  // A number of a thousand digits is no figure; it is refused as too big by whoever looks at its limits.
  const digits = `${sign}${whole.slice(0, 40)}${fraction.slice(0, 40)}`
  return { units: BigInt(digits), scale: Math.min(40, fraction.length) }
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  const units = a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale)
  return { units, scale }
}

/** Rounded half away from zero to so many places. */
export function round({ units, scale }: Decimal, places: number): Decimal {
  if (scale <= places) return { units: units * 10n ** BigInt(places - scale), scale: places }
  const by = 10n ** BigInt(scale - places)
  const half = by / 2n
  return { units: (units < 0n ? units - half : units + half) / by, scale: places }
}

/** As people write it, without zeros at the end. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`
}

interface NumberLimits {
  readonly min: number
  readonly max: number
  readonly hint?: ReturnType<typeof rowWord>
}

function within(value: number, { min, max, hint = { zh: '', en: '' } }: NumberLimits): number | Refusal {
  if (value < min) return new Refusal('too-small', { min })
  if (value > max) return new Refusal('too-big', { max: max.toLocaleString('en-US'), hint })
  // Minus zero is written to databases and JSON as it stands.
  return value === 0 ? 0 : value
}

const onlyZeros = /^0*$/

/** Whole numbers; 3.0 is one, as some programs write it. */
export const integerReader =
  (limits: NumberLimits) =>
  (text: string): number | Refusal => {
    if (/^\d{1,9}$/.test(text)) return within(Number(text), limits)
    const parsed = parseNumber(text)
    if (parsed instanceof Refusal) return parsed
    if (!onlyZeros.test(parsed.fraction)) return new Refusal('not-whole')
    return within(Number(parsed.sign + parsed.whole), limits)
  }

/** Amounts in 元 with at most two decimals, as 分. The limits are in 元. */
export const moneyReader =
  (limits: NumberLimits) =>
  (text: string): number | Refusal => {
    const parsed = parseNumber(text)
    if (parsed instanceof Refusal) return parsed
    const { sign, whole, fraction } = parsed
    if (fraction.length > 2 && !onlyZeros.test(fraction.slice(2))) return new Refusal('decimals', { scale: 2 })
    const refused = within(Number(`${sign}${whole}.${fraction}`), limits)
    return refused instanceof Refusal ? refused : Number(sign + whole + fraction.slice(0, 2).padEnd(2, '0')) || 0
  }

/** Numbers rounded half away from zero to so many places. */
export const decimalReader =
  (scale: number, limits: NumberLimits) =>
  (text: string): number | Refusal => {
    const parsed = parseNumber(text)
    if (parsed instanceof Refusal) return parsed
    if (parsed.fraction.length <= scale)
      return within(Number(`${parsed.sign}${parsed.whole}.${parsed.fraction}`), limits)
    const decimal = parseDecimal(text)
    return decimal instanceof Refusal ? decimal : within(Number(decimalText(round(decimal, scale))), limits)
  }

/** Numbers as they stand, such as degrees. */
export const plainReader =
  (limits: NumberLimits) =>
  (text: string): number | Refusal => {
    const parsed = parseNumber(text)
    if (parsed instanceof Refusal) return parsed
    return within(Number(`${parsed.sign}${parsed.whole}.${parsed.fraction}`), limits)
  }
