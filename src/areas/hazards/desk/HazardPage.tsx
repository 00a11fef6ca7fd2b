/** One hazard: what must happen next, by whom, until when and by which article; what was found, ordered and done. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { History } from '../../../desk/components/History.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay, useMe } from '../../../desk/session.ts'
import { today } from '../../../desk/today.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'
import { citation } from '../../../kernel/law.ts'
import { useBodies, usePeopleNames } from '../../organisation/desk/parts/places.ts'
import { PapersOf } from '../../papers/desk/parts/PapersOf.tsx'
import type { Clock } from '../contract.ts'
import { messages } from '../messages.ts'
import type { Hazard } from '../record-contract.ts'
import { Clocks } from './parts/Clocks.tsx'
import { Facts } from './parts/Facts.tsx'
import { HazardActs, RefusedActs } from './parts/HazardActs.tsx'
import { Gravity, HazardState } from './parts/HazardMarks.tsx'
import { IssuePaper } from './parts/IssuePaper.tsx'
import { Pictures } from './parts/pictures.tsx'
import { useValueText } from './parts/values.ts'
import './parts/hazards.css'

export function HazardPage() {
  const words = useWords(messages)
  const id = useId()
  const found = useQuery(api.hazards.get.queryOptions({ input: { id } }))
  if (found.data) return <Found {...found.data} />
  return (
    <Page title={words.title} breadcrumbs={[{ label: words.title, place: paths.hazards() }]}>
      <Asked query={found} grounds={words.grounds} rows={14}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ hazard, clocks }: { hazard: Hazard; clocks: Clock[] }) {
  const words = useWords(messages)
  const may = useMay()
  const { nameOf: conductName } = useCodes('conduct')
  return (
    <Page
      title={hazard.words}
      tag={
        <span className="record-marks">
          <HazardState {...hazard} /> <Gravity {...hazard} />
        </span>
      }
      subtitle={
        <>
          <Link {...paths.premises(hazard.premises)}>{hazard.premisesName}</Link> {hazard.address}
        </>
      }
      breadcrumbs={[{ label: words.title, place: paths.hazards() }]}
      actions={
        <>
          <HazardActs hazard={hazard} />
          <SeeAgain {...hazard} />
        </>
      }
      extra={<RefusedActs hazard={hazard} />}
    >
      <Panel title={words.page.nextTitle}>
        <Next hazard={hazard} />
      </Panel>
      <div className="columns">
        <div className="span-7">
          <Panel title={words.page.finding}>
            <p>{conductName(hazard.conduct)}</p>
            <Facts hazard={hazard} fields={['words', 'spot', 'foundAt', 'body', 'officer', 'minor', 'serious']} />
            <div className="hazard-pair">
              <Shown title={words.fields.photos} files={hazard.photos} />
              <Shown title={words.fields.photosAfter} files={hazard.photosAfter} />
            </div>
            <p>
              {hazard.visit && <Link {...paths.visit(hazard.visit)}>{words.page.toVisit}</Link>}{' '}
              {hazard.recheckVisit && <Link {...paths.visit(hazard.recheckVisit)}>{words.page.toRecheck}</Link>}{' '}
              <Link {...paths.hazards({ premises: hazard.premises })}>{words.page.inPlace}</Link>
            </p>
          </Panel>
          <Panel title={words.page.ordering}>
            <Facts
              hazard={hazard}
              fields={[
                'order',
                'orderedAt',
                'term',
                'termEnds',
                'servedOn',
                'serviceMode',
                'recipientName',
                'extensionAskedOn',
                'extensionUntil',
                'extensionReason',
                'extensionDecidedOn',
                'extensionGranted',
                'appliedOn',
                'recheckedOn',
                'uncorrectedOn',
                'penaltyOn',
                'reportedOn',
                'referTo',
                'referredOn',
                'referredTo',
                'majorOn',
                'majorServedOn',
                'majorProposedOn',
                'sealedOn',
                'sealUntil',
                'releasedOn',
                'closedOn',
                'voidReason',
              ]}
            />
          </Panel>
        </div>
        <div className="span-5">
          <Panel title={words.page.clocks}>
            <Clocks clocks={clocks} />
          </Panel>
        </div>
      </div>
      {may('papers.read') && (
        <PapersOf
          kind="hazard"
          id={hazard.id}
          extra={<IssuePaper premises={hazard.premises} hazards={[hazard.id]} />}
        />
      )}
      <Panel title={words.page.history}>
        <HazardHistory id={hazard.id} version={hazard.version} />
      </Panel>
    </Page>
  )
}

/** A re-check is a visit: it is entered as one, at the place and for this hazard. */
function SeeAgain({ id, premises, body, state }: Hazard) {
  const words = useWords(messages).page
  const may = useMay()
  const own = useMe().body.id === body
  if (!own || !may('inspections.visit') || (state !== 'ordered' && state !== 'uncorrected')) return null
  return (
    <Link {...paths.visitNew({ premises, hazard: id })} className="ant-btn-like">
      {words.seeAgain}
    </Link>
  )
}

/** 下一步做什么、谁、何时前、依据哪条. */
function Next({ hazard }: { hazard: Hazard }) {
  const words = useWords(messages)
  const lang = useLang()
  const { nameOf: bodyName } = useBodies()
  const { nameOf: personName } = usePeopleNames()
  const { next, officer, body } = hazard
  if (next === null) return <p className="hazard-next">{words.page.final}</p>
  const duties: Readonly<Record<string, string>> = words.duties
  const late = daysBetween(next.dueOn, today())
  const who = officer ? `${bodyName(body)} ${personName(officer)} ` : `${bodyName(body)} ${words.page.nobody}`
  const values = { who, day: next.dueOn, what: duties[next.duty] ?? next.duty, n: late }
  return (
    <>
      <p className={`hazard-next ${late > 0 ? 'due-late' : ''}`}>
        {fill(late > 0 ? words.page.overdueLine : words.page.nextLine, values)}
      </p>
      <p className="quiet">
        {citation(next.law, lang)}
        {next.provisional && ` · ${words.page.provisional}`}
      </p>
    </>
  )
}

function Shown({ title, files }: { title: string; files: readonly string[] }) {
  const words = useWords(messages)
  return (
    <div>
      <h3 className="quiet">{title}</h3>
      {files.length > 0 ? (
        <Pictures files={files} name={title} />
      ) : (
        <span className="unknown">{words.page.noPhotos}</span>
      )}
    </div>
  )
}

/** `version` asks again when the hazard has changed. */
function HazardHistory({ id, version }: { id: string; version: number }) {
  const words = useWords(messages)
  const valueText = useValueText()
  const query = useQuery({
    ...api.hazards.history.queryOptions({ input: { id } }),
    queryKey: [...api.hazards.history.queryKey({ input: { id } }), version],
  })
  const acts: Readonly<Record<string, string>> = words.acts
  const fields: Readonly<Record<string, string>> = words.fields
  return (
    <History
      query={query}
      actName={(act) => acts[act] ?? act}
      fieldName={(field) => fields[field] ?? field}
      valueText={valueText}
    />
  )
}
