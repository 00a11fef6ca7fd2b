/** Which acts a hazard's page offers: open from its state, allowed to the person, of the own body; why the others are not. */

import { type Tried, tryActOf } from '../../../../desk/refusal.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { openActs } from '../../../../kernel/lifecycle.ts'
import type { Permission } from '../../../organisation/roles.ts'
import { type HazardInputs, hazardActs } from '../../lifecycle.ts'
import type { Hazard } from '../../record-contract.ts'

/** Acts of the page. What a visit alone does, and what another area does, is not among them. */
export const pageActs = [
  'refer',
  'takeBack',
  'correctOnSpot',
  'orderAtOnce',
  'orderByTerm',
  'serve',
  'applyForRecheck',
  'passRecheck',
  'failRecheck',
  'findUnready',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'reportSerious',
  'markSerious',
  'handOverForPenalty',
  'assign',
  'determineMajor',
  'serveMajor',
  'proposeMajor',
  'seal',
  'askRelease',
  'release',
  'void',
] as const satisfies readonly (keyof HazardInputs)[]
export type PageAct = (typeof pageActs)[number]

const approved: ReadonlySet<PageAct> = new Set([
  'grantExtension',
  'refuseExtension',
  'handOverForPenalty',
  'assign',
  'determineMajor',
  'serveMajor',
  'proposeMajor',
  'seal',
  'release',
  'void',
])
export const permissionOf = (act: PageAct): Permission => (approved.has(act) ? 'hazards.approve' : 'hazards.order')

/** Grounds that say that an act makes no sense here: it is not even offered. */
const beside = new Set([
  'no-power',
  'decided-elsewhere',
  'nothing-to-refer',
  'no-extension-asked',
  'not-serious',
  'serious-already',
  'reported-already',
  'served-already',
  'not-major',
  'major-already',
  'proposed-already',
  'not-sealed',
  'sealed-already',
  'handed-over-already',
  'not-minor',
  'not-applied',
  'no-term-to-extend',
  'asked-already',
])

/** Each act tried with the least that a person could say today. */
export function offered(hazard: Hazard, day: string): { act: PageAct; tried: Tried<Hazard> }[] {
  const on = day
  const [reason, visit, photosAfter] = ['', null, [] as string[]]
  const tomorrow = addDays(day, 1)
  const until = hazard.termEnds === null ? tomorrow : addDays(hazard.termEnds, 1)
  const least: { [A in PageAct]: HazardInputs[A] } = {
    refer: { referredTo: '', reason },
    takeBack: { reason },
    correctOnSpot: { photosAfter },
    orderAtOnce: {},
    orderByTerm: { term: tomorrow },
    serve: { on, mode: 'direct', recipientName: null },
    askExtension: { on, until, reason },
    grantExtension: { reason },
    refuseExtension: { reason },
    applyForRecheck: { on },
    passRecheck: { on, visit, photosAfter },
    failRecheck: { on, visit, photosAfter },
    findUnready: { on, visit, photosAfter },
    handOverForPenalty: { reason },
    markSerious: { reason },
    reportSerious: { on },
    assign: { officer: '', reason },
    determineMajor: { element: null, experts: false, reason },
    proposeMajor: { on },
    serveMajor: { on },
    seal: { until: tomorrow, reason },
    askRelease: { on },
    release: { reason },
    void: { reason },
  }
  const open = new Set<string>(openActs(hazardActs, hazard))
  return pageActs
    .filter((act) => open.has(act))
    .map((act) => ({ act, tried: tryActOf(hazardActs, act, hazard, least[act] as never) }))
    .filter(({ tried }) => tried.ground === undefined || !beside.has(tried.ground))
}

/** The act by which a duty is done, or mostly is. */
const actOfDuty: Readonly<Record<string, PageAct>> = {
  order: 'orderByTerm',
  'serve-at-once': 'serve',
  'serve-notice': 'serve',
  'answer-extension': 'grantExtension',
  'recheck-on-application': 'passRecheck',
  recheck: 'passRecheck',
  'look-again': 'passRecheck',
  'hand-over-for-penalty': 'handOverForPenalty',
  'report-serious': 'reportSerious',
  refer: 'refer',
  'propose-major': 'proposeMajor',
  'serve-major': 'serveMajor',
  'decide-release': 'release',
  'end-seal': 'release',
}

/** Whether an act does what must happen next. */
export const isNext = (act: PageAct, { next }: Hazard): boolean => next !== null && actOfDuty[next.duty] === act
