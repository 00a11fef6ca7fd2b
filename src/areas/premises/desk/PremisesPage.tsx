/** One place or unit (一户一档): what is known of it, who supervises it, what belongs to it, what was done. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { HazardsOfPremises } from '../../hazards/desk/parts/HazardsOfPremises.tsx'
import { IssuePaper } from '../../hazards/desk/parts/IssuePaper.tsx'
import { IncidentsOfPremises } from '../../incidents/desk/parts/IncidentsOfPremises.tsx'
import { EnterVisit, VisitsOfPremises } from '../../inspections/desk/parts/VisitsOfPremises.tsx'
import { PapersOf } from '../../papers/desk/parts/PapersOf.tsx'
import { fieldsIn } from '../form-fields.ts'
import { messages } from '../messages.ts'
import type { Premises } from '../record-contract.ts'
import { StateText, Tags } from './parts/Marks.tsx'
import { Facilities, Papers } from './parts/page/Equipment.tsx'
import { Facts } from './parts/page/Facts.tsx'
import { People } from './parts/page/People.tsx'
import { Photos } from './parts/page/Photos.tsx'
import { PremisesActs, RefusedActs } from './parts/page/PremisesActs.tsx'
import { PremisesHistory } from './parts/page/PremisesHistory.tsx'
import { Relations } from './parts/page/Relations.tsx'
import { Where } from './parts/page/Where.tsx'
import { Supervision } from './parts/transfers/Supervision.tsx'
import { LikelyTwins } from './parts/twins/LikelyTwins.tsx'
import { MergedInto } from './parts/twins/MergedInto.tsx'
import '../../../desk/styles/premises.css'

export function PremisesPage() {
  const words = useWords(messages)
  const id = useId()
  const premises = useQuery(api.premises.get.queryOptions({ input: { id } }))
  if (premises.data) return <Found key={id} premises={premises.data} />
  return (
    <Page title={words.page.record} breadcrumbs={[{ label: words.title, place: paths.premisesList() }]}>
      <Asked query={premises} grounds={words.grounds} rows={14}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const { page: w } = words
  const may = useMay()
  const { nameOf: kindName } = useCodes('premises-kind')
  const { id, version, name, premisesNo, form, kind, tags, state, stateSince, address } = premises
  return (
    <Page
      title={name}
      tag={
        <span className="record-marks">
          <span>{kind ? kindName(kind) : words.forms[form]}</span> <StateText state={state} />
          {state !== 'open' && stateSince && <span className="quiet num"> {stateSince}</span>} <Tags tags={tags} />
        </span>
      }
      subtitle={
        <>
          <span className="num">{premisesNo}</span> {address}
        </>
      }
      breadcrumbs={[{ label: words.title, place: paths.premisesList() }]}
      actions={
        <>
          {(state === 'open' || state === 'paused') && <EnterVisit premises={id} />}
          <PremisesActs premises={premises} />
        </>
      }
      extra={<RefusedActs premises={premises} />}
    >
      <MergedInto premises={premises} />
      <div className="columns premises-columns">
        <div className="span-7">
          <Panel title={w.basics}>
            <Facts
              premises={premises}
              fields={['form', 'officer', ...fieldsIn('basics', premises), 'dueOn', 'expiresOn', 'openHazards']}
            />
          </Panel>
          <Panel title={w.building}>
            <Facts
              premises={premises}
              knownFirst
              fields={(['building', 'people', 'risk'] as const).flatMap((group) => fieldsIn(group, premises))}
            />
          </Panel>
          <Relations premises={premises} />
          <Facilities facilities={premises.facilities} />
          <Papers papers={premises.papers} />
        </div>
        <div className="span-5">
          {state !== 'merged' && <LikelyTwins id={id} />}
          <Supervision premises={premises} />
          <People premises={premises} />
          <Where premises={premises} />
          <Photos premises={premises} />
        </div>
      </div>
      <HazardsOfPremises premises={id} />
      <VisitsOfPremises premises={id} />
      {may('papers.read') && <PapersOf kind="premises" id={id} extra={<IssuePaper premises={id} />} />}
      {may('incidents.read') && <IncidentsOfPremises premisesNo={premisesNo} />}
      <Panel title={w.history}>
        <PremisesHistory id={id} version={version} form={form} />
      </Panel>
    </Page>
  )
}
