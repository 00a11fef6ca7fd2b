/** Money as integer 分, and as people write it: 元 with two decimals. */

/** 123450 → '1234.50', exactly. */
export function fenToYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
