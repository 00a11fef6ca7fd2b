/** Numbers as the analysis writes them: rounded half away from zero, from whole steps, never from a rounded value. */

/** `part` of `whole`, in steps of 1/`scale`, rounded half away from zero. Both are integers, `whole` is above zero. */
function ratioIn(scale: number, part: number, whole: number): number {
  const [n, d] = [BigInt(part) * BigInt(scale), BigInt(whole)]
  const size = n < 0n ? -n : n
  const rounded = Number((2n * size + d) / (2n * d))
  return n < 0n ? 0 - rounded : rounded
}

const decimal = (n: number, digits: number): string => {
  const text = String(Math.abs(n)).padStart(digits + 1, '0')
  return `${n < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
const trimmed = (text: string) => text.replace(/\.?0+$/, '')

/** 12.9%: a share or a change of integers, without its sign where `plain`. */
export const percent = (part: number, whole: number): string => `${decimal(ratioIn(1000, part, whole), 1)}%`

/** 元 to the 分, without idle zeros: 1234.5. */
export const yuan = (fen: number): string => trimmed(decimal(fen, 2))

/** 万元 with two decimals at most: 128.5. */
export const wanYuan = (fen: number): string => trimmed(decimal(ratioIn(1, fen, 10_000), 2))

/** Square metres with two decimals at most. */
export const areaText = (m2: number): string => trimmed(decimal(Math.round(m2 * 100), 2))

/** 301 → 5分01秒; 42 → 42秒. Part seconds are rounded. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  return minutes === 0 ? `${whole}秒` : `${minutes}分${String(whole % 60).padStart(2, '0')}秒`
}

/** 2026-04-01 → 2026年4月1日. */
export const dayZh = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
