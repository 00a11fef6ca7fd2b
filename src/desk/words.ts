/** The words of the present language. A messages file is `{ zh, en } as const` with equal keys. */
import { fill, type Lang } from '../kernel/words.ts'
import { useSettings } from './settings.ts'

export { fill }

/** The shape of one language's words, with every text a string: what the other language must have too. */
export type Widened<T> = T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> }

export const useLang = (): Lang => useSettings().lang

/** The words in the language that the person chose. The type refuses a messages file whose keys differ. */
export function useWords<Z>(messages: { readonly zh: Z; readonly en: Widened<Z> }): Widened<Z> {
  const lang = useLang()
  return lang === 'zh' ? (messages.zh as Widened<Z>) : messages.en
}

/** The marks of the language around what is put together: 名称：值 and （旁注）, or name: value and (aside). */
export function useMarks() {
  return useLang() === 'zh' ? chineseMarks : englishMarks
}
const chineseMarks = {
  named: (name: string, value: string) => `${name}：${value}`,
  aside: (text: string | number) => `（${text}）`,
}
const englishMarks: typeof chineseMarks = {
  named: (name, value) => `${name}: ${value}`,
  aside: (text) => ` (${text})`,
}
