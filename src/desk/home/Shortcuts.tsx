/** What this person often does: from the permissions, nothing else. */
import {
  ApartmentOutlined,
  AuditOutlined,
  ClusterOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FormOutlined,
  GlobalOutlined,
  ImportOutlined,
  LockOutlined,
  ProfileOutlined,
  ShopOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Permission } from '../../areas/organisation/roles.ts'
import { Panel } from '../components/Panel.tsx'
import { type Place, paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { useWords } from '../words.ts'
import { messages } from './messages.ts'

type Does = keyof typeof messages.zh.does
interface Shortcut {
  readonly key: Does
  readonly more: Does
  readonly may?: Permission
  readonly place: Place
  readonly icon: ReactNode
}

const shortcuts: readonly Shortcut[] = [
  { key: 'enter', more: 'enterMore', may: 'incidents.enter', place: paths.incidentNew(), icon: <FormOutlined /> },
  {
    key: 'premisesEnter',
    more: 'premisesEnterMore',
    may: 'premises.write',
    place: paths.premisesNew(),
    icon: <ShopOutlined />,
  },
  {
    key: 'premisesMap',
    more: 'premisesMapMore',
    may: 'premises.read',
    place: paths.premisesMap(),
    icon: <GlobalOutlined />,
  },
  {
    key: 'import',
    more: 'importMore',
    may: 'incidents.import',
    place: paths.incidentImport(),
    icon: <ImportOutlined />,
  },
  { key: 'read', more: 'readMore', may: 'analysis.read', place: paths.analysisDrafts(), icon: <FileTextOutlined /> },
  { key: 'map', more: 'mapMore', may: 'incidents.read', place: paths.incidentMap(), icon: <EnvironmentOutlined /> },
  {
    key: 'bodies',
    more: 'bodiesMore',
    may: 'organisation.write',
    place: paths.organisation(),
    icon: <ApartmentOutlined />,
  },
  { key: 'areas', more: 'areasMore', may: 'organisation.write', place: paths.areas(), icon: <ClusterOutlined /> },
  { key: 'accounts', more: 'accountsMore', may: 'accounts.create', place: paths.accounts(), icon: <TeamOutlined /> },
  { key: 'roles', more: 'rolesMore', may: 'accounts.secure', place: paths.accounts(), icon: <TeamOutlined /> },
  { key: 'ledger', more: 'ledgerMore', may: 'ledger.read', place: paths.ledger(), icon: <AuditOutlined /> },
  { key: 'codes', more: 'codesMore', may: 'codes.write', place: paths.codes(), icon: <ProfileOutlined /> },
  { key: 'password', more: 'passwordMore', place: paths.me(), icon: <LockOutlined /> },
]

export function Shortcuts() {
  const words = useWords(messages)
  const may = useMay()
  return (
    <Panel title={words.does.title}>
      <ul className="shortcuts">
        {shortcuts
          .filter((shortcut) => shortcut.may === undefined || may(shortcut.may))
          .map(({ key, more, place, icon }) => (
            <li key={key}>
              <Link {...place}>
                <span className="shortcut-icon" aria-hidden="true">
                  {icon}
                </span>
                <span>
                  <strong>{words.does[key]}</strong>
                  <span className="quiet">{words.does[more]}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
