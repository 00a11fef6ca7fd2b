/** The analyses: drafts and what was issued. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { type Columns, KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import type { AnalysisItem } from '../contract.ts'
import { messages as area } from '../messages.ts'
import { messages } from './messages.ts'
import { useGrounds } from './parts/grounds.ts'
import { lastQuarter, PeriodPicker, periodIn } from './parts/PeriodPicker.tsx'

const Search = z.object({ after: z.string().optional() })

export function AnalysisList() {
  const words = useWords(messages).list
  const states = useWords(area).states
  const lang = useLang()
  const may = useMay()
  const verdicts = useCodes('verdict')
  const { asked } = useSearchState(Search)
  const [beginning, setBeginning] = useState(false)
  const list = useQuery(api.analysis.list.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const columns: Columns<AnalysisItem> = [
    { title: words.period, render: (_, { period }) => period.label[lang] },
    {
      title: words.state,
      render: (_, { state, edition, superseded }) => (
        <>
          <Tag color={state === 'issued' ? 'green' : 'gold'}>{states[state]}</Tag>
          {edition > 1 && <Tag>{fill(words.edition, { n: edition })}</Tag>}
          {superseded && <Tag>{words.superseded}</Tag>}
        </>
      ),
    },
    { title: words.verdict, render: (_, { chosen }) => verdicts.nameOf(chosen) },
    { title: words.drafted, render: (_, row) => <Who name={row.draftedBy} at={row.draftedAt} /> },
    { title: words.issued, render: (_, row) => <Who name={row.issuedBy} at={row.issuedAt} /> },
  ]
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      actions={
        may('analysis.draft') && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {words.begin}
          </Button>
        )
      }
    >
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        rowPlace={({ id }) => paths.analysisDesk(id)}
        empty={{ title: words.none, more: may('analysis.draft') ? words.noneMore : words.noneYet }}
      />
      {beginning && <Begin onClose={() => setBeginning(false)} />}
    </Page>
  )
}

const Who = ({ name, at }: { name: string | null; at: string | null }) =>
  name ? (
    <>
      {name} <TimeText at={at} precision="day" />
    </>
  ) : (
    '—'
  )

function Begin({ onClose }: { onClose: () => void }) {
  const words = useWords(messages).list
  const grounds = useGrounds()
  const navigate = useNavigate()
  const [period, setPeriod] = useState(lastQuarter().key)
  const create = useMutation(
    api.analysis.create.mutationOptions({ onSuccess: ({ id }) => navigate(paths.analysisDesk(id)) }),
  )
  return (
    <Modal
      open
      title={words.beginTitle}
      okText={words.begin}
      confirmLoading={create.isPending}
      onOk={() => create.mutate({ period })}
      onCancel={onClose}
    >
      {create.error && <ErrorBlock error={create.error} grounds={grounds} />}
      <PeriodPicker period={periodIn(period)} onPick={setPeriod} />
    </Modal>
  )
}
