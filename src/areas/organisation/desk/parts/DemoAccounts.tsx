/** The people of the demonstration district, to enter as one of them. */
import { useLang, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { isRole, roles } from '../../roles.ts'

interface DemoAccountsProps {
  readonly accounts: readonly { readonly username: string; readonly role: string; readonly name: string }[]
  readonly password: string
  readonly busy: boolean
  readonly onEnter: (answer: { username: string; password: string }) => void
}

export function DemoAccounts({ accounts, password, busy, onEnter }: DemoAccountsProps) {
  const words = useWords(messages)
  const lang = useLang()
  const nameOf = (role: string) => (isRole(role) ? roles[role][lang] : role)
  const [before, after] = words.signIn.demonstrationMore.split('{password}')
  return (
    <section className="signin-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.signIn.demonstration}</h2>
      <p>
        {before}
        <code>{password}</code>
        {after}
      </p>
      <ul>
        {accounts.map(({ username, role, name }) => (
          <li key={username}>
            <button type="button" disabled={busy} onClick={() => onEnter({ username, password })}>
              <span className="demo-role">{nameOf(role)}</span>{' '}
              <span className="demo-name">
                {name} <code>{username}</code>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
