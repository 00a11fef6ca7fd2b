/** The register of places and units (场所、单位): what may be asked of this area. */
import { z } from 'zod'
import { area, ById, Day, Id, listOf, page, Reason } from '../../kernel/contract.ts'
import { HistoryEntry } from '../../kernel/history.ts'
import { documentContract } from './document/contract.ts'
import { Counts, CountsQuery, FindQuery, PremisesFilter, PremisesQuery, Sort, Suggested } from './finding/contract.ts'
import { premisesImportContract } from './imports/contract.ts'
import { mapContract } from './map/contract.ts'
import { Contacts, Form, Premises, PremisesFacts } from './record-contract.ts'
import { transferContract } from './transfers/contract.ts'
import { twinContract } from './twins/contract.ts'
import { upkeepContract } from './upkeep/contract.ts'

const Since = ById.extend({
  since: Day.describe('the day since which it is so'),
  reason: Reason,
  version: z.int().optional(),
})
const Finding = z.object({ field: z.string(), rule: z.string(), weight: z.enum(['fault', 'warning']) })

const read = { may: 'premises.read' }
const write = { may: 'premises.write' }
const assign = { may: 'premises.assign' }

export const premisesContract = area
  .prefix('/premises')
  .tag('premises')
  .router({
    imports: premisesImportContract,
    map: mapContract,
    transfers: transferContract,
    twins: twinContract,
    upkeep: upkeepContract,
    document: documentContract,
    list: area
      .route({ method: 'GET', path: '/', summary: 'Records by filter, newest first unless sorted' })
      .meta(read)
      .input(PremisesQuery)
      .output(page(Premises)),
    counts: area
      .route({ method: 'GET', path: '/counts', summary: 'How many a filter finds, in all and by value' })
      .meta(read)
      .input(CountsQuery)
      .output(Counts),
    find: area
      .route({ method: 'GET', path: '/find', summary: 'The search box: names, addresses, pinyin, initials, codes' })
      .meta(read)
      .input(FindQuery)
      .output(listOf(Suggested)),
    names: area
      .route({ method: 'GET', path: '/names', summary: 'Names of some records' })
      .meta(read)
      .input(z.object({ id: z.preprocess((one) => (Array.isArray(one) ? one : [one]), z.array(Id).max(200)) }))
      .output(listOf(z.object({ id: Id, premisesNo: z.string(), name: z.string(), form: Form }))),
    loads: area
      .route({ method: 'GET', path: '/loads', summary: 'How many live records each officer answers for' })
      .meta(read)
      .output(
        listOf(z.object({ officer: Id.nullable(), name: z.string().nullable(), station: Id.nullable(), n: z.int() })),
      ),
    get: area.route({ method: 'GET', path: '/{id}', summary: 'One record' }).meta(read).input(ById).output(Premises),
    history: area
      .route({ method: 'GET', path: '/{id}/history', summary: 'What was done to it, newest first' })
      .meta(read)
      .input(ById)
      .output(z.object({ items: z.array(HistoryEntry) })),
    check: area
      .route({ method: 'POST', path: '/check', summary: 'What does not fit in facts under way; writes nothing' })
      .meta({ ...write, repeatable: true })
      .input(z.object({ id: Id.nullable(), facts: PremisesFacts }))
      .output(z.object({ findings: z.array(Finding), supervisor: Id.nullable(), criteria: z.array(z.string()) })),
    enter: area
      .route({ method: 'POST', path: '/', summary: 'Enter a record; it gets a number where none is given' })
      .meta(write)
      .input(z.object({ facts: PremisesFacts, contacts: Contacts }))
      .output(Premises),
    correct: area
      .route({ method: 'POST', path: '/{id}/correct', summary: 'Correct it, with the version seen and a reason' })
      .meta(write)
      .input(ById.extend({ version: z.int(), facts: PremisesFacts, reason: Reason }))
      .output(Premises),
    setContacts: area
      .route({ method: 'POST', path: '/{id}/contacts', summary: 'Put other people in charge' })
      .meta({ ...write, secret: true })
      .input(ById.extend({ version: z.int(), contacts: Contacts, reason: Reason }))
      .output(Premises),
    reveal: area
      .route({ method: 'POST', path: '/{id}/reveal', summary: 'Names and phones as they are, for a purpose; logged' })
      // What it answers is kept nowhere.
      .meta({ may: 'premises.reveal', secret: true })
      .input(ById.extend({ purpose: Reason }))
      .output(Contacts),
    locate: area
      .route({ method: 'POST', path: '/{id}/locate', summary: 'Put it on the map, or at its community' })
      .meta(write)
      .input(
        ById.extend({
          version: z.int(),
          lng: PremisesFacts.shape.lng,
          lat: PremisesFacts.shape.lat,
          community: Id.nullable(),
        }),
      )
      .output(Premises),
    pause: area
      .route({ method: 'POST', path: '/{id}/pause', summary: 'Closed for a time (停业)' })
      .meta(write)
      .input(Since)
      .output(Premises),
    reopen: area
      .route({ method: 'POST', path: '/{id}/reopen', summary: 'Open again (恢复在营)' })
      .meta(write)
      .input(Since)
      .output(Premises),
    deregister: area
      .route({ method: 'POST', path: '/{id}/deregister', summary: 'Deregistered (注销)' })
      .meta(write)
      .input(Since)
      .output(Premises),
    demolish: area
      .route({ method: 'POST', path: '/{id}/demolish', summary: 'Demolished (拆除)' })
      .meta(write)
      .input(Since)
      .output(Premises),
    keep: area
      .route({
        method: 'POST',
        path: '/{id}/keep',
        summary: 'Decide that it stays with its body, though the rule proposes another',
      })
      .meta({ may: 'premises.transfer' })
      .input(ById.extend({ reason: Reason, version: z.int().optional() }))
      .output(Premises),
    setList: area
      .route({ method: 'POST', path: '/{id}/list', summary: 'Put it on another list of the same body' })
      .meta(assign)
      .input(ById.extend({ list: z.string().max(40), reason: Reason, version: z.int().optional() }))
      .output(Premises),
    assign: area
      .route({ method: 'POST', path: '/{id}/assign', summary: 'Make an officer responsible' })
      .meta(assign)
      .input(ById.extend({ officer: Id.nullable(), reason: Reason, version: z.int().optional() }))
      .output(Premises),
    reassign: area
      .route({
        method: 'POST',
        path: '/reassign',
        summary: "Give an officer's records to another, all or those of a filter",
      })
      .meta(assign)
      .input(z.object({ filter: PremisesFilter, to: Id.nullable(), reason: Reason }))
      .output(z.object({ moved: z.int() })),
    bringFile: area
      .route({ method: 'POST', path: '/files', summary: 'Bring a photo or the scan of a paper' })
      .meta({ ...write, repeatable: true })
      .input(z.object({ file: z.file() }))
      .output(z.object({ file: Id })),
    file: area
      .route({
        method: 'GET',
        path: '/files/{id}',
        summary: 'A photo or scan that some record shows',
        outputStructure: 'detailed',
      })
      .meta(read)
      .input(ById)
      .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
    export: area
      .route({
        method: 'GET',
        path: '/export',
        summary: 'All that a filter finds, as a file; logged',
        outputStructure: 'detailed',
      })
      .meta({ may: 'premises.export' })
      .input(PremisesFilter.extend({ format: z.enum(['csv', 'xlsx']), sort: Sort.default('-enteredAt') }))
      .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  })
