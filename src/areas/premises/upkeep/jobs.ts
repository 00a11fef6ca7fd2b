/** What the business register gives to the import: how its rows are taken in, and what they leave to do. */
import { fold } from '../../../kernel/fold.ts'
import type { Context } from '../../../platform/context.ts'
import type { Fault } from '../../../platform/imports/faults.ts'
import type { Importer } from '../../../platform/imports/importer.ts'
import { lookupOf } from '../../../platform/imports/lookups.ts'
import { record } from '../../../platform/ledger/store.ts'
import { tell, territoryOf } from '../../organisation/public.ts'
import { differencesOf } from './comparing/compare.ts'
import { guesser } from './comparing/guess.ts'
import * as comparing from './comparing/store.ts'
import { businessStatuses } from './register/codes.ts'
import { businessLayout } from './register/layout.ts'
import { stagedBusiness } from './register/staging.ts'
import * as store from './register/store.ts'

export const businessImporter: Importer<typeof businessLayout.columns> = {
  kind: 'business-register',
  permission: 'premises.renew',
  reveal: 'premises.reveal',
  layout: businessLayout,
  checksNeed: ['uscc'],
  linkOf: (run) => `/premises/upkeep/import?run=${run}`,
  tell,
  lookups: async () => ({ 'business-status': lookupOf({ entries: businessStatuses }) }),
  checks: async ({ at }) => [
    {
      rule: 'in-the-future',
      zh: '数据日期晚于今天。',
      en: 'The day of the data has not come yet.',
      broken: ({ asOf }) => (asOf !== null && asOf > at.day ? 'as_of' : undefined),
    },
  ],
  makeStaging: store.makeStaging,
  stagedColumns: store.stagedColumns,
  stager: async (context) => {
    const { district } = await territoryOf(context)
    const settling = { today: context.at.day, prefixes: [fold(district.city), fold(district.name)] }
    return (line, row) => {
      const staged = stagedBusiness(line, row, settling)
      return store.stagedColumns.map((column) => staged[column])
    }
  },
  lockMerge: store.lockMerge,
  refuse: async (context, most) => {
    const repeated = (await store.dropRepeated(context)).map((clash) => repeatedFault(clash))
    return { rows: repeated.length, faults: repeated.slice(0, most) }
  },
  compare: store.compare,
  merge: async (context, fileName) => {
    const file = await store.merge(context, fileName)
    if (!file) return
    const settled = await comparing.settle(context, findingsOf(context), '已由新数据消除')
    const { asOf, complete, businesses } = file
    const after = { name: fileName, asOf, complete, businesses, ...settled }
    await record(context, 'upkeep.compare', { kind: 'upkeep', id: file.id }, { after })
  },
}

/** What is to do, by the business register and the register of premises as they are. */
async function* findingsOf(context: Context): AsyncGenerator<comparing.Finding[]> {
  const { communities } = await territoryOf(context)
  const named = communities.map(({ id, name, station }) => ({ id, name: fold(name), station }))
  const guess = await guesser(named, comparing.lying(context))
  const nowhere = { station: null, community: null, locatedBy: null }
  for await (const some of comparing.candidates(context))
    yield some.flatMap(({ ours, ...candidate }) => {
      if (ours && differencesOf(ours, candidate.says).length === 0) return []
      return [{ ...candidate, ...(candidate.kind === 'new' ? guess(candidate.says.addressKey) : nowhere) }]
    })
}

const repeatedFault = ({ line, value }: store.Clash): Fault => ({
  line,
  column: 'uscc',
  value,
  rule: 'code-repeated',
  zh: '文件中前面已有同一统一社会信用代码（写法不同）。',
  en: 'The file names this code before, written otherwise.',
})
