/** The header: the district, a search, notices, language, appearance, the person. */
import { BellOutlined, BulbOutlined, GlobalOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { roles } from '../../areas/organisation/roles.ts'
import { api } from '../api.ts'
import { MenuButton } from '../components/MenuButton.tsx'
import { messages } from '../messages.ts'
import { useNarrow } from '../narrow.ts'
import { paths } from '../paths.ts'
import { useEndSession, useMay, useMe } from '../session.ts'
import { changeSettings, themeChoices, useSettings } from '../settings.ts'
import { fill, useLang, useWords } from '../words.ts'
import { HeaderFind } from './HeaderFind.tsx'

export function HeaderBar({ onMenu }: { onMenu?: () => void }) {
  const words = useWords(messages)
  const { district } = useMe()
  const narrow = useNarrow()
  const may = useMay()
  return (
    <header className="head no-print">
      {onMenu && (
        <button type="button" className="head-button" aria-label={words.openMenu} onClick={onMenu}>
          <MenuOutlined />
        </button>
      )}
      <div className="head-district">
        <span className="head-name">{district.name}</span>
        {!narrow && <span className="head-city">{district.city}</span>}
        {district.demonstration && <span className="head-demo">{words.demonstration}</span>}
      </div>
      {!narrow && (may('premises.read') || may('incidents.read')) && <HeaderFind />}
      <div className="head-tools">
        <Bell />
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu />
      </div>
    </header>
  )
}

/** Asked again every minute while the page is looked at. */
function Bell() {
  const words = useWords(messages)
  const { data } = useQuery(
    api.organisation.accounts.notices.queryOptions({ input: { limit: 1 }, refetchInterval: 60_000, retry: false }),
  )
  const unread = data?.unread ?? 0
  const name = unread > 0 ? fill(words.notices.unread, { n: unread }) : words.notices.title
  return (
    <Link {...paths.notices()} className="head-button" aria-label={name} title={name}>
      <BellOutlined />
      {unread > 0 && <span className="head-count num">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}

function LanguageSwitch() {
  const words = useWords(messages)
  const lang = useLang()
  const narrow = useNarrow()
  const { mutate } = useMutation(api.organisation.accounts.setLanguage.mutationOptions())
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="head-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        changeSettings({ lang: other })
        mutate({ language: other })
      }}
    >
      {!narrow && <GlobalOutlined />} {words.language.other}
    </button>
  )
}

function ThemeSwitch() {
  const words = useWords(messages)
  const { theme } = useSettings()
  return (
    <MenuButton
      label={<BulbOutlined />}
      name={words.theme.name}
      choices={themeChoices.map((key) => ({ key, label: words.theme[key], chosen: key === theme }))}
      onChoose={(key) => changeSettings({ theme: key })}
    />
  )
}

function PersonMenu() {
  const words = useWords(messages)
  const lang = useLang()
  const me = useMe()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const endSession = useEndSession()
  const signOut = useMutation(api.organisation.accounts.signOut.mutationOptions({ onSettled: endSession }))
  return (
    <MenuButton
      label={
        <>
          <UserOutlined />
          {!narrow && (
            <>
              {' '}
              <span>{me.name}</span> <span className="head-role">{roles[me.role][lang]}</span>
            </>
          )}
        </>
      }
      {...(narrow ? { name: fill(words.person.menuOf, { name: me.name }) } : {})}
      note={`${narrow ? `${me.name} · ` : ''}${me.body.name} · ${me.post}`}
      choices={[
        { key: 'me', label: words.person.me },
        { key: 'out', label: words.person.signOut },
      ]}
      onChoose={(key) => (key === 'me' ? void navigate(paths.me()) : signOut.mutate(undefined))}
    />
  )
}
