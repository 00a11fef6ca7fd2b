/** The two languages of the interface, and how words are looked up. */

export const languages = ['zh', 'en'] as const
export type Lang = (typeof languages)[number]

/** One text in both languages. */
export type Words = Readonly<Record<Lang, string>>

/** Fills `{name}` in a text. A value that is missing stays visible as its name. */
export const fill = (text: string, values: Readonly<Record<string, unknown>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
