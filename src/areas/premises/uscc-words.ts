/** What is said of a 统一社会信用代码 that is none: in the form, in the import and by the server alike. */
import type { Words } from '../../kernel/words.ts'
import type { UsccFault } from './uscc.ts'

export const usccWords: Readonly<Record<UsccFault, Words>> = {
  'uscc-length': {
    zh: '统一社会信用代码应为 18 位。没有营业执照的留空。',
    en: 'A unified social credit code has 18 characters. Leave it empty where there is no licence.',
  },
  'uscc-character': {
    zh: '统一社会信用代码只含数字和大写字母，不用 I、O、S、V、Z：请对照执照核对。',
    en: 'A code has digits and capitals without I, O, S, V and Z: look at the licence again.',
  },
  'uscc-check': {
    zh: '统一社会信用代码的校验位不符（GB 32100-2015）：有一位抄错了，请对照执照核对。',
    en: 'The check character does not fit (GB 32100-2015): one character is wrong, look at the licence again.',
  },
}
