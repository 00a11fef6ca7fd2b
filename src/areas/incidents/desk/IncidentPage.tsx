/** One incident: what is known of it, where it lies, its class and why, what can be done, what was done. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Tag } from 'antd'
import { useMemo } from 'react'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useWords } from '../../../desk/words.ts'
import { useShapes } from '../../organisation/desk/parts/places.ts'
import type { Incident } from '../contract.ts'
import { messages } from '../messages.ts'
import { Classes } from './parts/Classes.tsx'
import { Course } from './parts/Course.tsx'
import { Facts } from './parts/Facts.tsx'
import { IncidentActs, RefusedActs } from './parts/IncidentActs.tsx'
import { IncidentHistory } from './parts/IncidentHistory.tsx'
import { KindText, Marks } from './parts/Marks.tsx'
import './parts/incidents.css'

export function IncidentPage() {
  const words = useWords(messages)
  const id = useId()
  const incident = useQuery(api.incidents.get.queryOptions({ input: { id } }))
  if (incident.data) return <Found incident={incident.data} />
  return (
    <Page title={words.title} breadcrumbs={[{ label: words.title, place: paths.incidents() }]}>
      <Asked query={incident} grounds={words.grounds} rows={14}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const { page: w } = words
  const isFire = incident.kind === 'fire'
  return (
    <Page
      title={incident.incidentNo}
      tag={
        <span className="record-marks">
          <KindText {...incident} /> <Marks {...incident} />
          <Tag variant="filled">{words.sources[incident.source]}</Tag>
        </span>
      }
      subtitle={
        <>
          <TimeText at={incident.receivedAt} /> {incident.address}
        </>
      }
      breadcrumbs={[{ label: words.title, place: paths.incidents() }]}
      actions={<IncidentActs incident={incident} />}
      extra={<RefusedActs incident={incident} />}
    >
      {incident.state === 'writtenOff' && (
        <Alert
          className="error-block"
          type="warning"
          showIcon
          title={`${w.writtenOffOn}${words.colon}${incident.writtenOffReason ?? ''}`}
          description={w.noFire}
        />
      )}
      <div className="columns">
        <div className="span-7">
          <Panel title={w.times}>
            <Course incident={incident} />
          </Panel>
          {isFire && (
            <Panel title={w.fire}>
              <Facts
                incident={incident}
                fields={['place', 'cause', 'subCause', 'burnedAreaM2', 'productionAccident', 'premisesNo']}
              />
            </Panel>
          )}
          {isFire && (
            <Panel title={w.harm}>
              <Facts
                incident={incident}
                fields={[
                  'deaths',
                  'seriousInjuries',
                  'minorInjuries',
                  'directLossFen',
                  'economicLossFen',
                  'households',
                  'people',
                ]}
              />
            </Panel>
          )}
          <Panel title={w.force}>
            <Facts incident={incident} fields={['vehicles', 'personnel', 'rescued', 'evacuated', 'savedFen']} />
          </Panel>
        </div>
        <div className="span-5">
          {isFire && (
            <Panel title={w.classes}>
              <Classes incident={incident} />
            </Panel>
          )}
          <Where incident={incident} />
        </div>
      </div>
      <Panel title={w.history}>
        <IncidentHistory id={incident.id} version={incident.version} />
      </Panel>
    </Page>
  )
}

function Where({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const { lng, lat, station, community } = incident
  const hasPoint = lng !== null && lat !== null
  const shapes = useShapes('station', hasPoint)
  const areas = useMemo(() => shapes.map(({ id, name, polygon }) => ({ id, name, polygon })), [shapes])
  const pin = useMemo(() => (lng !== null && lat !== null ? ([lng, lat] as const) : null), [lng, lat])
  return (
    <Panel
      title={words.page.where}
      extra={community && <Link {...paths.incidents({ community })}>{words.page.sameAddress}</Link>}
    >
      <Facts
        incident={incident}
        fields={[
          'address',
          'street',
          'community',
          'station',
          'urban',
          ...(incident.kind === 'fire' ? [] : (['premisesNo'] as const)),
        ]}
        single
      />
      {hasPoint ? (
        <div className="record-map">
          <MapView
            title={incident.incidentNo}
            areas={areas}
            pin={pin}
            focusArea={station ?? undefined}
            selectedArea={station ?? undefined}
            height={260}
          />
        </div>
      ) : (
        <p className="quiet record-map">{words.page.noPoint}</p>
      )}
    </Panel>
  )
}
