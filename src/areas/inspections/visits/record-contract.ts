/** A visit (检查): submitted whole, once, and never changed; a correction is another visit that cites it. */
import { z } from 'zod'
import { Day, Id, Instant, Line } from '../../../kernel/contract.ts'
import { Finding, Photos, Words } from '../../hazards/record-contract.ts'
import { Code } from '../../premises/record-contract.ts'

/** 符合, 不符合, 不适用. */
export const answerKinds = ['yes', 'no', 'na'] as const

export const Answer = z.object({
  item: Code,
  answer: z.enum(answerKinds),
  words: Words.nullable(),
  measured: z.number().nullable(),
  photos: Photos,
  at: Instant.nullable().describe('when it was answered, where the device knows'),
})
export type Answer = z.infer<typeof Answer>

/** A position as the device told it. */
export const Fix = z.object({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracyM: z.number().min(0).max(100_000),
  at: Instant,
})
export type Fix = z.infer<typeof Fix>

/** 当场改正, 责令立即改正, 责令限期改正, 另行处理. */
export const disposalKinds = ['spot', 'atOnce', 'term', 'later'] as const

export const VisitFinding = Finding.extend({
  disposal: z.enum(disposalKinds),
  term: Day.nullable().describe('of an order by term'),
  photosAfter: Photos.describe('of what was put right on the spot'),
})
export type VisitFinding = z.infer<typeof VisitFinding>

export const Recheck = z.object({ hazard: Id, corrected: z.boolean(), words: Words.nullable(), photos: Photos })
export type Recheck = z.infer<typeof Recheck>

/** 签字, 拒绝签字, 无人在场. */
export const signatureKinds = ['signed', 'refused', 'absent'] as const
export const Signature = z.object({
  kind: z.enum(signatureKinds),
  file: Id.nullable().describe('the signature as a picture'),
  witness: Line.max(60).nullable().describe('who saw that it was refused'),
  words: Words.nullable(),
})

/** 计划检查, 举报核查, 移送, 应急, 双随机, 其他: what a visit is made for. */
export const visitReasons = ['plan', 'complaint', 'referral', 'emergency', 'draw', 'other'] as const

export const mostFindings = 200
export const VisitFacts = z.object({
  premises: Id,
  kind: Code.describe('table visit-kind'),
  inspectors: z.array(Id).min(1).max(10).describe('the people who inspected, whoever submits first'),
  startedAt: Instant,
  endedAt: Instant,
  startFix: Fix.nullable(),
  endFix: Fix.nullable(),
  checklist: Id.nullable().describe('the edition that the answers go by'),
  answers: z.array(Answer).max(120),
  findings: z.array(VisitFinding).max(mostFindings),
  rechecks: z.array(Recheck).max(mostFindings),
  accompanying: z.object({ name: Line.min(1).max(60), role: Line.max(60).nullable() }).nullable(),
  signature: Signature,
  photos: Photos,
  guidance: z.string().trim().max(2000).nullable().describe('what was advised (指导意见)'),
  remarks: z.string().trim().max(2000).nullable(),
  reason: z.enum(visitReasons),
  reasonRef: Id.nullable().describe('the complaint, referral or draw'),
  reasonWords: Words.nullable().describe('why a place is visited beyond its yearly cap'),
  corrects: Id.nullable().describe('the visit that this one corrects'),
})
export type VisitFacts = z.infer<typeof VisitFacts>

/** As a device submits it: with an id of its own, and its own clock, by which ours tells how wrong it is. */
export const VisitInput = VisitFacts.extend({ id: Id, deviceAt: Instant.nullable() })
export type VisitInput = z.infer<typeof VisitInput>

/**
 * What the server noticed, for people to see: entered long after, a clock that was wrong, the place was merged or closed
 * meanwhile, an inspector of another body by now, much like another visit of that hour, beyond the yearly cap.
 */
export const visitMarks = ['late-entry', 'clock-off', 'merged', 'closed', 'moved-on', 'alike', 'beyond-cap'] as const
export const VisitMark = z.enum(visitMarks)
export type VisitMark = z.infer<typeof VisitMark>

export const Visit = VisitFacts.extend({
  id: Id,
  premisesNo: z.string(),
  premisesName: z.string().describe('as it was called then'),
  address: z.string(),
  body: Id.describe('the body whose visit it is'),
  station: Id.nullable(),
  community: Id.nullable(),
  inspectorNames: z.array(z.string()).describe('as they were called then'),
  visitedOn: Day,
  saidStartedAt: Instant.describe('as the device said; startedAt is what it was by the server’s clock'),
  saidEndedAt: Instant,
  deviceAt: Instant.nullable(),
  submittedAt: Instant,
  submittedBy: z.string(),
  findings: z.array(VisitFinding),
  answers: z.array(Answer),
  hazards: z.int().describe('how many it found'),
  dueOn: Day.nullable().describe('the day by which the place was to be inspected'),
  marks: z.array(VisitMark),
  correctedBy: Id.nullable(),
})
export type Visit = z.infer<typeof Visit>
