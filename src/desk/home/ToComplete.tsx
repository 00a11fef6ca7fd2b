/** Fire records of this quarter with something missing, for those who may correct them. */
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { periodLabel } from '../../kernel/periods.ts'
import { api } from '../api.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { Loading } from '../components/Loading.tsx'
import { Panel } from '../components/Panel.tsx'
import { paths } from '../paths.ts'
import { fill, useLang, useWords } from '../words.ts'
import { messages } from './messages.ts'
import { presentQuarter } from './quarter.ts'

const gaps = [
  ['cause', { cause: 'none' }],
  ['place', { place: 'none' }],
  ['loss', { missing: 'directLossFen' }],
  ['deaths', { missing: 'deaths' }],
] as const

export function ToComplete() {
  const words = useWords(messages)
  const lang = useLang()
  const { quarter, soFar } = presentQuarter()
  const filters = gaps.map(([key, gap]) => ({
    key,
    filter: { from: soFar.from, to: soFar.to, counted: 'fires', ...gap } as const,
  }))
  const asked = useQueries({
    queries: filters.map(({ filter }) => api.incidents.totals.queryOptions({ input: filter })),
  })
  const failed = asked.find(({ error }) => error)
  const open = filters.flatMap(({ key, filter }, at) => {
    const count = asked[at]?.data?.count
    return count ? [{ key, filter, count }] : []
  })
  return (
    <Panel title={words.complete.title}>
      <p className="quiet">{fill(words.complete.more, { period: periodLabel(quarter, lang) })}</p>
      {failed?.error ? (
        <ErrorBlock error={failed.error} onRetry={() => failed.refetch()} />
      ) : asked.some(({ data }) => !data) ? (
        <Loading rows={3} title={false} />
      ) : open.length === 0 ? (
        <p>{words.complete.all}</p>
      ) : (
        <ul className="todo">
          {open.map(({ key, filter, count }) => (
            <li key={key}>
              <Link {...paths.incidents(filter)}>
                <span>{words.complete[key]}</span>
                <span className="num todo-count">{count}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
