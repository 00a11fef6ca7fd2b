/** Draws for tests: a population, people, and a package as the server would give it out. */
import { canonical } from '../../../kernel/canonical.ts'
import { sha256 } from '../../../kernel/sha256.ts'
import { drawWith, seedFrom } from './drawing.ts'
import { type Inspector, type ObjectFacts, type Outcome, packageText, type Register } from './package.ts'

export const hash = sha256

const idOf = (n: number) => `01a20b69-0000-7000-8000-${String(n).padStart(12, '0')}`
export const stations = [idOf(901), idOf(902)] as const

export const objectOf = (n: number, change: Partial<ObjectFacts> = {}): ObjectFacts => ({
  no: `CS${String(n).padStart(6, '0')}`,
  name: `新华书店${n}`,
  address: `试验路${n}号`,
  form: 'unit',
  kind: n % 3 === 0 ? 'SHOP-STORE' : null,
  list: n % 4 === 0 ? 'KEY' : 'GENERAL',
  station: stations[n % 2] ?? null,
  state: 'open',
  lastInspectedOn: null,
  excluded: null,
  words: null,
  ...change,
})

export const inspectorOf = (n: number, away: string | null = null): Inspector => ({
  id: idOf(n),
  name: `检查员${n}`,
  body: '东街派出所',
  away,
})

const range = <T>(n: number, of: (i: number) => T) => Array.from({ length: n }, (_, i) => of(i + 1))

export const registerOf = (change: Partial<Register> = {}): Register => ({
  district: '990199',
  title: '第四季度抽查',
  snapshotAt: '2026-11-27T02:00:00.000Z',
  publishedAt: '2026-11-27T03:00:00.000Z',
  filter: { form: ['unit'] },
  capMonths: 12,
  take: { count: 10 },
  strata: null,
  perObject: 2,
  source: { kind: 'event', words: '双色球第 2026140 期开奖号码', at: '2026-11-28T13:30:00.000Z' },
  stations: { [stations[0]]: '东街派出所', [stations[1]]: '西街派出所' },
  inspectors: range(5, (n) => inspectorOf(n)),
  recusals: [],
  objects: range(60, (n) => objectOf(n)),
  ...change,
})

/** The package of a register, drawn with a seed or with secrets. */
export function drawnPackage(register: Register, given: { seed?: string; secrets?: string[] }): string {
  const { seed, secrets } = seedFrom(register.source, given, hash)
  const outcome: Outcome = {
    seed,
    secrets,
    evidence: null,
    drawnAt: '2026-11-28T14:00:00.000Z',
    drawnBy: '周巡安',
    objects: drawWith(register, seed, hash),
  }
  const text = canonical(register)
  return packageText({ register: text, outcome: canonical(outcome), digest: hash(text), voided: null }, hash)
}
