/** An analysis as it is shown, to those who see names and to the meeting. */
import type { OfficialDocument } from '../../kernel/document.ts'
import { parsePeriod, periodLabel } from '../../kernel/periods.ts'
import type { Analysis, AnalysisItem } from './contract.ts'
import type { Figures } from './figures/contract.ts'
import type { KeptAnalysis } from './lifecycle.ts'
import { anonymiser } from './text/anonymise.ts'
import { Document } from './text/contract.ts'
import { paragraphStates } from './text/edits.ts'
import { toJson } from './text/json.ts'

/** With the stations' names, or for the meeting without. */
export type Audience = 'internal' | 'meeting'

/** What an analysis says, with names. */
export interface Content {
  readonly figures: Figures
  /** The generated text of each paragraph. */
  readonly generated: ReadonlyMap<string, string>
  /** The text with what people wrote in its place. */
  readonly document: OfficialDocument
  readonly digest: string
}

/** An analysis and what belongs to it. */
export interface Shown {
  readonly record: KeptAnalysis
  readonly superseded: boolean
  readonly ledger: Analysis['ledger']
  readonly content: Content
}

/** A row of the list with its period. */
export function listed<T extends { periodKey: string }>({ periodKey, ...row }: T) {
  const { key, from, to, ...period } = parsePeriod(periodKey)
  const label = {
    zh: periodLabel({ key, from, to, ...period }, 'zh'),
    en: periodLabel({ key, from, to, ...period }, 'en'),
  }
  return { ...row, period: { key, from, to, label } }
}

const itemOf = ({ record, superseded }: Shown): AnalysisItem => {
  const { id, periodKey, edition, state, chosen, draftedBy, draftedAt, issuedBy, issuedAt } = record
  return listed({ id, periodKey, edition, state, chosen, draftedBy, draftedAt, issuedBy, issuedAt, superseded })
}

function verdictOf({ record, content }: Shown): Analysis['verdict'] {
  const { verdict, rule, ruleWords } = content.figures.proposal
  const { chosen, reason, chosenBy, chosenAt, proposed } = record
  return {
    proposed: verdict,
    rule,
    ruleWords,
    chosen,
    reason,
    chosenBy,
    chosenAt,
    moved: chosen !== null && proposed !== verdict,
  }
}

/** The analysis for an audience. For the meeting no station is named, in whatever was written. */
export function viewOf(shown: Shown, audience: Audience): Analysis {
  const { record, ledger, content } = shown
  const verdict = verdictOf(shown)
  const paragraphs = paragraphStates(content.generated, record.edits)
  const own = { ...itemOf(shown), version: record.version, digest: content.digest, ledger }
  if (audience === 'internal')
    return { ...own, named: true, verdict, figures: content.figures, document: wire(content.document), paragraphs }
  const hide = anonymiser(content.figures)
  const hidden = (text: string | null) => (text === null ? null : hide.text(text))
  return {
    ...own,
    named: false,
    verdict: { ...verdict, reason: hidden(verdict.reason) },
    figures: hide.figures(content.figures),
    document: wire(hide.document(content.document)),
    paragraphs: paragraphs.map((one) => ({ ...one, generated: hidden(one.generated), edited: hidden(one.edited) })),
  }
}

/** The document as the contract's shape has it: copied, without `readonly`. */
const wire = (document: OfficialDocument): Analysis['document'] => Document.parse(document)

/** Document and JSON of an analysis for an audience. */
export function printedOf(shown: Shown, audience: Audience, district: string) {
  const { document: plain, figures, verdict, state } = viewOf(shown, audience)
  // What names stations is for the office.
  const document: OfficialDocument = audience === 'internal' ? { ...plain, secrecy: '内部资料' } : plain
  const { proposed, chosen, reason } = verdict
  return {
    document,
    json: toJson({ district, status: state, figures, document, verdict: { proposed, chosen, reason } }),
  }
}
