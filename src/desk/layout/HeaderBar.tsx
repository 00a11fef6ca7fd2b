/** The header: the district, a search, notices, language, appearance, the person. */
import { BellOutlined, BulbOutlined, GlobalOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Badge, Button, Dropdown, Input, Tag } from 'antd'
import { roles } from '../../areas/organisation/roles.ts'
import { api } from '../api.ts'
import { messages } from '../messages.ts'
import { useNarrow } from '../narrow.ts'
import { paths } from '../paths.ts'
import { useEndSession, useMay, useMe } from '../session.ts'
import { changeSettings, type ThemeChoice, themeChoices, useSettings } from '../settings.ts'
import { fill, useLang, useWords } from '../words.ts'

export function HeaderBar({ onMenu }: { onMenu?: () => void }) {
  const words = useWords(messages)
  const { district } = useMe()
  const narrow = useNarrow()
  const may = useMay()
  return (
    <header className="head no-print">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={words.openMenu} onClick={onMenu} />}
      <div className="head-district">
        <span className="head-name">{district.name}</span>
        {!narrow && <span className="head-city">{district.city}</span>}
        {district.demonstration && <Tag color="gold">{words.demonstration}</Tag>}
      </div>
      {!narrow && may('incidents.read') && <Find />}
      <div className="head-tools">
        <Bell />
        <LanguageSwitch />
        <ThemeSwitch />
        <PersonMenu />
      </div>
    </header>
  )
}

function Find() {
  const words = useWords(messages)
  const navigate = useNavigate()
  return (
    <search className="head-find">
      <Input.Search
        allowClear
        aria-label={words.find.label}
        placeholder={words.find.placeholder}
        onSearch={(text) => text.trim() && void navigate(paths.incidents({ q: text.trim() }))}
      />
    </search>
  )
}

/** Asked again every minute while the page is looked at. */
function Bell() {
  const words = useWords(messages)
  const { data } = useQuery(
    api.organisation.accounts.notices.queryOptions({ input: { limit: 1 }, refetchInterval: 60_000, retry: false }),
  )
  const unread = data?.unread ?? 0
  return (
    <Link
      {...paths.notices()}
      className="head-icon"
      aria-label={unread > 0 ? fill(words.notices.unread, { n: unread }) : words.notices.title}
    >
      <Badge count={unread} size="small" overflowCount={99}>
        <BellOutlined />
      </Badge>
    </Link>
  )
}

function LanguageSwitch() {
  const words = useWords(messages)
  const lang = useLang()
  const { mutate } = useMutation(api.organisation.accounts.setLanguage.mutationOptions())
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={words.language.name}
      onClick={() => {
        changeSettings({ lang: other })
        mutate({ language: other })
      }}
    >
      {words.language.other}
    </Button>
  )
}

function ThemeSwitch() {
  const words = useWords(messages)
  const { theme } = useSettings()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [theme],
        items: themeChoices.map((key) => ({ key, label: words.theme[key] })),
        onClick: ({ key }) => changeSettings({ theme: key as ThemeChoice }),
      }}
    >
      <Button type="text" icon={<BulbOutlined />} aria-label={words.theme.name} title={words.theme.name} />
    </Dropdown>
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
  const items = [
    { key: 'who', type: 'group' as const, label: `${me.body.name} · ${me.post}` },
    { key: 'me', label: words.person.me },
    { type: 'divider' as const },
    { key: 'out', label: words.person.signOut },
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => (key === 'me' ? void navigate(paths.me()) : signOut.mutate(undefined)) }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        {...(narrow ? { 'aria-label': fill(words.person.menuOf, { name: me.name }) } : {})}
      >
        {!narrow && (
          <>
            <span>{me.name}</span> <span className="head-role">{roles[me.role][lang]}</span>
          </>
        )}
      </Button>
    </Dropdown>
  )
}
