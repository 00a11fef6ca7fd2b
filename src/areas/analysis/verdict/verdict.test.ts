import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictNames, verdictRules } from '../codes.ts'
import { compare, type Compared as Kind } from '../figures/comparison.ts'
import type { Compared, VerdictFigure } from '../figures/contract.ts'
import { settingsOf, shippedSettings } from '../settings.ts'
import { propose, type Weighable } from './verdict.ts'

const { rules, lexicon } = shippedSettings
const kind: Kind = { key: 'fires', bearing: 'bad', amount: 'count' }
type Triple = readonly [now: number | null, previous: number | null, lastYear: number | null]
const compared = ([value, previous, lastYear]: Triple): Compared => ({
  value,
  missing: 0,
  previous,
  lastYear,
  qoq: compare(kind, value, previous, lexicon),
  yoy: compare(kind, value, lastYear, lexicon),
})
const calm: Record<VerdictFigure, Triple> = {
  fires: [60, 60, 60],
  loss_fen: [5_000_000, 5_000_000, 5_000_000],
  deaths: [0, 0, 0],
  casualties: [0, 0, 0],
  largerFires: [0, 0, 0],
  majorFires: [0, 0, 0],
}
const weighable = (change: Partial<Record<VerdictFigure, Triple>>): Weighable => {
  const all = { ...calm, ...change }
  return Object.fromEntries(Object.entries(all).map(([key, triple]) => [key, compared(triple)])) as Record<
    VerdictFigure,
    Compared
  >
}
const verdict = (change: Partial<Record<VerdictFigure, Triple>>) => {
  const { verdict, rule } = propose(weighable(change), rules)
  return [verdict, rule]
}

describe('the verdict weighs several indicators', () => {
  it.each<[string, Partial<Record<VerdictFigure, Triple>>, string, string]>([
    ['nothing moved', {}, 'stable', 'otherwise'],
    [
      'fires rose on the last quarter only, losses fell sharply',
      { fires: [61, 54, 70], loss_fen: [1e6, 9e6, 5e6] },
      'stable',
      'otherwise',
    ],
    ['fires rose on both bases', { fires: [80, 60, 70] }, 'rising', 'fires-rise'],
    ['two fires more of few are no rise', { fires: [6, 4, 4] }, 'stable', 'otherwise'],
    ['a death where there was none', { deaths: [1, 0, 0], casualties: [1, 0, 0] }, 'rising', 'deaths-rise'],
    ['a larger fire', { largerFires: [1, 0, 0] }, 'rising', 'new-larger'],
    ['two larger fires', { largerFires: [2, 2, 2] }, 'grave', 'several-larger'],
    [
      'a major fire in a quiet quarter',
      { fires: [20, 60, 60], largerFires: [1, 0, 0], majorFires: [1, 0, 0] },
      'grave',
      'major-fire',
    ],
    [
      'fires, losses and casualties up',
      { fires: [90, 60, 60], loss_fen: [9e7, 5e6, 5e6], casualties: [3, 0, 1] },
      'grave',
      'all-rise',
    ],
    ['fires down by a third', { fires: [38, 60, 60] }, 'improved', 'clear-fall'],
    ['fires down by a third, more hurt', { fires: [38, 60, 60], casualties: [3, 1, 1] }, 'stable', 'otherwise'],
    ['fires down a little', { fires: [53, 60, 60] }, 'improving', 'fires-fall'],
    ['fires level, losses down by half', { loss_fen: [25e5, 5e7, 5e7] }, 'improving', 'harm-fall'],
    ['one base is known', { fires: [38, null, 60] }, 'improved', 'clear-fall'],
    ['no base is known', { fires: [38, null, null] }, 'undetermined', 'no-base'],
    [
      'losses unknown: no improvement is claimed',
      { fires: [38, 60, 60], loss_fen: [null, 5e6, 5e6] },
      'stable',
      'otherwise',
    ],
  ])('%s', (_case, change, expected, rule) => {
    expect(verdict(change)).toEqual([expected, rule])
  })
  it('gives what it weighed and the way it moved', () => {
    const { weighed } = propose(weighable({ fires: [61, 54, 70], loss_fen: [1, 2, 3], deaths: [null, 0, 0] }), rules)
    expect(weighed.map(({ figure, course }) => [figure, course])).toEqual([
      ['fires', 'mixed'],
      ['loss_fen', 'better'],
      ['deaths', 'unknown'],
      ['casualties', 'level'],
      ['largerFires', 'level'],
      ['majorFires', 'level'],
    ])
  })
})

it('every rule leads to a verdict that has a name, and the last one always holds', () => {
  const verdicts = verdictNames.entries.map(({ code }) => code)
  for (const { verdict } of rules) expect(verdicts).toContain(verdict)
  expect(rules.at(-1)?.all).toEqual([])
})

it('a rule that an edit broke is named', () => {
  const entries = verdictRules.entries.map((entry) =>
    entry.code === 'all-rise'
      ? { ...entry, props: { order: 1, verdict: 'grave', all: [{ figure: 'firse', atLeast: 1 }] } }
      : entry,
  )
  expect(() => settingsOf([{ ...verdictRules, entries }], '2026-06-30')).toThrow(
    expect.objectContaining({ rule: 'code-entry-unsound', detail: expect.objectContaining({ code: 'all-rise' }) }),
  )
})

const amount = fc.option(fc.integer({ min: 0, max: 200 }), { freq: 8 })
const triple = fc.tuple(amount, amount, amount)
const rank = ['improved', 'improving', 'stable', 'rising', 'grave']

describe('whatever the figures', () => {
  it('more fires never give a better verdict', () => {
    fc.assert(
      fc.property(
        fc.record({
          fires: fc.tuple(fc.integer({ min: 0, max: 200 }), amount, amount),
          loss_fen: triple,
          deaths: triple,
          casualties: triple,
        }),
        fc.integer({ min: 1, max: 100 }),
        (figures, more) => {
          const [now, previous, lastYear] = figures.fires
          const [before] = verdict(figures)
          const [after] = verdict({ ...figures, fires: [now + more, previous, lastYear] })
          if (before === 'undetermined') expect(after).toBe('undetermined')
          else expect(rank.indexOf(after ?? '')).toBeGreaterThanOrEqual(rank.indexOf(before ?? ''))
        },
      ),
    )
  })
  it('an improvement seen from the other end is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (now, base) => {
        const [forth] = verdict({ fires: [now, base, base] })
        const [back] = verdict({ fires: [base, now, now] })
        if (rank.indexOf(forth ?? '') < 2) expect(rank.indexOf(back ?? '')).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})
