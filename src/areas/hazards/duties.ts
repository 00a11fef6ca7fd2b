/** What the law wants done about a hazard, and by when. */
import { later, workingDaysAfter } from '../../kernel/calendar.ts'
import { type Deadline, type Duty, untilDay } from '../../kernel/duties.ts'
import type { Hazard } from './record-contract.ts'

/** Once it is put right, or was none, nothing more is owed about it but what was owed before. */
const over = ({ closedOn }: Hazard) => closedOn
const stands = ({ state }: Hazard) => state !== 'voided'
const ordered = ({ order }: Hazard) => order === 'atOnce' || order === 'term'

type Due = Duty<Hazard>['due']
/** So many working days from a day on; not owed where the day is null. */
const within =
  (n: number, from: (hazard: Hazard) => string | null): Due =>
  (hazard, calendar): Deadline | null => {
    const day = stands(hazard) ? from(hazard) : null
    return day === null ? null : untilDay(day, workingDaysAfter(calendar, day, n))
  }
const onTheDay =
  (from: (hazard: Hazard) => string | null): Due =>
  (hazard) => {
    const day = stands(hazard) ? from(hazard) : null
    return day === null ? null : untilDay(day, day)
  }

/** Where nothing says how long a step may take, the house does. */
const penaltyWithin = 5
const answerWithin = 3
const lookAgainWithin = 15

export const hazardDuties: readonly Duty<Hazard>[] = [
  // 责令限期改正的, the notice is served within 3 working days of the inspection: by then it is ordered.
  {
    duty: 'order',
    law: '120-19',
    due: within(3, (h) => (h.referTo === null && h.state !== 'referred' ? h.inspectedOn : null)),
    done: (h) => h.orderedAt,
  },
  {
    duty: 'serve-at-once',
    law: '120-19',
    due: onTheDay((h) => (h.order === 'atOnce' ? h.inspectedOn : null)),
    done: (h) => h.servedOn ?? over(h),
  },
  {
    duty: 'serve-notice',
    law: '120-19',
    due: within(3, (h) => (h.order === 'term' ? h.inspectedOn : null)),
    done: (h) => h.servedOn ?? over(h),
  },
  {
    duty: 'answer-extension',
    law: 'house',
    due: within(answerWithin, (h) => h.extensionAskedOn),
    done: (h) => h.extensionDecidedOn ?? over(h),
  },
  {
    duty: 'recheck-on-application',
    law: '120-20',
    due: within(3, (h) => h.appliedOn),
    done: (h) => (h.recheckedOn !== null && h.recheckedOn >= (h.appliedOn ?? '') ? h.recheckedOn : over(h)),
  },
  {
    duty: 'recheck',
    law: '120-20',
    due: within(3, (h) => (ordered(h) ? h.termEnds : null)),
    done: (h) => h.uncorrectedOn ?? over(h),
  },
  {
    duty: 'hand-over-for-penalty',
    law: 'house',
    due: within(penaltyWithin, (h) => h.uncorrectedOn),
    done: (h) => h.penaltyOn ?? over(h),
  },
  {
    duty: 'look-again',
    law: 'house',
    due: within(lookAgainWithin, (h) => (h.penaltyOn === null ? null : later(h.penaltyOn, h.recheckedOn))),
    done: over,
  },
  // 应当在责令改正的同时书面报告: the day is the house's reading of “at the same time”.
  {
    duty: 'report-serious',
    law: '120-34',
    due: onTheDay((h) => (h.serious ? h.seriousOn : null)),
    done: (h) => h.reportedOn,
  },
  {
    duty: 'refer',
    law: '120-33',
    due: within(5, (h) => (h.referTo === null ? null : h.inspectedOn)),
    done: (h) => h.referredOn,
  },
  {
    duty: 'propose-major',
    law: '120-21',
    due: (h, calendar) =>
      within(h.majorExperts ? 17 : 7, (m) => (m.majorOn === null ? null : m.inspectedOn))(h, calendar),
    done: (h) => h.majorProposedOn,
  },
  { duty: 'serve-major', law: '120-21', due: within(3, (h) => h.majorOn), done: (h) => h.majorServedOn },
  // Looked at within 3 working days of the application, decided within 3 more.
  { duty: 'decide-release', law: '120-25', due: within(6, (h) => h.releaseAskedOn), done: (h) => h.releasedOn },
  {
    duty: 'end-seal',
    law: '120-22',
    due: (h) => (h.sealedOn === null || h.sealUntil === null ? null : untilDay(h.sealedOn, h.sealUntil)),
    done: (h) => h.releasedOn,
  },
]
