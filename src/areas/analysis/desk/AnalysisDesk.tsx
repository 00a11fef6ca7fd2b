/** One analysis: its text, its figures, the verdict, the issue, and what has changed since. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Segmented, Tabs, Tag } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { DownloadButton } from '../../../desk/components/DownloadButton.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { timeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId, useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import type { Analysis } from '../contract.ts'
import { messages as area } from '../messages.ts'
import './analysis.css'
import { messages } from './messages.ts'
import { DiscardDraft } from './parts/DiscardDraft.tsx'
import { DocumentView } from './parts/DocumentView.tsx'
import { FrozenRecords } from './parts/Frozen.tsx'
import { useGrounds } from './parts/grounds.ts'
import { IndicatorGrid } from './parts/IndicatorGrid.tsx'
import { RevisionList } from './parts/Revisions.tsx'
import { ToReview } from './parts/ToReview.tsx'
import { VerdictPanel } from './parts/Verdict.tsx'

const Search = z.object({
  tab: z.enum(['document', 'figures', 'revisions', 'records']).default('document'),
  audience: z.enum(['internal', 'meeting']).optional(),
})

export function AnalysisDesk() {
  const id = useId()
  const words = useWords(messages)
  const grounds = useGrounds()
  const lang = useLang()
  const may = useMay()
  const { values } = useSearchState(Search)
  const named = may('analysis.readNamed') && values.audience !== 'meeting'
  const options = named
    ? api.analysis.getNamed.queryOptions({ input: { id } })
    : api.analysis.get.queryOptions({ input: { id } })
  const query = useQuery(options)
  const analysis = query.data
  return (
    <Page
      title={analysis ? analysis.period.label[lang] : words.list.title}
      {...(analysis
        ? {
            tag: <Tag color={analysis.state === 'issued' ? 'green' : 'gold'}>{area[lang].states[analysis.state]}</Tag>,
          }
        : {})}
      breadcrumbs={[{ label: words.list.title, place: paths.analysisDrafts() }]}
      actions={analysis && <Actions analysis={analysis} named={named} />}
    >
      <Asked query={query} grounds={grounds}>
        {(found) => <Opened analysis={found} named={named} />}
      </Asked>
    </Page>
  )
}

function Actions({ analysis, named }: { analysis: Analysis; named: boolean }) {
  const words = useWords(messages).desk
  const grounds = useGrounds()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const lang = useLang()
  const issue = useMutation(
    api.analysis.issue.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.analysis.key() })
        message.success(area[lang].states.issued)
      },
    }),
  )
  const { id, version, digest, state, verdict } = analysis
  const path = `/api/analysis/${id}/${named ? 'document-named' : 'document'}`
  const name = `${analysis.period.key}-${named ? 'internal' : 'meeting'}`
  return (
    <>
      {issue.error && <ErrorBlock error={issue.error} grounds={grounds} />}
      <DownloadButton path={path} search={{ format: 'docx' }} fileName={`${name}.docx`} grounds={grounds}>
        {words.docx}
      </DownloadButton>
      <DownloadButton path={path} search={{ format: 'html' }} fileName={`${name}.html`} grounds={grounds}>
        {words.html}
      </DownloadButton>
      <DownloadButton path={path} search={{ format: 'json' }} fileName={`${name}.json`} grounds={grounds}>
        {words.json}
      </DownloadButton>
      {state === 'draft' && may('analysis.draft') && <DiscardDraft analysis={analysis} />}
      {state === 'draft' && may('analysis.issue') && (
        <Popconfirm
          title={words.issueTitle}
          description={words.issueExplain}
          okText={words.issue}
          cancelText={words.cancel}
          disabled={verdict.chosen === null}
          onConfirm={() => issue.mutateAsync({ id, version, digest }).catch(() => undefined)}
        >
          <Button
            type="primary"
            loading={issue.isPending}
            disabled={verdict.chosen === null}
            title={verdict.chosen === null ? words.confirmFirst : words.issue}
          >
            {words.issue}
          </Button>
        </Popconfirm>
      )}
    </>
  )
}

function Opened({ analysis, named }: { analysis: Analysis; named: boolean }) {
  const words = useWords(messages).desk
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const { issuedBy, issuedAt, ledger, superseded, state } = analysis
  const issued = state === 'issued'
  const tabs = [
    { key: 'document', label: words.document, children: <DocumentView analysis={analysis} /> },
    {
      key: 'figures',
      label: words.figures,
      children: (
        <Panel flush>
          <IndicatorGrid figures={analysis.figures} />
        </Panel>
      ),
    },
    ...(issued
      ? [
          { key: 'records', label: words.records, children: <FrozenRecords analysis={analysis} /> },
          { key: 'revisions', label: words.revisions, children: <RevisionList id={analysis.id} /> },
        ]
      : []),
  ]
  return (
    <div className="analysis-desk">
      <div className="analysis-main">
        {superseded && <Alert type="warning" showIcon title={words.supersededBy} />}
        {may('analysis.readNamed') && (
          <div className="analysis-version no-print">
            <Segmented
              aria-label={words.version}
              value={named ? 'internal' : 'meeting'}
              onChange={(audience) => change({ audience: audience === 'meeting' ? audience : undefined })}
              options={[
                { value: 'internal', label: words.internal },
                { value: 'meeting', label: words.meeting },
              ]}
            />
          </div>
        )}
        <Tabs
          activeKey={values.tab}
          onChange={(tab) => change({ tab, figure: undefined })}
          destroyOnHidden
          items={tabs}
        />
      </div>
      <aside className="analysis-side no-print" aria-label={words.side}>
        <VerdictPanel analysis={analysis} />
        <ToReview analysis={analysis} />
        {issuedBy && issuedAt && (
          <Panel>
            <p>{fill(words.issued, { who: issuedBy, when: timeText(issuedAt) })}</p>
            {ledger && <p className="note">{fill(words.ledger, { position: ledger.position ?? ledger.seq })}</p>}
          </Panel>
        )}
      </aside>
    </div>
  )
}
