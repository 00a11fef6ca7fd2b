/** One visit: who, when, how long, what was answered, found and seen again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { troubleLine } from '../../../desk/errors.ts'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay, useMe } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import { HazardRows } from '../../hazards/desk/parts/HazardRows.tsx'
import { Pictures } from '../../hazards/desk/parts/pictures.tsx'
import type { Hazard } from '../../hazards/record-contract.ts'
import { useBodies } from '../../organisation/desk/parts/places.ts'
import { PapersOf } from '../../papers/desk/parts/PapersOf.tsx'
import { messages as areaMessages } from '../messages.ts'
import { messages } from '../visits/messages.ts'
import type { Visit } from '../visits/record-contract.ts'
import { Answers } from './parts/Answers.tsx'
import { minutesOf, VisitMarks } from './parts/columns.tsx'
import './parts/visits.css'

interface Told {
  readonly visit: Visit
  readonly found: Hazard[]
  readonly rechecked: Hazard[]
}

export function VisitPage() {
  const words = useWords(messages)
  const id = useId()
  const told = useQuery(api.inspections.visits.get.queryOptions({ input: { id } }))
  if (told.data) return <Found {...told.data} />
  return (
    <Page title={words.title} breadcrumbs={[{ label: words.title, place: paths.visits() }]}>
      <Asked query={told} rows={14}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ visit, found, rechecked }: Told) {
  const words = useWords(messages)
  const may = useMay()
  const { nameOf: kindName } = useCodes('visit-kind')
  const { page: w } = words
  const open = found.filter(({ state }) => ['found', 'ordered', 'uncorrected'].includes(state))
  return (
    <Page
      title={`${kindName(visit.kind)}${words.colon}${visit.premisesName}`}
      tag={<VisitMarks {...visit} />}
      subtitle={
        <>
          <TimeText at={visit.startedAt} /> · {fill(w.took, { n: minutesOf(visit) })} ·{' '}
          {visit.inspectorNames.join('、')}
        </>
      }
      breadcrumbs={[{ label: words.title, place: paths.visits() }]}
      actions={
        <>
          {may('inspections.visit') && open.length > 0 && (
            <Link
              {...paths.visitNew({ premises: visit.premises, kind: 'RECHECK' })}
              className="ant-btn-like primary-link"
            >
              {w.recheck}
            </Link>
          )}
          {may('inspections.visit') && visit.correctedBy === null && (
            <Link {...paths.visitNew({ premises: visit.premises, corrects: visit.id })} className="ant-btn-like">
              {w.correct}
            </Link>
          )}
        </>
      }
    >
      {visit.correctedBy && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={<Link {...paths.visit(visit.correctedBy)}>{w.correctedBy}</Link>}
        />
      )}
      {visit.corrects && (
        <Alert
          className="error-block"
          type="info"
          showIcon
          title={<Link {...paths.visit(visit.corrects)}>{w.corrects}</Link>}
        />
      )}
      <div className="columns">
        <div className="span-7">
          <Panel title={w.found}>
            {found.length === 0 ? <EmptyBlock small title={w.nothingFound} /> : <HazardRows hazards={found} />}
          </Panel>
          {rechecked.length > 0 && (
            <Panel title={w.rechecked}>
              <HazardRows hazards={rechecked} />
            </Panel>
          )}
          {visit.answers.length > 0 && (
            <Panel title={w.answers}>
              <Answers visit={visit} />
            </Panel>
          )}
        </div>
        <div className="span-5">
          <Panel title={w.about}>
            <About visit={visit} />
          </Panel>
          {may('papers.read') && <PapersOf kind="visit" id={visit.id} extra={<IssueRecord visit={visit} />} />}
          {visit.photos.length > 0 && (
            <Panel title={words.fields.photos}>
              <Pictures files={visit.photos} name={words.fields.photos} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}

/** Makes the visit's record a paper, for whoever may issue papers of the body that made it. */
function IssueRecord({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const grounds = useWords(areaMessages).grounds
  const lang = useLang()
  const may = useMay()
  const { body } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  if (!may('papers.issue') || visit.body !== body.id) return null
  const issue = async () => {
    setBusy(true)
    try {
      const { no } = await client.inspections.visits.issueRecord({ id: visit.id })
      await queries.invalidateQueries({ queryKey: api.papers.key() })
      message.success(fill(words.page.issued, { no }))
    } catch (error) {
      message.error(troubleLine(error, lang, grounds))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" loading={busy} onClick={() => void issue()}>
      {words.page.issueRecord}
    </Button>
  )
}

function About({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const { nameOf: bodyName } = useBodies()
  const { accompanying, signature, startFix } = visit
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      words.fields.premises,
      <Link key="p" {...paths.premises(visit.premises)}>
        {visit.premisesName}
      </Link>,
    ],
    [words.fields.address, visit.address],
    [words.fields.body, bodyName(visit.body)],
    [words.fields.endedAt, <TimeText key="e" at={visit.endedAt} />],
    [words.fields.reason, [words.reasons[visit.reason], visit.reasonWords].filter(Boolean).join(words.colon)],
    [words.fields.dueOn, visit.dueOn],
    [words.fields.accompanying, accompanying && [accompanying.name, accompanying.role].filter(Boolean).join(' ')],
    [words.fields.signature, [words.signatures[signature.kind], signature.witness].filter(Boolean).join(words.colon)],
    [words.page.position, startFix && fill(words.page.accuracy, { n: Math.round(startFix.accuracyM) })],
    [words.fields.guidance, visit.guidance],
    [words.fields.remarks, visit.remarks],
    [words.fields.submittedAt, <TimeText key="s" at={visit.submittedAt} />],
    [words.fields.submittedBy, visit.submittedBy],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
