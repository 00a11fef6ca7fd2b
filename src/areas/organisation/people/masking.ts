/** What of a person may be shown: a rule. */

/** A phone number with its middle hidden (个人信息保护法: only what is necessary): 199****0001. */
export const maskedPhone = (phone: string | null): string | null =>
  phone === null ? null : phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
