/** What incidents give to the import: how a row is staged, compared with what is there, and merged. */
import type { Importer } from '../../../platform/imports/importer.ts'
import { lookupOf, lookupOfRegister } from '../../../platform/imports/lookups.ts'
import { codeTable, gazetteerOf, placeNames, tell } from '../../organisation/public.ts'
import { incidentLayout } from '../import-layout.ts'
import { classifier } from '../severity.ts'
import { stagedOf } from './staging.ts'
import * as store from './store.ts'

export const incidentImporter: Importer<typeof incidentLayout.columns> = {
  kind: 'incidents',
  permission: 'incidents.import',
  layout: incidentLayout,
  checksNeed: ['kind', 'receivedAt'],
  linkOf: (run) => `/incidents/import?run=${run}`,
  tell,
  lookups: async (context) => {
    const { stations, communities } = await placeNames(context)
    return {
      place: lookupOf(await codeTable(context, 'place-kind')),
      cause: lookupOf(await codeTable(context, 'cause')),
      station: lookupOfRegister(stations),
      community: lookupOfRegister(communities),
    }
  },
  makeStaging: store.makeStaging,
  stagedColumns: store.stagedColumns,
  stager: async (context) => {
    const rules = {
      gazetteer: await gazetteerOf(context),
      classify: classifier(await codeTable(context, 'severity-rule')),
    }
    return (line, row, digest) => {
      const staged = stagedOf(line, row, digest, rules)
      return store.stagedColumns.map((column) => staged[column])
    }
  },
  lockMerge: store.lockMerge,
  refuse: async (context, most) => {
    const faults = (await store.conflicts(context, most)).map(conflictFault)
    return { faults, rows: await store.dropConflicts(context) }
  },
  compare: store.compare,
  merge: store.merge,
}

const conflictFault = ({ line, incidentNo }: store.Clash) => ({
  line,
  column: 'incident_no',
  value: incidentNo,
  rule: 'corrected-by-hand',
  zh: '该警情导入后已被人工更正，而文件中的内容又有变化；两边都不覆盖，请在该警情页面核对更正。',
  en: 'This incident was corrected by hand since, and the file says something new of it: neither is overwritten. Look at its page and correct it there.',
})
