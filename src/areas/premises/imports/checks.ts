/** What must hold of a row in this district and on this day: the checks of the form, and each shop once. */
import { fold } from '../../../kernel/fold.ts'
import type { RowCheck } from '../../../kernel/layout.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { fill, type Words } from '../../../kernel/words.ts'
import { type Checking, check, type Finding, faultsIn } from '../checks.ts'
import { type PremisesRow, premisesLayout } from '../import-layout.ts'
import { messages } from '../messages.ts'
import { kilometresOff } from '../points.ts'
import { addressKeyOf, located, type Settling } from '../record.ts'
import { type ImportRule, importWords } from './messages.ts'
import { factsAfter } from './said.ts'

const keyOf = (field: string) => premisesLayout.columns.find((column) => column.field === field)?.key ?? field

type Check = RowCheck<PremisesRow>

/** The words of a rule that only a file can break, or of one that a form may break too. */
export function wordsOf(rule: string): Words {
  if (rule in importWords) return importWords[rule as ImportRule]
  const { zh, en } = messages
  return rule in zh.checks
    ? { zh: zh.checks[rule as keyof typeof zh.checks], en: en.checks[rule as keyof typeof en.checks] }
    : { zh: rule, en: rule }
}

/** The checks that forms make too, each once for every column that they may blame. */
function factChecks(checking: Checking): Check[] {
  let faults: readonly Finding[] = []
  const { bounds } = checking
  const wordsFor = ({ rule }: Finding, { lng, lat }: PremisesRow) => {
    if (rule === 'point-outside' && bounds && lng !== null && lat !== null) {
      const km = kilometresOff([lng, lat], bounds)
      const words = importWords['point-outside']
      return { zh: fill(words.zh, { km }), en: fill(words.en, { km }) }
    }
    return wordsOf(rule)
  }
  // What the layout checks by itself, for every file and in every preview, is not said twice.
  const said = new Set(premisesLayout.checks?.map(({ rule }) => rule))
  const rules = Object.keys(messages.zh.checks).filter((rule) => !said.has(rule))
  return rules.map((rule, i) => ({
    rule,
    zh: rule,
    en: rule,
    broken(row) {
      // Worked out once a row, by the first of them: a row that a mapping blanks is checked from the first one again.
      if (i === 0) faults = faultsIn(check(factsAfter(row), checking))
      const fault = faults.find((one) => one.rule === rule)
      return fault && { key: keyOf(fault.field), ...wordsFor(fault, row) }
    },
  }))
}

/** As the act of the form: a state does not begin tomorrow. */
const sinceToday = (day: string): Check => ({
  rule: 'in-the-future',
  ...wordsOf('in-the-future'),
  broken: ({ stateSince }) => (stateSince !== null && stateSince > day ? 'state_since' : undefined),
})

/** A row without a number is known by its name and address: the same again is the same shop again. */
function onceInFile(lineOf: (text: string, line: number) => number | undefined, prefixes: readonly string[]): Check {
  return {
    rule: 'same-place-again',
    ...importWords['same-place-again'],
    broken(row, line) {
      if (row.premisesNo !== null) return undefined
      const before = lineOf(`${fold(row.name)} ${addressKeyOf(row.address ?? '', prefixes)}`, line)
      if (before === undefined || before === line) return undefined
      const words = importWords['same-place-again']
      return { key: 'name', zh: fill(words.zh, { line: before }), en: fill(words.en, { line: before }) }
    },
  }
}

/** Whoever has a station's reach brings in records of its own ground alone. */
const ownGround = (reach: Reach, settling: Settling): Check => ({
  rule: 'not-own-ground',
  ...importWords['not-own-ground'],
  broken(row) {
    if (reach.district) return undefined
    const { station } = located(factsAfter(row), settling.ground)
    return station !== null && !reach.stations.includes(station) ? (row.station ? 'station' : 'name') : undefined
  },
})

export const rowChecks = (
  { checking, settling }: { checking: Checking; settling: Settling },
  reach: Reach,
  lineOf: (text: string, line: number) => number | undefined,
): Check[] => [
  ...factChecks(checking),
  sinceToday(checking.day),
  ...(reach.district ? [] : [ownGround(reach, settling)]),
  onceInFile(lineOf, settling.prefixes),
]
