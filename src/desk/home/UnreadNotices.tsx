/** What this person has been told and has not read. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { NoticeLine } from '../components/NoticeLine.tsx'
import { Panel } from '../components/Panel.tsx'
import { messages as shell } from '../messages.ts'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'
import { messages } from './messages.ts'

/** Nothing at all where there is nothing unread. */
export function UnreadNotices() {
  const words = useWords(messages)
  const { notices } = useWords(shell)
  const { data } = useQuery(api.organisation.accounts.notices.queryOptions({ input: { limit: 5 } }))
  const unread = data?.items.filter(({ readAt }) => readAt === null) ?? []
  if (unread.length === 0) return null
  return (
    <Panel title={words.notices.title} extra={<Link {...paths.notices()}>{notices.all}</Link>}>
      <ul className="notices">
        {unread.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
