/** The records that an issued analysis counted, as they were; narrowed to one figure where one was opened. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { z } from 'zod'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { type Columns, KeysetTable } from '../../../../desk/components/KeysetTable.tsx'
import { moneyText } from '../../../../desk/components/numbers.ts'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useSearchState } from '../../../../desk/search-params.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../../incidents/contract.ts'
import { incidentLayout } from '../../../incidents/import-layout.ts'
import type { Analysis } from '../../contract.ts'
import { drillOf } from '../../figures/drill.ts'
import { messages } from '../messages.ts'

const Search = z.object({ figure: z.string().optional(), after: z.string().optional() })

const headerOf = (field: string, lang: 'zh' | 'en') =>
  incidentLayout.columns.find((column) => column.field === field)?.[lang] ?? field

export function FrozenRecords({ analysis }: { analysis: Analysis }) {
  const words = useWords(messages).desk
  const lang = useLang()
  const { values } = useSearchState(Search)
  const places = useCodes('place-kind')
  const causes = useCodes('cause')
  const { minorFire, corrected: _, ...filter } = drillOf(analysis.figures, values.figure ?? 'period.alarms') ?? {}
  const minor = minorFire === undefined ? {} : { minorFire: String(minorFire) }
  const list = useQuery(
    api.analysis.records.queryOptions({
      input: { id: analysis.id, ...filter, ...minor, ...(values.after ? { after: values.after } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns: Columns<Incident> = [
    { title: headerOf('incidentNo', lang), dataIndex: 'incidentNo' },
    { title: headerOf('receivedAt', lang), render: (_, { receivedAt }) => <TimeText at={receivedAt} /> },
    { title: headerOf('place', lang), render: (_, { place }) => places.nameOf(place) },
    { title: headerOf('cause', lang), render: (_, { cause }) => causes.nameOf(cause) },
    {
      title: headerOf('directLossFen', lang),
      align: 'right',
      className: 'num',
      render: (_, { directLossFen }) => moneyText(directLossFen),
    },
    { title: headerOf('address', lang), dataIndex: 'address' },
  ]
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={values.figure ? `${words.frozen}${words.narrowed}` : words.frozen}
        action={
          values.figure && <Link {...paths.analysisDesk(analysis.id, { tab: 'records' })}>{words.allRecords}</Link>
        }
        style={{ marginBottom: 12 }}
      />
      <KeysetTable columns={columns} list={list} rowPlace={({ id }) => paths.incident(id)} label={words.records} />
    </>
  )
}
