/** The inspection record (日常消防监督检查记录) of a visit: what it answered, found, ordered and saw again. A rule. */

import type { Hazard } from '../../hazards/record-contract.ts'
import type { PaperValues, Party } from '../../papers/values.ts'
import type { Form } from '../../premises/record-contract.ts'
import type { Item } from '../checklists/contract.ts'
import type { Visit } from './record-contract.ts'

type Inspection = PaperValues['inspection']

/** What the visit does not say itself. */
export interface Told {
  readonly party: Party
  readonly form: Form
  readonly responsible: Inspection['responsible']
  readonly manager: Inspection['manager']
  /** The items that the visit went by, in their order. */
  readonly items: readonly Pick<Item, 'code' | 'zh' | 'unit'>[]
  /** The hazards that it found and those that it saw again, as they are after it. */
  readonly found: readonly Hazard[]
  readonly rechecked: readonly Hazard[]
}

const objectKindOf = (form: Form): Inspection['objectKind'] =>
  form === 'committee' ? 'committee' : form === 'company' || form === 'estate' ? 'company' : 'unit'

/** What was said of an item, with what was measured. */
function saidOf({ words, measured }: Pick<Visit['answers'][number], 'words' | 'measured'>, unit: string | null) {
  const said = [words?.trim(), measured === null ? '' : `实测${measured}${unit ?? ''}`].filter(Boolean)
  return said.length > 0 ? said.join('；') : null
}

const recipientWords = {
  housing: '住房和城乡建设主管部门',
  brigade: '消防救援机构',
  street: '乡镇人民政府、街道办事处',
  other: '有关部门',
} as const

/** The last of the terms that were set; the notice says each. */
const lastTerm = (findings: Visit['findings']): string | null =>
  findings.reduce<string | null>(
    (last, { disposal, term }) => (disposal === 'term' && term && term > (last ?? '') ? term : last),
    null,
  )

export function inspectionValues(visit: Visit, told: Told): Inspection {
  const { findings, answers, rechecks } = visit
  const answerOf = new Map(answers.map((answer) => [answer.item, answer]))
  const orders = (kind: Visit['findings'][number]['disposal']) => findings.some(({ disposal }) => disposal === kind)
  const elsewhere = [...new Set(told.found.flatMap(({ referTo }) => referTo ?? []))]
  const serious = findings.filter((finding) => finding.serious)
  const wordsOf = new Map(told.rechecked.map(({ id, words }) => [id, words]))
  return {
    party: told.party,
    objectKind: objectKindOf(told.form),
    reason: rechecks.length > 0 && findings.length === 0 && answers.length === 0 ? 'recheck' : visit.reason,
    responsible: told.responsible,
    manager: told.manager,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    inspectors: visit.inspectorNames,
    items: told.items.map(({ code, zh, unit }) => {
      const answer = answerOf.get(code)
      return { code, text: zh, answer: answer?.answer ?? null, words: answer ? saidOf(answer, unit) : null }
    }),
    violations: findings.map(({ words, spot }) => (spot ? `${words}（${spot}）` : words)),
    orders: {
      spot: orders('spot'),
      atOnce: orders('atOnce'),
      term: lastTerm(findings),
      referred: elsewhere.length > 0 ? elsewhere.map((to) => recipientWords[to]).join('、') : null,
      reported: serious.length > 0 ? `${serious.length}项，报乡镇人民政府（街道办事处）和消防救援机构` : null,
    },
    guidance: visit.guidance,
    remarks: visit.remarks,
    accompanying: visit.accompanying,
    signature: { kind: visit.signature.kind, witness: visit.signature.witness },
    seenAgain: rechecks.map(({ hazard, corrected, words }) => ({
      words: wordsOf.get(hazard) ?? words ?? '',
      corrected,
    })),
  }
}
