/** The register of premises in a few numbers, each a link to its records. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Counts } from '../../areas/premises/finding/contract.ts'
import { addDays } from '../../kernel/calendar.ts'
import { api } from '../api.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { Figure } from '../components/Figure.tsx'
import { numberText } from '../components/numbers.ts'
import { Panel } from '../components/Panel.tsx'
import { paths } from '../paths.ts'
import { today } from '../today.ts'
import { fill, useWords } from '../words.ts'
import { messages } from './messages.ts'

const days = 30
const live = ['open', 'paused'] as const

export function PremisesCard() {
  const words = useWords(messages)
  const { premises: w } = words
  const expiring = { expiresBy: addDays(today(), days), state: [...live] }
  const all = useQuery(
    api.premises.counts.queryOptions({ input: { state: [...live], by: ['located', 'proposed', 'list'] } }),
  )
  const soon = useQuery(api.premises.counts.queryOptions({ input: expiring }))
  const past = useQuery(api.premises.counts.queryOptions({ input: { ...expiring, expiresBy: addDays(today(), -1) } }))
  const never = useQuery(api.premises.counts.queryOptions({ input: { state: [...live], neverInspected: 'true' } }))
  const failed = [all, soon, past, never].find(({ error }) => error)
  const countOf = (by: 'located' | 'proposed' | 'list', value: string) =>
    all.data &&
    numberText(all.data.facets.find((facet) => facet.by === by)?.values.find((one) => one.value === value)?.n ?? 0)
  const figures = [
    {
      key: 'total',
      value: all.data && numberText(all.data.total),
      filter: { state: [...live] },
      note: all.data && fill(w.lists, { small: countOf('list', 'SMALL'), key: countOf('list', 'KEY') }),
    },
    { key: 'never', value: never.data && counted(never.data), filter: { state: [...live], neverInspected: true } },
    { key: 'unlocated', value: countOf('located', 'false'), filter: { state: [...live], located: 'none' } },
    { key: 'proposed', value: countOf('proposed', 'true'), filter: { state: [...live], proposed: true } },
    {
      key: 'expiring',
      value: soon.data && counted(soon.data),
      filter: expiring,
      note: past.data && fill(w.expired, { n: counted(past.data) }),
    },
  ] as const
  return (
    <Panel flush title={w.title} extra={<Link {...paths.premisesList()}>{w.open}</Link>}>
      {failed ? (
        <ErrorBlock error={failed.error} onRetry={() => failed.refetch()} />
      ) : (
        <div className="figures">
          {figures.map(({ key, value, filter, ...more }) => (
            <Figure
              key={key}
              size="small"
              label={w[key]}
              unit={w.unit}
              value={value}
              place={paths.premisesList(filter)}
              {...more}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}

/** Where counting ended early there are so many at least. */
const counted = ({ total, atLeast }: Pick<Counts, 'total' | 'atLeast'>) => `${numberText(total)}${atLeast ? '+' : ''}`
