/** What an administrator of accounts has before them: locked, not yet changed, closed. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { Asked } from '../components/Asked.tsx'
import { Figure } from '../components/Figure.tsx'
import { numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { paths } from '../paths.ts'
import { instantNow } from '../today.ts'
import { fill, useWords } from '../words.ts'
import { messages } from './messages.ts'

export function AccountsCard() {
  const words = useWords(messages)
  const list = useQuery(api.organisation.accounts.list.queryOptions({ input: { limit: 200 } }))
  return (
    <Panel flush title={words.accounts.title} extra={<Link {...paths.accounts()}>{words.accounts.all}</Link>}>
      <Asked query={list} rows={2}>
        {({ items, next }) => {
          const now = instantNow()
          const count = (test: (account: (typeof items)[number]) => boolean) => numberText(items.filter(test).length)
          const locked = ({ lockedUntil }: { lockedUntil: string | null }) => lockedUntil !== null && lockedUntil > now
          const { unit } = words.accounts
          return (
            <>
              <div className="figures">
                <Figure
                  size="small"
                  label={words.accounts.open}
                  unit={unit}
                  value={count((one) => one.active && !locked(one))}
                />
                <Figure size="small" label={words.accounts.locked} unit={unit} value={count(locked)} />
                <Figure
                  size="small"
                  label={words.accounts.mustChange}
                  unit={unit}
                  value={count((one) => one.active && one.mustChange)}
                />
                <Figure size="small" label={words.accounts.closed} unit={unit} value={count((one) => !one.active)} />
              </div>
              {next && <p className="quiet panel-note">{fill(words.accounts.more, { n: items.length })}</p>}
            </>
          )
        }}
      </Asked>
    </Panel>
  )
}
