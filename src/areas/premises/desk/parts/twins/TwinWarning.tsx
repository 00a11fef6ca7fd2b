/** In the form of a record: that there may be one of this place already, asked as the facts are typed. */
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useMemo } from 'react'
import { api } from '../../../../../desk/api.ts'
import { hrefOf, paths } from '../../../../../desk/paths.ts'
import { useSettled } from '../../../../../desk/settled.ts'
import { useWords } from '../../../../../desk/words.ts'
import type { PremisesFacts } from '../../../record-contract.ts'
import { LikeFacts } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { Grounds } from './Grounds.tsx'
import { useDistanceText } from './words.ts'
import '../../../../../desk/styles/premises-twins.css'

interface TwinWarningProps {
  /** As far as they are known: without a name there is nothing to look for. */
  readonly facts: Partial<PremisesFacts>
  /** The record itself, where it is being corrected. */
  readonly id?: string | null
  readonly phone?: string | null
}

/** More than these are not read while a form is filled in. */
const most = 5

export function TwinWarning({ facts, id = null, phone = null }: TwinWarningProps) {
  const words = useWords(messages)
  const distanceText = useDistanceText()
  const { form = 'unit', name = '', address = '', uscc = null, lng = null, lat = null, community = null } = facts
  const sought = useSettled(JSON.stringify({ id, phone, form, name, address, uscc, lng, lat, community }))
  const asked = useMemo(() => LikeFacts.safeParse(JSON.parse(sought)), [sought])
  const { data } = useQuery({
    ...api.premises.twins.like.queryOptions({
      input: asked.data ?? {
        id,
        phone,
        form,
        name: '-',
        address: '',
        uscc: null,
        lng: null,
        lat: null,
        community: null,
      },
      staleTime: 60_000,
      retry: false,
    }),
    enabled: asked.success,
  })
  const items = asked.success ? (data?.items ?? []) : []
  if (items.length === 0) return null
  return (
    <Alert
      className="error-block"
      type="warning"
      showIcon
      title={words.warning}
      description={
        <>
          <p>{words.warningMore}</p>
          <ul className="plain-list twin-lines">
            {items.slice(0, most).map(({ record, grounds, metres }) => (
              <li key={record.id}>
                <span>
                  {/* The form stays as it is: the other record opens beside it. */}
                  <a href={hrefOf(paths.premises(record.id))} target="_blank" rel="noreferrer">
                    {record.name}
                  </a>{' '}
                  <span className="quiet">
                    <span className="num">{record.premisesNo}</span> {record.address}
                  </span>
                </span>
                <span className="nowrap">
                  <Grounds grounds={grounds} /> <span className="num quiet">{distanceText(metres)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
