/** The printed file of a record: everything gathered, made into a document, and the printing remembered. */
import { changesIn } from '../../../kernel/history.ts'
import type { Context } from '../../../platform/context.ts'
import { toDocx } from '../../../platform/documents/docx.ts'
import { toHtml } from '../../../platform/documents/html.ts'
import { historyOf, record } from '../../../platform/ledger/store.ts'
import { codeTable, territoryOf } from '../../organisation/public.ts'
import type { Premises } from '../record-contract.ts'
import * as premisesStore from '../store.ts'
import * as transfers from '../transfers/store.ts'
import { dossierOf, type Section, type Told } from './dossier.ts'
import { isChange } from './history.ts'
import * as store from './store.ts'
import type { Naming } from './values.ts'

/** What a further area has to tell of a record; nothing where it knows nothing. */
export type SectionsOf = (context: Context, premises: Premises) => Promise<readonly Section[]>

const mostParts = 50
const mostChanges = 50
const mostTransfers = 50
/** They change by themselves whenever anything does, or were worked out from what is told. */
const unspoken = new Set([
  'id',
  'version',
  'enteredAt',
  'proposed',
  'expiresOn',
  'dueMonths',
  'dueOn',
  'criteria',
  'dueBody',
  'keptCriteria',
  'openHazards',
])

async function namingOf(context: Context, ids: readonly string[]): Promise<Naming> {
  const { bodies, streets, communities, grids, officers } = await territoryOf(context)
  const records = await premisesStore.namesOf(context, ids)
  const names = new Map(
    [...bodies, ...streets, ...communities, ...grids, ...officers, ...records].map(({ id, name }) => [id, name]),
  )
  return {
    nameOf: (id) => names.get(id),
    tables: {
      kinds: await codeTable(context, 'premises-kind'),
      tags: await codeTable(context, 'premises-tag'),
      lists: await codeTable(context, 'supervision-list'),
      criteria: await codeTable(context, 'key-unit-rule'),
      facilities: await codeTable(context, 'facility-kind'),
      papers: await codeTable(context, 'paper-kind'),
    },
    day: context.at.day,
  }
}

const relationFields = ['building', 'estate', 'company', 'committee', 'mergedInto'] as const

async function toldOf(context: Context, premises: Premises): Promise<Told> {
  const { id } = premises
  const entries = (await historyOf(context, { kind: 'premises', id })).filter(isChange).slice(0, mostChanges)
  const history = entries.map((entry) => changesIn(entry, unspoken))
  const { parts, inAll } = await store.partsOf(context, id, mostParts)
  const mentioned = history.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]))
  const related = [...relationFields.map((field) => premises[field]), ...mentioned].filter((one) => isId(one))
  return {
    premises,
    naming: await namingOf(context, [...new Set(related)]),
    transfers: (await transfers.list(context, { premises: [id], limit: mostTransfers })).items,
    parts,
    partsInAll: inAll,
    history,
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const

/** The handler; `others` are asked in the order in which their parts are to stand. */
export const documentHandler =
  (others: readonly SectionsOf[] = []) =>
  async (context: Context, { id, format }: { id: string; format: 'docx' | 'html' }) => {
    const premises = await premisesStore.get(context, id)
    const sections: Section[] = []
    for (const sectionsOf of others) sections.push(...(await sectionsOf(context, premises)))
    const document = dossierOf(await toldOf(context, premises), sections)
    const bytes = format === 'docx' ? new Uint8Array(await toDocx(document)) : toHtml(document)
    await record(context, 'premises.document', { kind: 'premises', id }, { after: { format } })
    const name = `premises-${premises.premisesNo.replace(/[^\w.-]/g, '_')}.${format}`
    const disposition = format === 'docx' ? `attachment; filename="${name}"` : 'inline'
    return {
      headers: { 'content-disposition': disposition },
      body: new File([bytes], name, { type: mediaTypes[format] }),
    }
  }
