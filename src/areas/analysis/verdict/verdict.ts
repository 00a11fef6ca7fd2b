/** The proposed verdict: the first rule of the district's table whose conditions all hold. A person confirms or changes it. */
import { type Compared, type Proposal, type VerdictFigure, verdictFigures } from '../figures/contract.ts'
import type { Condition, VerdictRule } from './rules.ts'

export type Weighable = Readonly<Record<VerdictFigure, Compared>>
type Change = Extract<Condition, { change: string }>

const rises = ({ rate, by }: Change, now: number, base: number): boolean =>
  now - base > 0 && now - base >= by && (base === 0 || (now - base) / base >= rate)
const falls = ({ rate, by }: Change, now: number, base: number): boolean =>
  base - now > 0 && base - now >= by && (base - now) / base >= rate

function changeHolds(condition: Change, { value, previous, lastYear }: Compared): boolean {
  if (value === null) return false
  const bases = [previous, lastYear].filter((base) => base !== null)
  if (bases.length === 0) return false
  const holds = {
    rise: (base: number) => rises(condition, value, base),
    fall: (base: number) => falls(condition, value, base),
    'no-rise': (base: number) => !rises(condition, value, base),
  }[condition.change]
  return condition.against === 'both' ? bases.every(holds) : bases.some(holds)
}

function holds(condition: Condition, figures: Weighable): boolean {
  if ('bases' in condition) return figures.fires.previous === null && figures.fires.lastYear === null
  const compared = figures[condition.figure]
  if ('change' in condition) return changeHolds(condition, compared)
  if (compared.value === null) return false
  return 'atLeast' in condition ? compared.value >= condition.atLeast : compared.value <= condition.atMost
}

/** Which way a figure moved: every weighed figure is one of which less is better. */
function courseOf({ value, previous, lastYear }: Compared): Proposal['weighed'][number]['course'] {
  if (value === null) return 'unknown'
  const signs = [previous, lastYear].filter((base) => base !== null).map((base) => Math.sign(value - base))
  if (signs.length === 0) return 'unknown'
  const [worse, better] = [signs.includes(1), signs.includes(-1)]
  if (worse && better) return 'mixed'
  return worse ? 'worse' : better ? 'better' : 'level'
}

/** The verdict that the rules propose, the rule that fired, and all that was weighed. */
export function propose(figures: Weighable, rules: readonly VerdictRule[]): Proposal {
  const fired = rules.find(({ all }) => all.every((condition) => holds(condition, figures)))
  return {
    verdict: fired?.verdict ?? 'undetermined',
    rule: fired?.code ?? 'no-rule',
    ruleWords: fired?.words ?? { zh: '没有适用的判定规则', en: 'No rule applies' },
    weighed: verdictFigures.map((key) => ({ figure: key, ...figures[key], course: courseOf(figures[key]) })),
  }
}
