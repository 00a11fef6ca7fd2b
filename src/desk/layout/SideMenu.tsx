/** The main menu: links to the pages that this person may open, in their groups. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { roles } from '../../areas/organisation/roles.ts'
import { messages } from '../messages.ts'
import { type MenuGroup, type MenuKey, type Page, pages } from '../routes.tsx'
import { useMay, useMe } from '../session.ts'
import { useWords } from '../words.ts'
import { menuIcons } from './menu-icons.tsx'

interface Entry {
  readonly path: string
  readonly key: MenuKey
  readonly group?: MenuGroup | undefined
}

const entryOf = ({ path, menu }: Page): Entry[] => (menu ? [{ path, key: menu.key, group: menu.group }] : [])

const isAt = ({ path }: Page, pathname: string): boolean =>
  new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`).test(pathname)

/** The entry whose page holds the address: the one that the page names, else the longest path that it begins with. */
function presentEntry(entries: readonly Entry[], address: string): Entry | undefined {
  const pathname = pages.find((page) => isAt(page, address))?.under ?? address
  const holding = entries.filter(({ path }) => path === pathname || (path !== '/' && pathname.startsWith(`${path}/`)))
  return holding.sort((a, b) => b.path.length - a.path.length)[0]
}

interface SideMenuProps {
  readonly folded: boolean
  readonly onFold?: () => void
  /** When a link was followed. */
  readonly onGo?: () => void
}

export function SideMenu({ folded, onFold, onGo }: SideMenuProps) {
  const words = useWords(messages)
  const may = useMay()
  const { pathname } = useLocation()
  const { role } = useMe()
  const entries = pages
    .filter((page) => page.may === undefined || may(page.may))
    .filter((page) => !page.ofRecords || roles[role].reach !== 'none')
    .flatMap(entryOf)
  const present = presentEntry(entries, pathname)
  const groups = [...new Set(entries.map(({ group }) => group))]
  return (
    <>
      {onFold && (
        <Link to="/" className="brand" aria-label={words.appLong}>
          <BrandMark />
          {!folded && <span>{words.app}</span>}
        </Link>
      )}
      <nav className="menu" aria-label={words.menuOf}>
        {groups.map((group) => (
          <div key={group ?? ''} className="menu-group">
            {group && <div className="menu-group-name">{folded ? '' : words.groups[group]}</div>}
            <ul>
              {entries
                .filter((entry) => entry.group === group)
                .map(({ path, key }) => (
                  <li key={path}>
                    <Tooltip title={folded ? words.menu[key] : ''} placement="right">
                      <Link
                        to={path}
                        onClick={onGo}
                        className={present?.path === path ? 'present' : ''}
                        {...(present?.path === path ? { 'aria-current': 'page' as const } : {})}
                        {...(folded ? { 'aria-label': words.menu[key] } : {})}
                      >
                        {menuIcons[key]}
                        {!folded && <span>{words.menu[key]}</span>}
                      </Link>
                    </Tooltip>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      {onFold && (
        <button
          type="button"
          className="menu-fold"
          onClick={onFold}
          aria-label={folded ? words.unfoldMenu : words.foldMenu}
        >
          {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        </button>
      )}
    </>
  )
}

/** A watchtower's flame. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#22364d" />
      <path d="M16 5c-4 5-7 7.4-7 12.4A7 7 0 0 0 16 25a7 7 0 0 0 7-7.6C23 12.4 20 10 16 5Z" fill="#fff" />
      <path d="M16 14c-1.9 2.3-3.3 3.5-3.3 5.7a3.3 3.3 0 0 0 6.6 0c0-2.2-1.4-3.4-3.3-5.7Z" fill="#d4431f" />
    </svg>
  )
}
