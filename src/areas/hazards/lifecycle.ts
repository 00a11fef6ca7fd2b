/** The life of a hazard: each row is one act that the Rules on Fire Supervision and Inspection (令第120号) allow. */
import { addDays } from '../../kernel/calendar.ts'
import type { Acts } from '../../kernel/lifecycle.ts'
import type { Hazard } from './record-contract.ts'

/** What each act is told. `on` is the day on which it was done, where that may be earlier than it is recorded. */
export interface HazardInputs {
  correctOnSpot: { photosAfter: string[] }
  orderAtOnce: object
  orderByTerm: { term: string }
  serve: { on: string; mode: Hazard['serviceMode'] & string; recipientName: string | null }
  askExtension: { on: string; until: string; reason: string }
  grantExtension: { reason: string }
  refuseExtension: { reason: string }
  applyForRecheck: { on: string }
  passRecheck: { on: string; visit: string | null; photosAfter: string[] }
  failRecheck: { on: string; visit: string | null; photosAfter: string[] }
  findUnready: { on: string; visit: string | null; photosAfter: string[] }
  handOverForPenalty: { reason: string }
  markSerious: { reason: string }
  reportSerious: { on: string }
  refer: { referredTo: string; reason: string }
  takeBack: { reason: string }
  assign: { officer: string; reason: string }
  determineMajor: { element: string | null; experts: boolean; reason: string }
  proposeMajor: { on: string }
  serveMajor: { on: string }
  seal: { until: string; reason: string }
  askRelease: { on: string }
  release: { reason: string }
  void: { reason: string }
}

/** While it is neither put right nor out of this body's hands. */
const live: readonly Hazard['state'][] = ['found', 'ordered', 'uncorrected']
/** A station may neither seal a place nor determine a major hazard (令第120号 arts. 21–25 name the fire body). */
const brigadeOnly = { 'no-power': ({ bodyKind }: Hazard) => bodyKind !== 'brigade' }
const notAhead = { 'day-ahead': (_hazard: Hazard, { on }: { on: string }, at: { day: string }) => on > at.day }
const decidedElsewhere = { 'decided-elsewhere': ({ referTo }: Hazard) => referTo !== null }
const extensionWaits = ({ extensionAskedOn, extensionDecidedOn }: Hazard) =>
  extensionAskedOn !== null && extensionDecidedOn === null
const undecided = { 'no-extension-asked': (hazard: Hazard) => !extensionWaits(hazard) }
const since = { 'before-the-visit': ({ inspectedOn }: Hazard, { on }: { on: string }) => on < inspectedOn }
/** The party has said that it is put right, and nobody has looked since. */
const applicationWaits = ({ appliedOn, recheckedOn }: Hazard) =>
  appliedOn !== null && (recheckedOn === null || recheckedOn < appliedOn)
const sealed = ({ sealedOn, releasedOn }: Hazard) => sealedOn !== null && releasedOn === null
const unsealed = { 'not-sealed': (hazard: Hazard) => !sealed(hazard) }
const openSeal = { 'sealed-still': sealed }
/** 临时查封期限不得超过三十日. */
const longestSeal = 30
/** The last day of the term: where it falls on a day off, the next working day. */
const termRuns = ({ termEnds, order }: Hazard, on: string) => order === 'term' && termEnds !== null && on <= termEnds
/** What the re-check saw. */
const rechecked = (_hazard: Hazard, { on, visit, photosAfter }: HazardInputs['passRecheck']) => ({
  recheckedOn: on,
  recheckVisit: visit,
  photosAfter,
})

export const hazardActs: Acts<Hazard, HazardInputs> = {
  // 情节轻微、当场改正完毕的，口头责令改正并在检查记录上注明.
  correctOnSpot: {
    law: '120-19',
    from: ['found'],
    to: 'closed',
    unless: { ...decidedElsewhere, 'not-minor': ({ minor }) => !minor },
    sets: ({ inspectedOn }, { photosAfter }, at) => ({
      order: 'spot',
      orderedAt: at.instant,
      photosAfter,
      recheckedOn: inspectedOn,
      closedOn: inspectedOn,
    }),
  },
  // 责令立即改正通知书 is made and served on the spot.
  orderAtOnce: {
    law: '120-19',
    from: ['found'],
    to: 'ordered',
    unless: decidedElsewhere,
    sets: ({ inspectedOn }, _input, at) => ({ order: 'atOnce', orderedAt: at.instant, term: inspectedOn }),
  },
  orderByTerm: {
    law: '120-19',
    from: ['found'],
    to: 'ordered',
    unless: {
      ...decidedElsewhere,
      'term-not-ahead': ({ inspectedOn }, { term }) => term <= inspectedOn,
    },
    sets: (_hazard, { term }, at) => ({ order: 'term', term, orderedAt: at.instant }),
  },
  serve: {
    law: '120-19',
    from: ['ordered', 'uncorrected'],
    unless: {
      ...notAhead,
      'served-already': ({ servedOn }) => servedOn !== null,
      ...since,
    },
    sets: (_hazard, { on, mode, recipientName }) => ({ servedOn: on, serviceMode: mode, recipientName }),
  },
  askExtension: {
    law: '120-20',
    from: ['ordered'],
    unless: {
      ...notAhead,
      'no-term-to-extend': ({ order }) => order !== 'term',
      'asked-already': extensionWaits,
      'term-has-ended': (hazard, { on }) => !termRuns(hazard, on),
      'term-not-longer': ({ term }, { until }) => until <= (term ?? ''),
    },
    sets: (_hazard, { on, until, reason }) => ({
      extensionAskedOn: on,
      extensionUntil: until,
      extensionReason: reason,
      extensionDecidedOn: null,
      extensionGranted: null,
    }),
  },
  grantExtension: {
    law: '120-20',
    from: ['ordered'],
    unless: undecided,
    sets: ({ extensionUntil, term }, _input, at) => ({
      extensionDecidedOn: at.day,
      extensionGranted: true,
      term: extensionUntil ?? term,
    }),
  },
  refuseExtension: {
    law: '120-20',
    from: ['ordered'],
    unless: undecided,
    sets: (_hazard, _input, at) => ({ extensionDecidedOn: at.day, extensionGranted: false }),
  },
  applyForRecheck: {
    law: '120-20',
    from: ['ordered', 'uncorrected'],
    unless: {
      ...notAhead,
      ...since,
      'applied-already': applicationWaits,
    },
    sets: (_hazard, { on }) => ({ appliedOn: on }),
  },
  passRecheck: {
    law: '120-20',
    from: ['ordered', 'uncorrected'],
    to: 'closed',
    unless: { ...notAhead, ...since, ...openSeal },
    sets: (hazard, input) => ({ ...rechecked(hazard, input), closedOn: input.on }),
  },
  failRecheck: {
    law: '120-20',
    from: ['ordered', 'uncorrected'],
    to: 'uncorrected',
    unless: {
      ...notAhead,
      ...since,
      'term-still-runs': (hazard, { on }) => hazard.state === 'ordered' && termRuns(hazard, on),
    },
    sets: (hazard, input) => ({
      ...rechecked(hazard, input),
      uncorrectedOn: hazard.uncorrectedOn ?? input.on,
    }),
  },
  // Asked to come before the term was over, and it was not put right yet: the term goes on.
  findUnready: {
    law: '120-20',
    from: ['ordered'],
    unless: {
      ...notAhead,
      ...since,
      'not-applied': (hazard) => !applicationWaits(hazard),
      'term-has-ended': (hazard, { on }) => !termRuns(hazard, on),
    },
    sets: rechecked,
  },
  // 逾期不改正的，依法予以处罚: a station hands it over to the body that may decide.
  handOverForPenalty: {
    law: '120-20',
    from: ['uncorrected'],
    unless: { 'handed-over-already': ({ penaltyOn }) => penaltyOn !== null },
    sets: (_hazard, _input, at) => ({ penaltyOn: at.day }),
  },
  markSerious: {
    law: '120-34',
    from: live,
    unless: { 'serious-already': ({ serious }) => serious },
    sets: (_hazard, _input, at) => ({ serious: true, minor: false, seriousOn: at.day }),
  },
  reportSerious: {
    law: '120-34',
    from: [...live, 'closed'],
    unless: {
      ...notAhead,
      ...since,
      'not-serious': ({ serious }) => !serious,
      'reported-already': ({ reportedOn }) => reportedOn !== null,
    },
    sets: (_hazard, { on }) => ({ reportedOn: on }),
  },
  refer: {
    law: '120-33',
    from: ['found'],
    to: 'referred',
    unless: { 'nothing-to-refer': ({ referTo }) => referTo === null },
    sets: (_hazard, { referredTo }, at) => ({ referredTo, referredOn: at.day }),
  },
  // Where the recipient has returned it: it is decided anew.
  takeBack: {
    law: 'house',
    from: ['referred'],
    to: 'found',
    sets: () => ({ referredOn: null, referredTo: null }),
  },
  assign: {
    law: '120-4',
    from: live,
    unless: { 'nothing-changed': (hazard, { officer }) => hazard.officer === officer },
    sets: (_hazard, { officer }) => ({ officer }),
  },
  determineMajor: {
    law: '120-21',
    from: live,
    unless: { ...brigadeOnly, 'major-already': ({ majorOn }) => majorOn !== null },
    sets: ({ seriousOn }, { element, experts }, at) => ({
      major: element,
      majorExperts: experts,
      majorOn: at.day,
      serious: true,
      minor: false,
      seriousOn: seriousOn ?? at.day,
    }),
  },
  serveMajor: {
    law: '120-21',
    from: live,
    unless: {
      ...notAhead,
      ...brigadeOnly,
      'not-major': ({ majorOn }) => majorOn === null,
      'served-already': ({ majorServedOn }) => majorServedOn !== null,
    },
    sets: (_hazard, { on }) => ({ majorServedOn: on }),
  },
  proposeMajor: {
    law: '120-21',
    from: live,
    unless: {
      ...notAhead,
      ...brigadeOnly,
      'not-major': ({ majorOn }) => majorOn === null,
      'proposed-already': ({ majorProposedOn }) => majorProposedOn !== null,
    },
    sets: (_hazard, { on }) => ({ majorProposedOn: on }),
  },
  seal: {
    law: '120-22',
    from: live,
    unless: {
      ...brigadeOnly,
      'sealed-already': sealed,
      'seal-too-long': (_hazard, { until }, at) => until <= at.day || until > addDays(at.day, longestSeal),
    },
    sets: (_hazard, { until }, at) => ({ sealedOn: at.day, sealUntil: until, releaseAskedOn: null, releasedOn: null }),
  },
  askRelease: {
    law: '120-25',
    from: live,
    unless: { ...notAhead, ...unsealed, 'asked-already': ({ releaseAskedOn }) => releaseAskedOn !== null },
    sets: (_hazard, { on }) => ({ releaseAskedOn: on }),
  },
  release: {
    law: '120-25',
    from: live,
    unless: { ...brigadeOnly, ...unsealed },
    sets: (_hazard, _input, at) => ({ releasedOn: at.day }),
  },
  void: {
    law: 'house',
    from: ['found', 'ordered'],
    to: 'voided',
    unless: { 'served-already': ({ servedOn }) => servedOn !== null, ...openSeal },
    sets: (_hazard, { reason }) => ({ voidReason: reason }),
  },
}
