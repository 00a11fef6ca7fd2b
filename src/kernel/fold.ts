/** Texts as they are compared: without case, width, blanks and signs, in which people differ who mean the same. */

/** 新华书店（城东店） and 新华书店(城东 店) fold to the same. Letters, digits and Han characters are left, and 3-5号 as it is. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, (signs, at: number, whole: string) =>
      /^[-–—~]$/.test(signs) && /\d/.test(whole.charAt(at - 1)) && /\d/.test(whole.charAt(at + 1)) ? '-' : '',
    )
