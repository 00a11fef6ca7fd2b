/** My account: who I am here, what I may do, my password, my devices, language and appearance. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Tag } from 'antd'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { useEndSession, useMe } from '../../../desk/session.ts'
import { changeSettings, themeChoices, useSettings } from '../../../desk/settings.ts'
import { today } from '../../../desk/today.ts'
import { fill, useLang, useMarks, useWords } from '../../../desk/words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'
import { languages } from '../../../kernel/words.ts'
import { messages } from '../messages.ts'
import { permissions, roles } from '../roles.ts'
import { agentName } from './parts/agent-name.ts'
import { PasswordForm } from './parts/PasswordForm.tsx'
import './parts/account.css'

export function MyAccount() {
  const words = useWords(messages)
  return (
    <Page title={words.me.title}>
      <div className="columns">
        <div className="span-6">
          <AboutMe />
          <Display />
          <Sessions />
        </div>
        <div className="span-6">
          <Panel title={words.password.change}>
            <PasswordForm />
          </Panel>
          <MyPermissions />
        </div>
      </div>
    </Page>
  )
}

function AboutMe() {
  const words = useWords(messages)
  const lang = useLang()
  const me = useMe()
  const { aside } = useMarks()
  const days = daysBetween(me.passwordOn, today())
  return (
    <Panel title={words.me.person}>
      <dl className="facts">
        <dt>{words.accounts.name}</dt>
        <dd>{me.name}</dd>
        <dt>{words.me.username}</dt>
        <dd>{me.username}</dd>
        <dt>{words.me.body}</dt>
        <dd>{me.body.name}</dd>
        <dt>{words.me.post}</dt>
        <dd>{me.post}</dd>
        <dt>{words.me.role}</dt>
        <dd>{roles[me.role][lang]}</dd>
        <dt>{words.me.passwordOn}</dt>
        <dd className="num">
          {me.passwordOn}
          {aside(days > 0 ? fill(words.me.passwordDays, { n: days }) : words.me.passwordToday)}
        </dd>
      </dl>
    </Panel>
  )
}

function MyPermissions() {
  const words = useWords(messages)
  const lang = useLang()
  const me = useMe()
  const { named } = useMarks()
  const known = Object.entries(permissions).filter(([key]) => me.permissions.includes(key))
  return (
    <Panel
      title={words.me.permissions}
      extra={
        <span className="quiet">{named(words.accounts.reachName, words.accounts.reach[roles[me.role].reach])}</span>
      }
    >
      {known.length === 0 ? words.me.noPermissions : known.map(([key, name]) => <Tag key={key}>{name[lang]}</Tag>)}
    </Panel>
  )
}

function Display() {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const { lang, theme } = useSettings()
  const { mutate } = useMutation(api.organisation.accounts.setLanguage.mutationOptions())
  return (
    <Panel title={words.me.display}>
      <div className="setting">
        <span>{shell.language.name}</span>
        <Segmented
          aria-label={shell.language.name}
          value={lang}
          options={languages.map((value) => ({ value, label: shell.language[value] }))}
          onChange={(language) => {
            changeSettings({ lang: language })
            mutate({ language })
          }}
        />
      </div>
      <div className="setting">
        <span>{shell.theme.name}</span>
        <Segmented
          aria-label={shell.theme.name}
          value={theme}
          options={themeChoices.map((value) => ({ value, label: shell.theme[value] }))}
          onChange={(value) => changeSettings({ theme: value })}
        />
      </div>
    </Panel>
  )
}

function Sessions() {
  const words = useWords(messages)
  const { modal } = App.useApp()
  const endSession = useEndSession()
  const sessions = useQuery(api.organisation.accounts.sessions.queryOptions())
  const endAll = useMutation(api.organisation.accounts.signOutEverywhere.mutationOptions({ onSuccess: endSession }))
  const ask = () =>
    modal.confirm({
      title: words.me.endAllAsk,
      content: words.me.endAllMore,
      okText: words.me.endAll,
      okButtonProps: { danger: true },
      onOk: () => endAll.mutateAsync(undefined),
    })
  return (
    <Panel
      title={words.me.sessions}
      extra={
        <Button size="small" danger onClick={ask}>
          {words.me.endAll}
        </Button>
      }
    >
      <Asked query={sessions} rows={2}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map(({ id, agent, seenAt, beganAt, current }) => (
              <li key={id}>
                <span>
                  {agentName(agent) ?? words.me.unknownAgent} {current && <Tag color="blue">{words.me.current}</Tag>}
                </span>
                <span className="quiet">
                  {words.me.began} <TimeText at={beganAt} /> · {words.me.seen} <TimeText at={seenAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <p className="quiet">{words.me.sessionsMore}</p>
    </Panel>
  )
}
