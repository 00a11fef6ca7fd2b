/** The pages of the desk: the one table from which the router and the menu are made. */
import type { FunctionComponent } from 'react'
import type { Permission } from '../areas/organisation/roles.ts'
import type { messages } from './messages.ts'

export type MenuKey = keyof typeof messages.zh.menu
export type MenuGroup = keyof typeof messages.zh.groups

export interface Page {
  readonly path: string
  /** Without one the page is open to whoever is signed in. */
  readonly may?: Permission
  readonly load: () => Promise<FunctionComponent>
  readonly menu?: { readonly key: MenuKey; readonly group?: MenuGroup }
  /** Its figures come from records: no entry for those who have none in reach. */
  readonly ofRecords?: true
  /** The path of the entry that is marked while it is open, where its own path does not begin with it. */
  readonly under?: string
}

/** `screen(() => import('…/IncidentList.tsx'), 'IncidentList')`: the module comes when the page is opened. */
const screen =
  <K extends string>(load: () => Promise<Record<K, FunctionComponent>>, name: K) =>
  async (): Promise<FunctionComponent> =>
    (await load())[name]

/** In the order of the menu. */
export const pages: readonly Page[] = [
  { path: '/', load: screen(() => import('./pages/Home.tsx'), 'Home'), menu: { key: 'home' } },
  {
    path: '/todo',
    may: 'inspections.read',
    load: screen(() => import('../areas/work/desk/WorkDesk.tsx'), 'WorkDesk'),
    menu: { key: 'work' },
    ofRecords: true,
  },
  {
    path: '/analysis',
    may: 'analysis.read',
    load: screen(() => import('../areas/analysis/desk/AnalysisHome.tsx'), 'AnalysisHome'),
    menu: { key: 'analysis', group: 'work' },
    ofRecords: true,
  },
  {
    path: '/analysis/drafts',
    may: 'analysis.read',
    load: screen(() => import('../areas/analysis/desk/AnalysisList.tsx'), 'AnalysisList'),
    menu: { key: 'analysisDrafts', group: 'work' },
  },
  {
    path: '/analysis/$id',
    may: 'analysis.read',
    load: screen(() => import('../areas/analysis/desk/AnalysisDesk.tsx'), 'AnalysisDesk'),
    under: '/analysis/drafts',
  },
  {
    path: '/incidents',
    may: 'incidents.read',
    load: screen(() => import('../areas/incidents/desk/IncidentList.tsx'), 'IncidentList'),
    menu: { key: 'incidents', group: 'work' },
  },
  {
    path: '/incidents/map',
    may: 'incidents.read',
    load: screen(() => import('../areas/incidents/desk/IncidentMap.tsx'), 'IncidentMap'),
    menu: { key: 'incidentMap', group: 'work' },
  },
  {
    path: '/incidents/import',
    may: 'incidents.import',
    load: screen(() => import('../areas/incidents/desk/ImportWizard.tsx'), 'ImportWizard'),
    menu: { key: 'incidentImport', group: 'work' },
  },
  {
    path: '/incidents/new',
    may: 'incidents.enter',
    load: screen(() => import('../areas/incidents/desk/IncidentForm.tsx'), 'IncidentForm'),
  },
  {
    path: '/incidents/$id',
    may: 'incidents.read',
    load: screen(() => import('../areas/incidents/desk/IncidentPage.tsx'), 'IncidentPage'),
  },
  {
    path: '/incidents/$id/correct',
    may: 'incidents.correct',
    load: screen(() => import('../areas/incidents/desk/IncidentForm.tsx'), 'IncidentForm'),
  },
  {
    path: '/inspections/draws',
    may: 'inspections.read',
    load: screen(() => import('../areas/inspections/desk/DrawList.tsx'), 'DrawList'),
    menu: { key: 'draws', group: 'inspecting' },
  },
  {
    path: '/inspections/draws/new',
    may: 'inspections.draw',
    load: screen(() => import('../areas/inspections/desk/DrawNew.tsx'), 'DrawNew'),
  },
  {
    path: '/inspections/draws/$id',
    may: 'inspections.read',
    load: screen(() => import('../areas/inspections/desk/DrawPage.tsx'), 'DrawPage'),
  },
  {
    path: '/inspections',
    may: 'inspections.read',
    load: screen(() => import('../areas/inspections/desk/VisitList.tsx'), 'VisitList'),
    menu: { key: 'visits', group: 'inspecting' },
  },
  {
    path: '/inspections/new',
    may: 'inspections.visit',
    load: screen(() => import('../areas/inspections/desk/VisitForm.tsx'), 'VisitForm'),
  },
  {
    path: '/hazards',
    may: 'hazards.read',
    load: screen(() => import('../areas/hazards/desk/HazardList.tsx'), 'HazardList'),
    menu: { key: 'hazards', group: 'inspecting' },
  },
  {
    path: '/hazards/$id',
    may: 'hazards.read',
    load: screen(() => import('../areas/hazards/desk/HazardPage.tsx'), 'HazardPage'),
  },
  {
    path: '/inspections/$id',
    may: 'inspections.read',
    load: screen(() => import('../areas/inspections/desk/VisitPage.tsx'), 'VisitPage'),
  },
  {
    path: '/papers',
    may: 'papers.read',
    load: screen(() => import('../areas/papers/desk/PaperList.tsx'), 'PaperList'),
    menu: { key: 'papers', group: 'inspecting' },
  },
  {
    path: '/papers/templates',
    may: 'papers.read',
    load: screen(() => import('../areas/papers/desk/TemplateDesk.tsx'), 'TemplateDesk'),
  },
  {
    path: '/premises',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/PremisesList.tsx'), 'PremisesList'),
    menu: { key: 'premises', group: 'premises' },
  },
  {
    path: '/premises/map',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/PremisesMap.tsx'), 'PremisesMap'),
    menu: { key: 'premisesMap', group: 'premises' },
  },
  {
    path: '/premises/locate',
    may: 'premises.write',
    load: screen(() => import('../areas/premises/desk/LocateDesk.tsx'), 'LocateDesk'),
    menu: { key: 'premisesLocate', group: 'premises' },
  },
  {
    path: '/premises/transfers',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/TransferDesk.tsx'), 'TransferDesk'),
    menu: { key: 'premisesTransfers', group: 'premises' },
  },
  {
    path: '/premises/officers',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/OfficerLoads.tsx'), 'OfficerLoads'),
    menu: { key: 'premisesOfficers', group: 'premises' },
  },
  {
    path: '/premises/twins',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/TwinList.tsx'), 'TwinList'),
    menu: { key: 'premisesTwins', group: 'premises' },
  },
  {
    path: '/premises/twins/$id',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/TwinPage.tsx'), 'TwinPage'),
  },
  {
    path: '/premises/upkeep',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/UpkeepDesk.tsx'), 'UpkeepDesk'),
    menu: { key: 'premisesUpkeep', group: 'premises' },
  },
  {
    path: '/premises/upkeep/import',
    may: 'premises.renew',
    load: screen(() => import('../areas/premises/desk/UpkeepImport.tsx'), 'UpkeepImport'),
  },
  {
    path: '/premises/new',
    may: 'premises.write',
    load: screen(() => import('../areas/premises/desk/PremisesForm.tsx'), 'PremisesForm'),
  },
  {
    path: '/premises/import',
    may: 'premises.import',
    load: screen(() => import('../areas/premises/desk/ImportWizard.tsx'), 'ImportWizard'),
  },
  {
    path: '/premises/$id',
    may: 'premises.read',
    load: screen(() => import('../areas/premises/desk/PremisesPage.tsx'), 'PremisesPage'),
  },
  {
    path: '/premises/$id/edit',
    may: 'premises.write',
    load: screen(() => import('../areas/premises/desk/PremisesForm.tsx'), 'PremisesForm'),
  },
  {
    path: '/organisation',
    may: 'organisation.read',
    load: screen(() => import('../areas/organisation/desk/BodyList.tsx'), 'BodyList'),
    menu: { key: 'organisation', group: 'district' },
  },
  {
    path: '/organisation/areas',
    may: 'organisation.read',
    load: screen(() => import('../areas/organisation/desk/AreaTree.tsx'), 'AreaTree'),
    menu: { key: 'areas', group: 'district' },
  },
  {
    path: '/organisation/$id',
    may: 'organisation.read',
    load: screen(() => import('../areas/organisation/desk/BodyPage.tsx'), 'BodyPage'),
  },
  {
    path: '/codes',
    may: 'codes.read',
    load: screen(() => import('../areas/organisation/desk/CodeTables.tsx'), 'CodeTables'),
    menu: { key: 'codes', group: 'system' },
  },
  {
    path: '/calendar',
    may: 'codes.read',
    load: screen(() => import('../areas/organisation/desk/WorkCalendar.tsx'), 'WorkCalendar'),
    menu: { key: 'calendar', group: 'system' },
  },
  {
    path: '/accounts',
    may: 'accounts.read',
    load: screen(() => import('../areas/organisation/desk/AccountList.tsx'), 'AccountList'),
    menu: { key: 'accounts', group: 'system' },
  },
  {
    path: '/ledger',
    may: 'ledger.read',
    load: screen(() => import('../areas/organisation/desk/LedgerPage.tsx'), 'LedgerPage'),
    menu: { key: 'ledger', group: 'system' },
  },
  { path: '/notices', load: screen(() => import('./pages/Notices.tsx'), 'Notices') },
  { path: '/me', load: screen(() => import('../areas/organisation/desk/MyAccount.tsx'), 'MyAccount') },
]
