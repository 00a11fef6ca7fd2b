/** The columns of the list of accounts, with what each administrator may do in the last. */
import { Button, Dropdown, Tag } from 'antd'
import type { Columns } from '../../../../desk/components/KeysetTable.tsx'
import { TimeText, timeText } from '../../../../desk/components/TimeText.tsx'
import { fill, type Widened } from '../../../../desk/words.ts'
import type { Lang } from '../../../../kernel/words.ts'
import type { Account } from '../../accounts/contract.ts'
import type { messages } from '../../messages.ts'
import { isRole, roles } from '../../roles.ts'

export type OrganisationWords = Widened<typeof messages.zh>
export const accountActs = ['grant', 'unlock', 'reset', 'close', 'reopen'] as const
export type AccountAct = (typeof accountActs)[number]

export interface Acting {
  readonly creates: boolean
  readonly secures: boolean
  readonly onChoose: (chosen: { act: AccountAct; account: Account }) => void
}

export const isLockedNow = ({ lockedUntil }: Pick<Account, 'lockedUntil'>): boolean =>
  lockedUntil !== null && Date.parse(lockedUntil) > Date.now()

export function StateTag({ account, words }: { account: Account; words: OrganisationWords }) {
  const { states } = words.accounts
  if (!account.active) return <Tag>{states.closed}</Tag>
  if (isLockedNow(account))
    return (
      <Tag color="red" title={fill(words.accounts.lockedUntil, { time: timeText(account.lockedUntil ?? '') })}>
        {states.locked}
      </Tag>
    )
  return account.mustChange ? <Tag color="gold">{states.mustChange}</Tag> : <Tag color="green">{states.active}</Tag>
}

/** What can be done to this account now, by this administrator. */
export function openAccountActs(
  account: Account,
  { creates, secures }: Pick<Acting, 'creates' | 'secures'>,
): AccountAct[] {
  return accountActs.filter((act) => {
    if (act === 'close') return creates && account.active
    if (act === 'reopen') return creates && !account.active
    if (act === 'unlock') return secures && isLockedNow(account)
    return secures && account.active
  })
}

export const accountColumns = (words: OrganisationWords, lang: Lang, acting: Acting): Columns<Account> => [
  { title: words.accounts.username, dataIndex: 'username' },
  { title: words.accounts.name, dataIndex: 'name' },
  { title: words.accounts.body, dataIndex: 'body', render: (body: string, { post }) => `${body} ${post}` },
  {
    title: words.accounts.role,
    dataIndex: 'role',
    render: (role: string) =>
      isRole(role) ? roles[role][lang] : <span className="tone-caution">{words.accounts.unassigned}</span>,
  },
  { title: words.accounts.state, key: 'state', render: (_, account) => <StateTag account={account} words={words} /> },
  {
    title: words.accounts.lastSeen,
    dataIndex: 'lastSeenAt',
    render: (at: string | null) =>
      at ? <TimeText at={at} /> : <span className="unknown">{words.accounts.never}</span>,
  },
  { title: words.accounts.sessions, dataIndex: 'sessions', align: 'right', className: 'num' },
  { title: words.accounts.passwordOn, dataIndex: 'passwordOn', className: 'num' },
  ...(acting.creates || acting.secures
    ? [
        {
          title: words.accounts.actions,
          key: 'acts',
          fixed: 'end' as const,
          render: (_: unknown, account: Account) => <ActButtons account={account} acting={acting} words={words} />,
        },
      ]
    : []),
]

function ActButtons({ account, acting, words }: { account: Account; acting: Acting; words: OrganisationWords }) {
  const [first, ...others] = openAccountActs(account, acting)
  if (!first) return null
  return (
    <span className="nowrap">
      <Button type="link" size="small" onClick={() => acting.onChoose({ act: first, account })}>
        {words.accounts[first]}
      </Button>
      {others.length === 1 && others[0] && (
        <OtherButton act={others[0]} account={account} acting={acting} words={words} />
      )}
      {others.length > 1 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((key) => ({ key, label: words.accounts[key] })),
            onClick: ({ key }) => {
              const act = others.find((one) => one === key)
              if (act) acting.onChoose({ act, account })
            },
          }}
        >
          <Button type="link" size="small" aria-label={`${words.accounts.actions} ${account.username}`}>
            …
          </Button>
        </Dropdown>
      )}
    </span>
  )
}

function OtherButton(props: { act: AccountAct; account: Account; acting: Acting; words: OrganisationWords }) {
  const { act, account, acting, words } = props
  return (
    <Button type="link" size="small" onClick={() => acting.onChoose({ act, account })}>
      {words.accounts[act]}
    </Button>
  )
}
