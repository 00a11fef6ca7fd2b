/** The stations in order of their fires. Never an assessment: 消防〔2025〕17号 forbids using fires as one. */
import type { Words } from '../../../kernel/words.ts'
import { unknownCode } from './breakdowns.ts'
import type { Part } from './contract.ts'

export const rankingNote: Words = {
  zh: '各派出所火灾情况仅用于研判火灾分布、部署防控力量，不作为考核、评价依据。',
  en: 'The stations’ fires serve to see where fires happen and to direct prevention; they are no basis for assessment.',
}

interface Ranked extends Part {
  /** Those with equally many fires share a rank. */
  readonly rank: number
}

/** Stations by fires, most first. What lies in no known station is not ranked. */
export function ranked(stations: readonly Part[]): Ranked[] {
  const known = stations.filter(({ code }) => code !== unknownCode)
  return known.map((station) => ({ ...station, rank: 1 + known.filter(({ fires }) => fires > station.fires).length }))
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** 0 → A所, 25 → Z所, 26 → AA所. */
function alias(index: number): string {
  const tail = letters[index % 26] ?? ''
  const head = index < 26 ? '' : (letters[Math.floor(index / 26) - 1] ?? '')
  return `${head}${tail}所`
}

/** What the meeting version calls each station, in the order of the ranking. */
export const aliasesOf = (stations: readonly Part[]): ReadonlyMap<string, string> =>
  new Map(ranked(stations).map(({ code }, index) => [code, alias(index)]))
