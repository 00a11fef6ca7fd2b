/** What the district's code tables say about the analysis, read for one day: the last of the period. */
import { z } from 'zod'
import { type CodeEntry, type CodeTable, entriesOn, findCode, propsOf } from '../../kernel/codes.ts'
import type { Words } from '../../kernel/words.ts'
import {
  analysisCodeTables,
  changeWords,
  definitionChanges,
  degreeWords,
  indicatorNames,
  textLimits,
  verdictNames,
  verdictRules,
} from './codes.ts'
import { type IndicatorKey, indicatorKeys } from './figures/indicators.ts'
import { type VerdictRule, VerdictRuleProps } from './verdict/rules.ts'

/** The words of change. */
export interface Lexicon {
  readonly degrees: readonly {
    code: string
    words: Words
    from: number
    indicators: Readonly<Record<string, number>>
  }[]
  readonly change: Readonly<Record<string, Words>>
}

export type LimitKey =
  | 'small-base'
  | 'leading'
  | 'large-share'
  | 'area-share'
  | 'night-share'
  | 'arrival-goal'
  | 'missing-share'

export interface Settings {
  readonly lexicon: Lexicon
  readonly rules: readonly VerdictRule[]
  readonly changes: readonly { code: string; words: Words; on: string; indicators: readonly string[] }[]
  readonly limits: Readonly<Record<LimitKey, number>>
  readonly indicators: Readonly<Record<IndicatorKey, { name: Words; unit: Words }>>
  readonly verdicts: readonly { code: string; words: Words; phrase: string }[]
}

const Degree = z.object({
  from: z.number().positive(),
  indicators: z.record(z.string(), z.number().positive()).default({}),
})
const Change = z.object({ on: z.iso.date(), indicators: z.array(z.string()) })
const Limit = z.object({ value: z.number().min(0) })
const Unit = z.object({ unit: z.string(), unitEn: z.string() })
const Phrase = z.object({ phrase: z.string().min(1) })

/** What the entries of each table must hold: an edit of another shape is refused where it is made. */
export const settingShapes: Readonly<Record<string, z.ZodType>> = {
  [degreeWords.key]: Degree,
  [definitionChanges.key]: Change,
  [textLimits.key]: Limit,
  [indicatorNames.key]: Unit,
  [verdictNames.key]: Phrase,
  [verdictRules.key]: VerdictRuleProps,
}

const wordsOf = ({ zh, en }: Words): Words => ({ zh, en })

/** The keys of the tables that `settingsOf` wants. */
export const settingTables = analysisCodeTables.map(({ key }) => key)

/** Reads the settings from the tables by their keys; a table that is not given is taken as shipped. */
export function settingsOf(tables: readonly CodeTable[], day: string): Settings {
  const entries = (shipped: CodeTable) => entriesOn(tables.find(({ key }) => key === shipped.key) ?? shipped, day)
  /** An entry by its code, from the district's table or, where it is not in force there, as shipped. */
  const entry = (shipped: CodeTable, code: string): CodeEntry => {
    const found = entries(shipped).find((one) => one.code === code) ?? findCode(shipped, code, day)
    if (!found) throw new Error(`no ${code} among the shipped ${shipped.key}`)
    return found
  }
  const read = <T>(schema: z.ZodType<T>, shipped: CodeTable) =>
    entries(shipped).map((one) => ({ code: one.code, words: wordsOf(one), ...propsOf(schema, shipped.key, one) }))
  const each = <K extends string, V>(keys: readonly K[], of: (key: K) => V) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>
  return {
    lexicon: {
      degrees: read(Degree, degreeWords),
      change: Object.fromEntries(changeWords.entries.map(({ code }) => [code, wordsOf(entry(changeWords, code))])),
    },
    rules: read(VerdictRuleProps, verdictRules).sort((a, b) => a.order - b.order),
    changes: read(Change, definitionChanges),
    limits: each(
      textLimits.entries.map(({ code }) => code as LimitKey),
      (code) => propsOf(Limit, textLimits.key, entry(textLimits, code)).value,
    ),
    indicators: each(indicatorKeys, (key) => {
      const named = entry(indicatorNames, key)
      const { unit, unitEn } = propsOf(Unit, indicatorNames.key, named)
      return { name: wordsOf(named), unit: { zh: unit, en: unitEn } }
    }),
    verdicts: read(Phrase, verdictNames),
  }
}

/** The settings as shipped. */
export const shippedSettings: Settings = settingsOf([], '2026-01-01')
