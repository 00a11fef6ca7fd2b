/** The analysis as the server puts it together: figures, text and verdict. */
import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { OfficialDocument } from '../../kernel/document.ts'
import { parsePeriod } from '../../kernel/periods.ts'
import type { Context } from '../../platform/context.ts'
import { toDocx } from '../../platform/documents/docx.ts'
import { toHtml } from '../../platform/documents/html.ts'
import { Figures } from './figures/contract.ts'
import { figuresOf } from './figures/public.ts'
import { wholeDistrict } from './figures/store.ts'
import type { KeptAnalysis } from './lifecycle.ts'
import type { Settings } from './settings.ts'
import * as store from './store.ts'
import { Document } from './text/contract.ts'
import { paragraphsOf, withEdits } from './text/edits.ts'
import { documentOf } from './text/narrative.ts'
import { type Audience, type Content, printedOf, type Shown } from './view.ts'

/** The digest of what an analysis says, of its figures and its text, whatever the day on which it is read. */
export function digestOf(figures: Figures, { title, blocks }: Pick<OfficialDocument, 'title' | 'blocks'>): string {
  return createHash('sha256')
    .update(canonical({ figures: { ...figures, countedOn: undefined }, title, blocks }))
    .digest('hex')
}

/** The text that the rules write from figures. */
export async function writtenFrom(
  context: Context,
  figures: Figures,
  settings: Settings,
  { chosen, state }: Pick<KeptAnalysis, 'chosen' | 'state'>,
): Promise<OfficialDocument> {
  const { body, ...place } = await store.issuer(context)
  const facts = { figures, settings, ...place, verdict: chosen ?? figures.proposal.verdict }
  return documentOf(facts, { status: state, body, day: context.at.day })
}

/** What an analysis says, worked out from records: the present ones, or those frozen for it. */
export async function contentOf(
  context: Context,
  record: KeptAnalysis,
  frozen: string | null = null,
): Promise<Content> {
  const { figures, settings } = await figuresOf(context, parsePeriod(record.periodKey), {
    frozen,
    reach: wholeDistrict,
  })
  const written = await writtenFrom(context, figures, settings, record)
  const document = withEdits(written, record.edits)
  return { figures, generated: paragraphsOf(written), document, digest: digestOf(figures, document) }
}

/** What an issued analysis says: what was frozen, whatever the rules would write today. */
function issuedContent({ record, frozen }: store.Stored): Content | undefined {
  if (!frozen) return undefined
  const document = Document.parse(frozen.document)
  const bases = new Map(record.edits.map(({ paragraph, basedOn }) => [paragraph, basedOn]))
  const generated = new Map([...paragraphsOf(document)].map(([key, text]) => [key, bases.get(key) ?? text]))
  return { figures: Figures.parse(frozen.figures), generated, document, digest: record.digest ?? '' }
}

/** An analysis with what it says. */
export async function shownOf(context: Context, stored: store.Stored): Promise<Shown> {
  const content = issuedContent(stored) ?? (await contentOf(context, stored.record))
  return { record: stored.record, superseded: stored.superseded, ledger: stored.frozen?.ledger ?? null, content }
}

/** An analysis that nobody drafted: what a draft begun now would say. */
function unbegun(context: Context, periodKey: string): KeptAnalysis {
  const { key, to } = parsePeriod(periodKey)
  return {
    id: '00000000-0000-0000-0000-000000000000',
    state: 'draft',
    version: 0,
    periodKey: key,
    periodTo: to,
    edition: 1,
    proposed: null,
    rule: null,
    chosen: null,
    reason: null,
    chosenBy: null,
    chosenAt: null,
    draftedBy: context.actor.name,
    draftedAt: context.at.instant,
    issuedBy: null,
    issuedAt: null,
    digest: null,
    edits: [],
  }
}

export type ReportFormat = 'docx' | 'html' | 'json'

/** The report of a period as a file: of the analysis last issued, else of the draft, else of the records as they are. */
export async function reportOf(
  context: Context,
  { period, format, audience = 'internal' }: { period: string; format: ReportFormat; audience?: Audience },
): Promise<Uint8Array> {
  const stored = await store.findCurrent(context, parsePeriod(period).key)
  const shown = stored
    ? await shownOf(context, stored)
    : {
        record: unbegun(context, period),
        superseded: false,
        ledger: null,
        content: await contentOf(context, unbegun(context, period)),
      }
  return printed(context, shown, format, audience)
}

/** An analysis as a file for an audience. */
export async function printed(
  context: Context,
  shown: Shown,
  format: ReportFormat,
  audience: Audience,
): Promise<Uint8Array> {
  const { document, json } = printedOf(shown, audience, context.district)
  if (format === 'json') return Buffer.from(`${JSON.stringify(json, null, 2)}\n`)
  return format === 'docx' ? toDocx(document) : Buffer.from(toHtml(document))
}
