/** The quarter in one screen, for whoever has ten minutes: figures, verdict, causes, places, hours, stations, map. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay, useMe } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import { periodLabel } from '../../../kernel/periods.ts'
import { roles } from '../../organisation/roles.ts'
import type { AnalysisItem } from '../contract.ts'
import type { Figures } from '../figures/contract.ts'
import './analysis.css'
import { messages } from './messages.ts'
import { AllBreakdowns } from './parts/AllBreakdowns.tsx'
import { Breakdown } from './parts/Breakdown.tsx'
import { CommunityMap } from './parts/CommunityMap.tsx'
import { useGrounds } from './parts/grounds.ts'
import { LeadingIndicators, OtherIndicators } from './parts/IndicatorGrid.tsx'
import { PeriodPicker, periodIn } from './parts/PeriodPicker.tsx'
import { ResponseTimes } from './parts/ResponseTimes.tsx'
import { Severity } from './parts/Severity.tsx'
import { Stations } from './parts/Stations.tsx'
import { Heat, Trend } from './parts/Times.tsx'
import { ProposedVerdict } from './parts/Verdict.tsx'

const Search = z.object({ period: z.string().optional() })

export function AnalysisHome() {
  const words = useWords(messages).home
  const grounds = useGrounds()
  const lang = useLang()
  const { values, change } = useSearchState(Search)
  const period = periodIn(values.period)
  const live = useQuery(api.analysis.live.queryOptions({ input: { period: period.key } }))
  return (
    <Page
      title={fill(words.title, { label: periodLabel(period, lang) })}
      tag={<span className="quiet num analysis-days">{fill(words.days, { from: period.from, to: period.to })}</span>}
      actions={
        <>
          <PeriodPicker period={period} onPick={(key) => change({ period: key })} />
          {live.data && <Papers period={period.key} analyses={live.data.analyses} blank={isBlank(live.data.figures)} />}
        </>
      }
    >
      <Asked query={live} grounds={grounds}>
        {({ figures }) => (isBlank(figures) ? <Blank /> : <OneScreen figures={figures} />)}
      </Asked>
    </Page>
  )
}

/** No alarm at all is no quiet quarter: nobody has brought the records. */
const isBlank = ({ indicators }: Figures) => indicators.every(({ value }) => value === null)

/** Why there is nothing to see, and what leads on: for some there never is. */
function Blank() {
  const words = useWords(messages).home
  const may = useMay()
  const { role } = useMe()
  if (roles[role].reach === 'none')
    return (
      <EmptyBlock
        title={words.beyond}
        more={words.beyondMore}
        action={<Link {...paths.analysisDrafts()}>{words.toAnalyses}</Link>}
      />
    )
  return (
    <EmptyBlock
      title={words.blank}
      more={words.blankMore}
      action={may('incidents.import') && <Link {...paths.incidentImport()}>{words.toImport}</Link>}
    />
  )
}

interface PapersProps {
  readonly period: string
  readonly analyses: readonly AnalysisItem[]
  readonly blank: boolean
}

/** The issued analysis or the draft of the period, or a beginning of one. */
function Papers({ period, analyses, blank }: PapersProps) {
  const words = useWords(messages).home
  const grounds = useGrounds()
  const may = useMay()
  const navigate = useNavigate()
  const create = useMutation(
    api.analysis.create.mutationOptions({ onSuccess: ({ id }) => navigate(paths.analysisDesk(id)) }),
  )
  const draft = analyses.find(({ state }) => state === 'draft')
  const issued = analyses.find(({ state, superseded }) => state === 'issued' && !superseded)
  return (
    <>
      {create.error && <ErrorBlock error={create.error} grounds={grounds} />}
      {issued && (
        <Link {...paths.analysisDesk(issued.id)}>
          <Button>{words.openIssued}</Button>
        </Link>
      )}
      {draft && (
        <Link {...paths.analysisDesk(draft.id)}>
          <Button type="primary">{words.openDraft}</Button>
        </Link>
      )}
      {!draft && !blank && may('analysis.draft') && (
        <Button
          type={issued ? 'default' : 'primary'}
          loading={create.isPending}
          onClick={() => create.mutate({ period })}
        >
          {words.draft}
        </Button>
      )}
    </>
  )
}

function OneScreen({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const lang = useLang()
  return (
    <div className="analysis-screen">
      {(!figures.finished || figures.scope === 'own') && (
        <p>
          {!figures.finished && <Tag color="gold">{fill(words.running, { day: figures.countedOn })}</Tag>}
          {figures.scope === 'own' && <Tag>{words.own}</Tag>}
        </p>
      )}
      <div className="analysis-columns">
        <ProposedVerdict figures={figures} />
        <Panel title={words.indicators} flush>
          <LeadingIndicators figures={figures} />
        </Panel>
        <Panel title={words.trend}>
          <Trend figures={figures} />
        </Panel>
        <Panel flush className="analysis-whole">
          <OtherIndicators figures={figures} />
        </Panel>
        <Panel title={words.causes}>
          <Breakdown figures={figures} dimension="cause" title={words.causes} />
        </Panel>
        <Panel title={words.places}>
          <Breakdown figures={figures} dimension="place" title={words.places} />
        </Panel>
        <Panel title={words.heat}>
          <Heat figures={figures} />
        </Panel>
        <Panel title={words.stations} flush>
          <Stations figures={figures} />
        </Panel>
        <Panel title={words.map} flush>
          <CommunityMap figures={figures} />
        </Panel>
        <div className="analysis-stack">
          <Panel title={words.severity}>
            <Severity figures={figures} />
          </Panel>
          <Panel title={words.response}>
            <ResponseTimes figures={figures} />
          </Panel>
        </div>
        <Panel title={words.all} flush className="analysis-whole">
          <AllBreakdowns figures={figures} />
        </Panel>
      </div>
      {figures.footnotes.length > 0 && (
        <Panel title={words.footnotes}>
          <ul className="note">
            {figures.footnotes.map((note) => (
              <li key={note.key}>{note[lang]}</li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
