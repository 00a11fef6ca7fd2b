/** Numbers of papers: {机关代字}{站代字}{文种字}〔{yyyy}〕第{0001}号. A rule. */
import { RuleViolation } from '../../kernel/lifecycle.ts'
import type { Letterhead } from './record-contract.ts'

/** The placeholders of a pattern, with what each stands for. */
export const numberFields = {
  organ: '机关代字',
  station: '站代字',
  word: '文种字',
  year: '年份',
  serial: '四位流水号',
} as const
export const usualPattern = '{organ}{station}{word}〔{year}〕第{serial}号'
const needed = ['year', 'serial'] as const
const placeholder = /\{([^{}]*)\}/g

/** Throws RuleViolation 'unknown-field' or 'pattern-wants', which name the placeholder. */
export function demandSoundPattern(pattern: string): void {
  for (const [, field = ''] of pattern.matchAll(placeholder))
    if (!Object.hasOwn(numberFields, field))
      throw new RuleViolation('unknown-field', { field, at: pattern.indexOf(`{${field}}`) + 1 })
  if (/[{}]/.test(pattern.replace(placeholder, ''))) throw new RuleViolation('stray-brace', { at: 1 })
  for (const field of needed) if (!pattern.includes(`{${field}}`)) throw new RuleViolation('pattern-wants', { field })
}

export const serialText = (serial: number): string => String(serial).padStart(4, '0')

export function numberOf(
  pattern: string,
  { organ, station }: Pick<Letterhead, 'organ' | 'station'>,
  { word, year, serial }: { word: string; year: number; serial: number },
): string {
  const parts: Readonly<Record<string, string>> = {
    organ,
    station,
    word,
    year: String(year),
    serial: serialText(serial),
  }
  return pattern.replace(placeholder, (_, field: string) => parts[field] ?? '')
}

export interface Issuing {
  readonly kind: string
  readonly name: string
  /** The body above it, where there is one. */
  readonly parent: string | null
}

const marks: Readonly<Record<string, string>> = { station: '公', street: '街' }

/** How a body calls itself until somebody says otherwise: its full name, its marks, and where one turns against it. */
export function usualLetterhead({ kind, name, parent }: Issuing, district: { name: string; city: string }): Letterhead {
  const { name: ground, city } = district
  const branch = parent?.replace(/^.*公安局/, '') ?? ''
  const full = {
    station: `${city}公安局${branch}${name}`,
    brigade: `${city}${withGround(name, ground)}`,
    street: `${city}${ground}${name}`,
  }
  return {
    fullName: kind in full ? full[kind as keyof typeof full] : name,
    organ: `${ground.slice(0, 1)}${marks[kind] ?? ''}`,
    station: kind === 'brigade' ? '' : `（${shortName(name)}）`,
    reviewBody: `${city}${ground}人民政府`,
    court: '有管辖权的人民法院',
  }
}

/** 青禾消防救援大队 → 青禾区消防救援大队. */
function withGround(name: string, ground: string): string {
  const stem = ground.replace(/[区县市]$/, '')
  if (name.startsWith(ground)) return name
  return `${ground}${name.startsWith(stem) ? name.slice(stem.length) : name}`
}

/** 东街派出所 → 东街. */
const shortName = (name: string): string => name.replace(/(派出所|街道办事处|镇人民政府|乡人民政府)$/, '')

export interface Series extends Pick<Letterhead, 'organ' | 'station'> {
  readonly body: string
  readonly form: string
  readonly word: string
  readonly pattern: string
}

/** Another series that gives the same numbers as one does; undefined where each is its own. */
export function sameNumbers(one: Series, others: readonly Series[]): Series | undefined {
  const sample = (series: Series) => numberOf(series.pattern, series, { word: series.word, year: 2000, serial: 1 })
  const wanted = sample(one)
  return others.find((other) => (other.body !== one.body || other.form !== one.form) && sample(other) === wanted)
}
