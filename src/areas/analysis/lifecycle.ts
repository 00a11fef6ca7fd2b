/** The life of an analysis: a draft follows the records, an issued one stays as it was. */
import type { Acts } from '../../kernel/lifecycle.ts'
import { editState, type SignedEdit } from './text/edits.ts'

/** What acts change of an analysis. Its figures and its text follow from the records until it is issued. */
export interface AnalysisRecord {
  readonly id: string
  /** A discarded draft lives on in the ledger alone. */
  readonly state: 'draft' | 'issued' | 'discarded'
  readonly version: number
  readonly periodKey: string
  readonly periodTo: string
  readonly edition: number
  /** The proposal that was before the eyes of whoever chose. */
  readonly proposed: string | null
  readonly rule: string | null
  readonly chosen: string | null
  readonly reason: string | null
  readonly chosenBy: string | null
  readonly chosenAt: string | null
  readonly draftedBy: string
  readonly draftedAt: string
  readonly issuedBy: string | null
  readonly issuedAt: string | null
  readonly digest: string | null
  readonly edits: readonly SignedEdit[]
}

/** An analysis that is there to be read. */
export type KeptAnalysis = AnalysisRecord & { readonly state: 'draft' | 'issued' }

/** The analysis as it stands at the moment of the act, worked out from the records. */
export interface Standing {
  readonly proposal: { readonly verdict: string; readonly rule: string }
  readonly paragraphs: ReadonlyMap<string, string>
  readonly digest: string
}

interface Inputs {
  chooseVerdict: { verdict: string; reason: string | null; verdicts: readonly string[]; now: Standing; by: string }
  editParagraph: { paragraph: string; text: string; now: Standing; by: string }
  resetParagraph: { paragraph: string }
  discard: object
  issue: { digest: string; now: Standing; by: string }
}

const others = ({ edits }: AnalysisRecord, paragraph: string) => edits.filter((edit) => edit.paragraph !== paragraph)

export const analysisActs: Acts<AnalysisRecord, Inputs> = {
  chooseVerdict: {
    law: 'house',
    from: ['draft'],
    to: 'draft',
    unless: {
      'no-such-verdict': (_analysis, { verdict, verdicts }) => !verdicts.includes(verdict),
      'reason-wanted': (_analysis, { verdict, reason, now }) => verdict !== now.proposal.verdict && reason === null,
    },
    sets: (_analysis, { verdict, reason, now, by }, at) => ({
      proposed: now.proposal.verdict,
      rule: now.proposal.rule,
      chosen: verdict,
      reason,
      chosenBy: by,
      chosenAt: at.instant,
    }),
  },
  editParagraph: {
    law: 'house',
    from: ['draft'],
    to: 'draft',
    unless: { 'no-such-paragraph': (_analysis, { paragraph, now }) => !now.paragraphs.has(paragraph) },
    sets: (analysis, { paragraph, text, now, by }, at) => ({
      edits: [
        ...others(analysis, paragraph),
        { paragraph, text, basedOn: now.paragraphs.get(paragraph) ?? '', editedBy: by, editedAt: at.instant },
      ],
    }),
  },
  resetParagraph: {
    law: 'house',
    from: ['draft'],
    to: 'draft',
    unless: {
      'not-edited': (analysis, { paragraph }) => others(analysis, paragraph).length === analysis.edits.length,
    },
    sets: (analysis, { paragraph }) => ({ edits: others(analysis, paragraph) }),
  },
  discard: { law: 'house', from: ['draft'], to: 'discarded' },
  issue: {
    law: 'house',
    from: ['draft'],
    to: 'issued',
    unless: {
      'period-not-over': (analysis, _input, at) => at.day <= analysis.periodTo,
      'verdict-not-chosen': (analysis) => analysis.chosen === null,
      'proposal-moved': (analysis, { now }) => analysis.proposed !== now.proposal.verdict,
      'edits-to-review': (analysis, { now }) =>
        analysis.edits.some((edit) => editState(edit, now.paragraphs) !== 'fresh'),
      'figures-moved': (_analysis, { digest, now }) => digest !== now.digest,
    },
    sets: (_analysis, { digest, by }, at) => ({ issuedBy: by, issuedAt: at.instant, digest }),
  },
}
