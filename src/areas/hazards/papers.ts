/** What papers say of hazards: one notice covers several hazards of one inspection. Rules. */
import { RuleViolation } from '../../kernel/lifecycle.ts'
import type { FormKey } from '../papers/record-contract.ts'
import type { PaperValues, Party } from '../papers/values.ts'
import { basisWords } from '../papers/words.ts'
import type { Hazard } from './record-contract.ts'

/** The forms that are issued about hazards. */
export const hazardForms = [
  'orderAtOnce',
  'orderByTerm',
  'recheck',
  'extensionGranted',
  'extensionRefused',
  'referral',
  'seriousReport',
  'majorOrder',
  'seal',
  'release',
] as const satisfies readonly FormKey[]
export type HazardForm = (typeof hazardForms)[number]

/** What the record does not say, as a person or another record tells it. */
export interface Told {
  readonly party: Party
  readonly inspectors: readonly string[]
  /** The article of a conduct, and what its order says is to be done. */
  readonly conductOf: (code: string) => { law: string; order: string }
  /** The number of the notice that the hazards were ordered by, and its name. */
  readonly noticeNo: string | null
  readonly noticeTitle: string
  readonly sealNo: string | null
  readonly to: readonly string[]
  readonly danger: string | null
  readonly proposal: string | null
  readonly measures: string | null
  /** What is sealed. */
  readonly parts: string | null
  readonly reason: string | null
  readonly decision: string | null
  readonly materials: readonly string[]
  readonly contact: PaperValues['referral']['contact']
  readonly today: string
}

type Fits = (hazard: Hazard) => boolean
/** What must have been done about a hazard before a paper may say so. */
const fits: Readonly<Record<HazardForm, Fits>> = {
  orderAtOnce: ({ order }) => order === 'atOnce',
  orderByTerm: ({ order, term }) => order === 'term' && term !== null,
  recheck: ({ recheckedOn, order }) => recheckedOn !== null && order !== 'spot',
  extensionGranted: ({ extensionGranted }) => extensionGranted === true,
  extensionRefused: ({ extensionGranted }) => extensionGranted === false,
  referral: ({ penaltyOn, referTo, state }) => state !== 'voided' && (penaltyOn !== null || referTo !== null),
  seriousReport: ({ serious }) => serious,
  majorOrder: ({ majorOn }) => majorOn !== null,
  seal: ({ sealedOn, releasedOn }) => sealedOn !== null && releasedOn === null,
  release: ({ releasedOn }) => releasedOn !== null,
}

/** Whether a paper of this form may speak of the hazard. */
export const mayBeIn = (form: HazardForm, hazard: Hazard): boolean => hazard.state !== 'voided' && fits[form](hazard)

/**
 * Throws RuleViolation 'different-premises', 'different-inspections' for what an order must have in common, or
 * 'form-does-not-fit' where what it would say has not been done.
 */
export function demandFitting(form: HazardForm, hazards: readonly Hazard[]): void {
  const same = (of: (hazard: Hazard) => unknown) => new Set(hazards.map(of)).size === 1
  if (!same(({ premises }) => premises)) throw new RuleViolation('different-premises', {})
  const orders = form === 'orderAtOnce' || form === 'orderByTerm'
  if (orders && !same(({ inspectedOn }) => inspectedOn)) throw new RuleViolation('different-inspections', {})
  if (form === 'recheck' && !same(({ recheckedOn }) => recheckedOn))
    throw new RuleViolation('different-inspections', {})
  const odd = hazards.find((hazard) => !mayBeIn(form, hazard))
  if (odd) throw new RuleViolation('form-does-not-fit', { form, words: odd.words })
}

const conductsOf = (
  hazards: readonly Hazard[],
  { conductOf }: Told,
  withDemand = true,
): PaperValues['orderAtOnce']['conducts'] =>
  hazards.map(({ words, spot, conduct }) => ({ words, spot, demand: withDemand ? conductOf(conduct).order : null }))
const lawsOf = (hazards: readonly Hazard[], { conductOf }: Told) => hazards.map(({ conduct }) => conductOf(conduct).law)
const firstOf = (hazards: readonly Hazard[]): Hazard => {
  const [first] = hazards
  if (!first) throw new RuleViolation('form-does-not-fit', { words: '' })
  return first
}
const latest = (days: readonly (string | null)[]): string =>
  days.reduce<string>((last, day) => (day && day > last ? day : last), '')

export const atOnceValues = (hazards: readonly Hazard[], told: Told): PaperValues['orderAtOnce'] => ({
  party: told.party,
  inspectedOn: firstOf(hazards).inspectedOn,
  conducts: conductsOf(hazards, told),
  basis: basisWords(['120-19', ...lawsOf(hazards, told)]),
  inspectors: [...told.inspectors],
})

export const byTermValues = (hazards: readonly Hazard[], told: Told): PaperValues['orderByTerm'] => ({
  ...atOnceValues(hazards, told),
  conducts: conductsOf(hazards, told).map((conduct, at) => ({ ...conduct, term: hazards[at]?.term ?? told.today })),
})

/** What a re-check left of a hazard: put right, not yet due, or to be penalised. */
const nextOf = ({ state }: Hazard): PaperValues['recheck']['items'][number]['next'] =>
  state === 'closed' ? 'closed' : state === 'ordered' ? 'continues' : 'penalty'

export const recheckValues = (hazards: readonly Hazard[], told: Told): PaperValues['recheck'] => ({
  party: told.party,
  noticeTitle: told.noticeTitle,
  noticeNo: told.noticeNo,
  recheckedOn: firstOf(hazards).recheckedOn ?? told.today,
  items: hazards.map((hazard) => ({
    words: hazard.spot ? `${hazard.words}（${hazard.spot}）` : hazard.words,
    term: hazard.termEnds ?? hazard.term,
    corrected: hazard.state === 'closed',
    remarks: null,
    next: nextOf(hazard),
  })),
  inspectors: [...told.inspectors],
})

/** The term before the extension is no longer on the record once it is granted: whoever grants tells it. */
export const refusedValues = (
  hazards: readonly Hazard[],
  told: Told,
  term: string,
): PaperValues['extensionRefused'] => {
  const { extensionAskedOn, extensionReason } = firstOf(hazards)
  return {
    party: told.party,
    noticeNo: told.noticeNo,
    appliedOn: extensionAskedOn ?? told.today,
    reason: told.reason ?? extensionReason ?? '',
    decision: told.decision ?? '',
    conducts: conductsOf(hazards, told, false),
    term,
  }
}
export const grantedValues = (
  hazards: readonly Hazard[],
  told: Told,
  termBefore: string,
): PaperValues['extensionGranted'] => ({
  ...refusedValues(hazards, told, termBefore),
  newTerm: latest(hazards.map(({ term }) => term)),
})

export const referralValues = (hazards: readonly Hazard[], told: Told): PaperValues['referral'] => {
  const penalty = hazards.some(({ penaltyOn }) => penaltyOn !== null)
  return {
    to: told.to.join('、'),
    party: told.party,
    occasion: '消防监督检查',
    facts: hazards.map(({ words, spot, uncorrectedOn }) => ({
      words: uncorrectedOn === null ? words : `${words}，经责令改正逾期未改正`,
      spot,
      demand: null,
    })),
    basis: basisWords(penalty ? ['120-20', ...lawsOf(hazards, told)] : lawsOf(hazards, told)),
    request: told.reason ?? (penalty ? '依法予以行政处罚' : '依法处理'),
    materials: [...told.materials],
    contact: told.contact,
  }
}

export const seriousValues = (hazards: readonly Hazard[], told: Told): PaperValues['seriousReport'] => {
  const { order, inspectedOn } = firstOf(hazards)
  const notice = told.noticeNo ? `《${told.noticeTitle}》（${told.noticeNo}）` : null
  return {
    to: [...told.to],
    party: told.party,
    inspectedOn,
    conducts: conductsOf(hazards, told, false),
    danger: told.danger ?? '',
    ordered: order === null ? null : `已${orderWords[order]}${notice ? `，制发${notice}` : ''}。`,
    proposal: told.proposal,
    contact: told.contact,
  }
}
const orderWords = { spot: '口头责令当场改正', atOnce: '责令立即改正', term: '责令限期改正' } as const

export const majorValues = (
  hazards: readonly Hazard[],
  told: Told,
  element: string | null,
): PaperValues['majorOrder'] => ({
  party: told.party,
  inspectedOn: firstOf(hazards).inspectedOn,
  determinedOn: latest(hazards.map(({ majorOn }) => majorOn)),
  element,
  conducts: conductsOf(hazards, told),
  term: latest(hazards.map(({ term }) => term)) || null,
  measures: told.measures,
  basis: basisWords(['120-21', ...lawsOf(hazards, told)]),
  inspectors: [...told.inspectors],
})

export const sealValues = (hazards: readonly Hazard[], told: Told): PaperValues['seal'] => {
  const { inspectedOn, sealedOn, sealUntil } = firstOf(hazards)
  return {
    party: told.party,
    inspectedOn,
    conducts: conductsOf(hazards, told),
    parts: told.parts ?? '',
    from: sealedOn ?? told.today,
    until: sealUntil ?? told.today,
    basis: basisWords(['xfa-54', '120-22']),
    inspectors: [...told.inspectors],
  }
}

export const releaseValues = (hazards: readonly Hazard[], told: Told): PaperValues['release'] => {
  const { sealedOn, releasedOn } = firstOf(hazards)
  return {
    party: told.party,
    sealNo: told.sealNo,
    sealedOn: sealedOn ?? told.today,
    checkedOn: releasedOn ?? told.today,
    parts: told.parts ?? '',
    reason: told.reason ?? '火灾隐患已经消除',
    basis: basisWords(['120-25']),
  }
}
