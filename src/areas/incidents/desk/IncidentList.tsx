/** Alarms and fires: found by filter, totalled, sorted, exported. Every figure of the analysis opens this list. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Tag } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { DownloadButton } from '../../../desk/components/DownloadButton.tsx'
import { type Columns, KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { moneyText, numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { today } from '../../../desk/today.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { type Incident, IncidentFilter, IncidentQuery } from '../contract.ts'
import { messages } from '../messages.ts'
import { Filters } from './parts/Filters.tsx'
import { SavedViews } from './parts/SavedViews.tsx'
import { useGrounds, usePlaces, useValueWords } from './parts/words.ts'

const Figure = z.object({ figure: z.string().optional() })

export function IncidentList() {
  const words = useWords(messages)
  const grounds = useGrounds()
  const may = useMay()
  const state = useSearchState(IncidentFilter)
  const { asked, values } = useSearchState(IncidentQuery)
  const { values: from } = useSearchState(Figure)
  const list = useQuery(api.incidents.list.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const totals = useQuery(api.incidents.totals.queryOptions({ input: state.asked }))
  const columns = useColumns()
  const search = { ...state.asked, sort: values.sort }
  const file = (format: 'csv' | 'xlsx') => (
    <DownloadButton
      path="/api/incidents/export"
      search={{ ...search, format } as Record<string, string>}
      fileName={`incidents-${today()}.${format}`}
    >
      {format === 'csv' ? words.list.exportCsv : words.list.exportXlsx}
    </DownloadButton>
  )
  return (
    <Page
      title={words.list.title}
      subtitle={totals.data && <TotalsLine totals={totals.data} />}
      actions={
        <>
          <Link {...paths.incidentMap(state.asked as Record<string, string>)}>
            <Button>{words.list.map}</Button>
          </Link>
          {may('incidents.import') && (
            <Link {...paths.incidentImport()}>
              <Button>{words.list.import}</Button>
            </Link>
          )}
          {may('incidents.export') && file('csv')}
          {may('incidents.export') && file('xlsx')}
          {may('incidents.enter') && (
            <Link {...paths.incidentNew()}>
              <Button type="primary">{words.list.enter}</Button>
            </Link>
          )}
        </>
      }
      extra={<Filters state={state} extra={<SavedViews query={asked} />} />}
    >
      {from.figure && <Alert type="info" showIcon title={words.list.figure} style={{ marginBottom: 12 }} />}
      <KeysetTable
        label={words.list.title}
        columns={columns}
        list={list}
        sort={values.sort}
        grounds={grounds}
        rowPlace={({ id }) => paths.incident(id)}
        card={(row) => <IncidentCard incident={row} />}
        empty={{ title: words.list.none }}
        {...(totals.data ? { total: totals.data.count } : {})}
      />
    </Page>
  )
}

interface Summed {
  readonly count: number
  readonly fires: number
  readonly sums: Partial<Record<string, number | null>>
}

function TotalsLine({ totals }: { totals: Summed }) {
  const words = useWords(messages).list
  const { count, fires, sums } = totals
  const injured = (sums.seriousInjuries ?? 0) + (sums.minorInjuries ?? 0)
  return (
    <>
      {fill(words.totals, { count: numberText(count), fires: numberText(fires) })}
      {fires > 0 && ` · ${fill(words.loss, { loss: moneyText(sums.directLossFen ?? null, 'wan') })}`}
      {fires > 0 && ` · ${fill(words.casualties, { deaths: sums.deaths ?? 0, injured })}`}
    </>
  )
}

const kindColour = { fire: 'red', rescue: 'blue', service: 'cyan', false: 'default', other: 'default' } as const

function KindTag({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  return (
    <>
      <Tag color={kindColour[incident.kind]}>{words.kinds[incident.kind]}</Tag>
      {incident.state === 'writtenOff' && <Tag>{words.states.writtenOff}</Tag>}
    </>
  )
}

function IncidentCard({ incident }: { incident: Incident }) {
  const value = useValueWords()
  return (
    <div className="card">
      <div>
        <KindTag incident={incident} /> <TimeText at={incident.receivedAt} />
      </div>
      <div>{incident.address || value('community', incident.community)}</div>
      {incident.isFire && (
        <div className="note">
          {value('place', incident.place)} · {value('cause', incident.cause)} ·{' '}
          {value('directLossFen', incident.directLossFen)}
        </div>
      )}
    </div>
  )
}

function useColumns(): Columns<Incident> {
  const { fields } = useWords(messages)
  const { nameOf } = usePlaces()
  const places = useCodes('place-kind')
  const causes = useCodes('cause')
  const severity = useCodes('severity')
  const right = { align: 'right', className: 'num' } as const
  return [
    { title: fields.incidentNo, dataIndex: 'incidentNo', key: 'incidentNo', sorter: true },
    {
      title: fields.receivedAt,
      key: 'receivedAt',
      sorter: true,
      render: (_, { receivedAt }) => <TimeText at={receivedAt} />,
    },
    { title: fields.kind, render: (_, incident) => <KindTag incident={incident} /> },
    { title: fields.place, render: (_, { place }) => places.nameOf(place) },
    {
      title: fields.cause,
      render: (_, { cause, subCause }) =>
        subCause ? `${causes.nameOf(cause)} · ${causes.nameOf(subCause)}` : causes.nameOf(cause),
    },
    {
      title: fields.statClass,
      render: (_, { statClass }) =>
        statClass && statClass !== 'ordinary' ? (
          <Tag color="volcano">{severity.nameOf(statClass)}</Tag>
        ) : (
          severity.nameOf(statClass)
        ),
    },
    {
      title: fields.directLossFen,
      key: 'directLossFen',
      sorter: true,
      ...right,
      render: (_, { directLossFen }) => moneyText(directLossFen),
    },
    { title: fields.deaths, ...right, render: (_, { deaths }) => numberText(deaths) },
    { title: fields.station, render: (_, { station }) => nameOf(station) },
    { title: fields.community, render: (_, { community }) => nameOf(community) },
    { title: fields.address, dataIndex: 'address', ellipsis: true, width: 220 },
  ]
}
