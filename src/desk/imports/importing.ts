/** What an area hands to the import's pages: its routes, layout, words and places. Everything else they have themselves. */
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import type { RouterUtils } from '@orpc/tanstack-query'
import { createContext, useContext } from 'react'
import type { ApprovedImportContract, ImportContract } from '../../kernel/import-contract.ts'
import type { Column } from '../../kernel/layout.ts'
import type { Choice } from '../codes.ts'
import type { Crumb } from '../components/Crumbs.tsx'
import type { Grounds } from '../errors.ts'
import type { Place } from '../paths.ts'

type Client<Contract extends ImportContract> = JsonifiedClient<ContractRouterClient<Contract>>
type ApprovedApi = RouterUtils<Client<ApprovedImportContract>>

/** A column whose codes stand in a table or a register. */
interface OfTable {
  readonly key: string
  readonly table?: string
  readonly within?: string
}

export interface Importing {
  /** As in the area's Importer: work under way is kept by it. */
  readonly kind: string
  readonly api: RouterUtils<Client<ImportContract>>
  /** Where changes want approval: the same slice of the API, which then has the routes for it. */
  readonly approval?: Pick<ApprovedApi, 'changes' | 'approve'>
  /** The API's path, for downloads: '/api/incidents/imports'. */
  readonly path: string
  readonly columns: readonly Column[]
  /** The page itself, with a run open where the search names one. */
  readonly pageOf: (search?: { readonly run: string }) => Place
  /** The list to which the page belongs, and where what was imported is seen. */
  readonly list: Crumb & { readonly place: Place }
  readonly words: { readonly title: string; readonly toList: string }
  /** The area's refusals, and its fields by name, for errors. */
  readonly grounds: Grounds
  readonly fields: Readonly<Record<string, string>>
  /** A hook: what a column whose codes stand in a table may be translated to. */
  readonly useChoices: () => (column: OfTable) => readonly Choice[]
  /** A hook: a field's value in words. */
  readonly useValueWords: () => (field: string, value: unknown) => string
}

export const ImportingContext = createContext<Importing | undefined>(undefined)

/** The area whose import is shown. */
export function useImporting(): Importing {
  const importing = useContext(ImportingContext)
  if (!importing) throw new Error('useImporting outside the import')
  return importing
}
