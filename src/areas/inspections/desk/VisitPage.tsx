/** One visit: who, when, how long and where; what was found, what became of it, what was seen again, answered and signed. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay, useMe } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { Pictures } from '../../hazards/desk/parts/pictures.tsx'
import type { Hazard } from '../../hazards/record-contract.ts'
import { PapersOf } from '../../papers/desk/parts/PapersOf.tsx'
import { messages } from '../visits/messages.ts'
import type { Visit } from '../visits/record-contract.ts'
import { Answers } from './parts/Answers.tsx'
import { minutesOf, VisitMarks } from './parts/columns.tsx'
import { About } from './parts/page/About.tsx'
import { IssueRecord } from './parts/page/IssueRecord.tsx'
import { MarksInWords } from './parts/page/MarksInWords.tsx'
import { FoundHazards, SeenAgain } from './parts/page/Outcome.tsx'
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
  const { page: w, fields } = words
  return (
    <Page
      title={`${kindName(visit.kind)}${words.colon}${visit.premisesName}`}
      tag={<VisitMarks {...visit} />}
      subtitle={
        <>
          <TimeText at={visit.startedAt} /> · {fill(w.took, { n: minutesOf(visit) })} ·{' '}
          {visit.inspectorNames.join(words.list.and)}
        </>
      }
      breadcrumbs={[{ label: words.title, place: paths.visits() }]}
      actions={<Acts visit={visit} found={found} />}
    >
      <Corrections visit={visit} />
      <div className="columns">
        <div className="span-7">
          <Panel title={w.found}>
            {found.length === 0 ? (
              <EmptyBlock small title={w.nothingFound} />
            ) : (
              <FoundHazards visit={visit} hazards={found} />
            )}
          </Panel>
          {visit.rechecks.length > 0 && (
            <Panel title={w.rechecked}>
              <SeenAgain visit={visit} hazards={rechecked} />
            </Panel>
          )}
          {visit.answers.length > 0 && (
            <Panel title={w.answers}>
              <Answers visit={visit} />
            </Panel>
          )}
        </div>
        <div className="span-5">
          {visit.marks.length > 0 && (
            <Panel title={fields.marks}>
              <MarksInWords visit={visit} />
            </Panel>
          )}
          <Panel title={w.about}>
            <About visit={visit} />
          </Panel>
          {may('papers.read') && <PapersOf kind="visit" id={visit.id} extra={<IssueRecord visit={visit} />} />}
          {visit.photos.length > 0 && (
            <Panel title={fields.photos}>
              <Pictures files={visit.photos} name={fields.photos} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}

/** What the own body has still to see again leads; whoever was there may correct it, once. */
function Acts({ visit, found }: { visit: Visit; found: readonly Hazard[] }) {
  const words = useWords(messages).page
  const may = useMay()
  const { body, person } = useMe()
  const open = found.some((one) => one.body === body.id && (one.state === 'ordered' || one.state === 'uncorrected'))
  if (!may('inspections.visit')) return null
  return (
    <>
      {open && (
        <Link {...paths.visitNew({ premises: visit.premises, kind: 'RECHECK' })} className="ant-btn-like primary-link">
          {words.recheck}
        </Link>
      )}
      {visit.correctedBy === null && visit.inspectors.includes(person) && (
        <Link {...paths.visitNew({ premises: visit.premises, corrects: visit.id })} className="ant-btn-like">
          {words.correct}
        </Link>
      )}
    </>
  )
}

function Corrections({ visit: { corrects, correctedBy } }: { visit: Visit }) {
  const words = useWords(messages).page
  return (
    <>
      {correctedBy && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={<Link {...paths.visit(correctedBy)}>{words.correctedBy}</Link>}
        />
      )}
      {corrects && (
        <Alert
          className="error-block"
          type="info"
          showIcon
          title={<Link {...paths.visit(corrects)}>{words.corrects}</Link>}
        />
      )}
    </>
  )
}
