/** The latest analyses, and for those who draft the quarter that still wants one. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { AnalysisItem } from '../../areas/analysis/contract.ts'
import { messages as analysis } from '../../areas/analysis/messages.ts'
import { periodLabel, previousPeriod } from '../../kernel/periods.ts'
import { api } from '../api.ts'
import { Asked } from '../components/Asked.tsx'
import { Panel } from '../components/Panel.tsx'
import { TimeText } from '../components/TimeText.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { fill, useLang, useWords } from '../words.ts'
import { messages } from './messages.ts'
import { presentQuarter } from './quarter.ts'

export function AnalysesCard() {
  const words = useWords(messages)
  const list = useQuery(api.analysis.list.queryOptions({ input: { limit: 4 } }))
  return (
    <Panel title={words.analyses.title} extra={<Link {...paths.analysisDrafts()}>{words.analyses.all}</Link>}>
      <Asked query={list} rows={3}>
        {({ items }) => (
          <>
            <Wanted />
            {items.length === 0 ? (
              <p className="quiet">{words.analyses.none}</p>
            ) : (
              <ul className="todo">
                {items.map((item) => (
                  <li key={item.id}>
                    <Item item={item} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Asked>
    </Panel>
  )
}

function Item({ item: { id, period, state, issuedAt, draftedAt, superseded } }: { item: AnalysisItem }) {
  const states = useWords(analysis).states
  const words = useWords(messages)
  const lang = useLang()
  return (
    <Link {...paths.analysisDesk(id)}>
      <span>
        {period.label[lang]}{' '}
        <Tag color={state === 'issued' ? 'green' : 'gold'}>
          {superseded ? words.analyses.superseded : states[state]}
        </Tag>
      </span>
      <span className="quiet">
        <TimeText at={issuedAt ?? draftedAt} precision="day" />
      </span>
    </Link>
  )
}

/** The quarter before the present one, where nobody has begun its analysis. */
function Wanted() {
  const words = useWords(messages)
  const lang = useLang()
  const may = useMay()
  const last = previousPeriod(presentQuarter().quarter)
  const drafts = may('analysis.draft')
  const begun = useQuery({
    ...api.analysis.list.queryOptions({ input: { period: last.key, limit: 1 } }),
    enabled: drafts,
  })
  if (!drafts || begun.data?.items.length !== 0) return null
  return (
    <p className="wanted">
      {fill(words.analyses.wanted, { period: periodLabel(last, lang) })}{' '}
      <Link {...paths.analysis({ period: last.key })}>{words.analyses.begin}</Link>
    </p>
  )
}
