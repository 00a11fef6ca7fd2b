/** Every address of the desk, typed: `<Link {...paths.incident(id)}>`, `navigate(paths.incidents({ from, to }))`. */
import { asSearch, type SearchValue, stringifySearch } from './search-params.ts'

/** Where a link leads. */
export interface Place {
  readonly to: string
  readonly search?: Record<string, string | string[]>
}
type Search = Readonly<Record<string, SearchValue>>

const place = (to: string, search: Search = {}): Place => ({ to, search: asSearch(search) })

export const paths = {
  home: () => place('/'),
  signIn: (back?: string) => place('/sign-in', { back }),
  me: () => place('/me'),
  notices: () => place('/notices'),
  premisesList: (filter: Search = {}) => place('/premises', filter),
  premisesNew: (search: Search = {}) => place('/premises/new', search),
  premises: (id: string) => place(`/premises/${id}`),
  premisesEdit: (id: string) => place(`/premises/${id}/edit`),
  premisesMap: (filter: Search = {}) => place('/premises/map', filter),
  premisesLocate: (search: Search = {}) => place('/premises/locate', search),
  premisesImport: (search: Search = {}) => place('/premises/import', search),
  premisesTransfers: (search: Search = {}) => place('/premises/transfers', search),
  premisesOfficers: (search: Search = {}) => place('/premises/officers', search),
  premisesTwins: (search: Search = {}) => place('/premises/twins', search),
  premisesTwin: (id: string) => place(`/premises/twins/${id}`),
  premisesUpkeepImport: (search: Search = {}) => place('/premises/upkeep/import', search),
  premisesUpkeep: (search: Search = {}) => place('/premises/upkeep', search),
  work: (search: Search = {}) => place('/todo', search),
  hazards: (filter: Search = {}) => place('/hazards', filter),
  hazard: (id: string) => place(`/hazards/${id}`),
  visits: (filter: Search = {}) => place('/inspections', filter),
  visitNew: (search: Search = {}) => place('/inspections/new', search),
  visit: (id: string) => place(`/inspections/${id}`),
  papers: (filter: Search = {}) => place('/papers', filter),
  paperTemplates: (search: Search = {}) => place('/papers/templates', search),
  incidents: (filter: Search = {}) => place('/incidents', filter),
  incidentNew: () => place('/incidents/new'),
  incidentMap: (filter: Search = {}) => place('/incidents/map', filter),
  incidentImport: (search: Search = {}) => place('/incidents/import', search),
  incident: (id: string) => place(`/incidents/${id}`),
  incidentCorrect: (id: string) => place(`/incidents/${id}/correct`),
  draws: (search: Search = {}) => place('/inspections/draws', search),
  drawNew: () => place('/inspections/draws/new'),
  draw: (id: string, search: Search = {}) => place(`/inspections/draws/${id}`, search),
  analysis: (search: Search = {}) => place('/analysis', search),
  analysisDrafts: (search: Search = {}) => place('/analysis/drafts', search),
  analysisDesk: (id: string, search: Search = {}) => place(`/analysis/${id}`, search),
  organisation: (search: Search = {}) => place('/organisation', search),
  body: (id: string) => place(`/organisation/${id}`),
  areas: (search: Search = {}) => place('/organisation/areas', search),
  accounts: (search: Search = {}) => place('/accounts', search),
  ledger: (search: Search = {}) => place('/ledger', search),
  codes: (search: Search = {}) => place('/codes', search),
} as const

/** The address as text: for a copy, a new window, a notice. */
export const hrefOf = ({ to, search }: Place): string => to + stringifySearch(search ?? {})
