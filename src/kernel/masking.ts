/** What of a person may be shown where nobody asked for a purpose (个人信息保护法: only what is necessary). */

/** A phone number with its middle hidden: 199****0001; of a short one its end alone is left. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  const mobile = phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
  return mobile !== phone ? mobile : phone.replace(/^.*(?=.{2}$)/, '****')
}

/** Whether a text is what is shown of a person, and not what is known. */
export const isMasked = (text: string): boolean => /^.?\*$|\*{4}/u.test(text.normalize('NFKC').trim())

/** A name by its first character: 张*. */
export const maskedName = (name: string | null): string | null =>
  name === null ? null : `${Array.from(name)[0] ?? ''}*`
