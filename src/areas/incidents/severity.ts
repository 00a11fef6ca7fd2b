/** The class of a fire: by fire statistics, and as a production accident, each by the rule in force on its day. */
import { z } from 'zod'
import { type CodeEntry, type CodeTable, findCode, propsOf } from '../../kernel/codes.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type SeverityClass, type SeveritySteps, severityClasses, severityRules } from './codes.ts'

const Figures = z.array(z.int().min(0).nullable()).length(3)
const Steps = z.object({
  deaths: Figures,
  serious: Figures,
  seriousWithDeaths: z.boolean(),
  households: Figures,
  lossFen: Figures,
}) satisfies z.ZodType<SeveritySteps>

/** What the entries of the table must hold: an edit of another shape is refused where it is made. */
export const severityShapes: Readonly<Record<string, z.ZodType>> = { [severityRules.key]: Steps }

/** What a class is made of. Null is unknown and raises nothing. */
export interface Harm {
  readonly deaths: number | null
  readonly seriousInjuries: number | null
  readonly minorInjuries: number | null
  readonly households: number | null
  readonly directLossFen: number | null
  readonly economicLossFen: number | null
}

/** How many steps a figure has reached. A step that is not known ends the counting: it cannot be reached. */
const reached = (figure: number, steps: readonly (number | null)[]): number => {
  const missed = steps.findIndex((step) => step === null || figure < step)
  return missed < 0 ? steps.length : missed
}

/** "以上" includes the step itself; any one criterion suffices, so the class is the highest of them. */
export function classBy(steps: SeveritySteps, harm: Harm, lossFen: number | null): SeverityClass {
  const deaths = harm.deaths ?? 0
  const serious = (harm.seriousInjuries ?? 0) + (steps.seriousWithDeaths ? deaths : 0)
  const rank = Math.max(
    reached(deaths, steps.deaths),
    reached(serious, steps.serious),
    reached(harm.households ?? 0, steps.households),
    reached(lossFen ?? 0, steps.lossFen),
  )
  return severityClasses[rank] ?? 'ordinary'
}

export interface Classes {
  readonly statClass: SeverityClass
  /** The class it has, if it is a production accident. */
  readonly accidentClass: SeverityClass
}

/**
 * A function that classes a fire by the rules as they are in the district.
 *
 * By statistics: 消防〔2025〕17号 art. 10, and the notice of 2007-06-26 for fires before 2025-05-01. As an accident: State
 * Council Decree 493, by direct economic loss; where that is unknown, by the property loss that is part of it.
 */
export function classifier(rules: CodeTable): (harm: Harm, day: string) => Classes {
  const parsed = new Map<CodeEntry, SeveritySteps>()
  const stepsOn = (code: string, day: string): SeveritySteps => {
    const entry = findCode(rules, code, day)
    if (!entry) throw new RuleViolation('code-entry-unsound', { table: rules.key, code, field: '' })
    const steps = parsed.get(entry) ?? propsOf(Steps, rules.key, entry)
    parsed.set(entry, steps)
    return steps
  }
  return (harm, day) => ({
    statClass: classBy(stepsOn('statistics', day), harm, harm.directLossFen),
    accidentClass: classBy(stepsOn('accident', day), harm, harm.economicLossFen ?? harm.directLossFen),
  })
}

/** 轻微火灾: no casualties and a direct property loss, known, under 1,000 元. */
export const isMinorFire = ({ deaths, seriousInjuries, minorInjuries, directLossFen }: Harm): boolean =>
  !deaths && !seriousInjuries && !minorInjuries && directLossFen !== null && directLossFen < 100_000

/** Deaths count to day 30 after the fire (火灾统计管理规定); before 2025-05-01 it was day 7. */
export const deathWindow = (receivedOn: string): number => (receivedOn < '2025-05-01' ? 7 : 30)
