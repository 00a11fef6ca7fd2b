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
}

const screens = import.meta.glob<Record<string, FunctionComponent>>(['./pages/*.tsx', '../areas/*/desk/*.tsx'])

/** 'incidents/IncidentList' is the component IncidentList of src/areas/incidents/desk/IncidentList.tsx; 'desk/…' the shell's own. */
const screen = (area: string, name: string) => async (): Promise<FunctionComponent> => {
  const file = area === 'desk' ? `./pages/${name}.tsx` : `../areas/${area}/desk/${name}.tsx`
  const component = (await screens[file]?.())?.[name]
  if (!component) throw new Error(`no screen ${name} in ${file}`)
  return component
}

/** In the order of the menu. */
export const pages: readonly Page[] = [
  { path: '/', load: screen('desk', 'Home'), menu: { key: 'home' } },
  {
    path: '/analysis',
    may: 'analysis.read',
    load: screen('analysis', 'AnalysisHome'),
    menu: { key: 'analysis', group: 'work' },
  },
  {
    path: '/analysis/drafts',
    may: 'analysis.read',
    load: screen('analysis', 'AnalysisList'),
    menu: { key: 'analysisDrafts', group: 'work' },
  },
  { path: '/analysis/$id', may: 'analysis.read', load: screen('analysis', 'AnalysisDesk') },
  {
    path: '/incidents',
    may: 'incidents.read',
    load: screen('incidents', 'IncidentList'),
    menu: { key: 'incidents', group: 'work' },
  },
  {
    path: '/incidents/map',
    may: 'incidents.read',
    load: screen('incidents', 'IncidentMap'),
    menu: { key: 'incidentMap', group: 'work' },
  },
  {
    path: '/incidents/import',
    may: 'incidents.import',
    load: screen('incidents', 'ImportWizard'),
    menu: { key: 'incidentImport', group: 'work' },
  },
  { path: '/incidents/new', may: 'incidents.enter', load: screen('incidents', 'IncidentForm') },
  { path: '/incidents/$id', may: 'incidents.read', load: screen('incidents', 'IncidentPage') },
  { path: '/incidents/$id/correct', may: 'incidents.correct', load: screen('incidents', 'IncidentForm') },
  {
    path: '/organisation',
    may: 'organisation.read',
    load: screen('organisation', 'BodyList'),
    menu: { key: 'organisation', group: 'district' },
  },
  {
    path: '/organisation/areas',
    may: 'organisation.read',
    load: screen('organisation', 'AreaTree'),
    menu: { key: 'areas', group: 'district' },
  },
  { path: '/organisation/$id', may: 'organisation.read', load: screen('organisation', 'BodyPage') },
  {
    path: '/codes',
    may: 'codes.read',
    load: screen('organisation', 'CodeTables'),
    menu: { key: 'codes', group: 'system' },
  },
  {
    path: '/accounts',
    may: 'accounts.read',
    load: screen('organisation', 'AccountList'),
    menu: { key: 'accounts', group: 'system' },
  },
  {
    path: '/ledger',
    may: 'ledger.read',
    load: screen('organisation', 'LedgerPage'),
    menu: { key: 'ledger', group: 'system' },
  },
  { path: '/notices', load: screen('desk', 'Notices') },
  { path: '/me', load: screen('organisation', 'MyAccount') },
]
