/** Money as integer 分, and as people write it: 元 with two decimals. */

/** '1234.5' → 123450. Undefined where the text is no amount with at most two decimals, or leaves the safe integers. */
export function yuanToFen(yuan: string): number | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  if (!parts) return undefined
  const [, sign = '', whole = '', cents = ''] = parts
  const fen = Number(whole) * 100 + Number(cents.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return undefined
  return sign && fen !== 0 ? -fen : fen
}

/** 123450 → '1234.50', exactly. */
export function fenToYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
