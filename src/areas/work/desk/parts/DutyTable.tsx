/** Open duties, the first to run out first; each leads to its record. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { type Columns, KeysetTable } from '../../../../desk/components/KeysetTable.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import { citation } from '../../../../kernel/law.ts'
import { DueDay } from '../../../hazards/desk/parts/HazardMarks.tsx'
import { messages as hazards } from '../../../hazards/messages.ts'
import { useBodies, usePeopleNames } from '../../../organisation/desk/parts/places.ts'
import type { WorkItem } from '../../contract.ts'
import { messages } from '../../messages.ts'

type Row = WorkItem & { readonly id: string }
type Input = NonNullable<Parameters<typeof client.work.list>[0]>

export function DutyTable({ input }: { input: Input }) {
  const words = useWords(messages)
  const may = useMay()
  const [urging, setUrging] = useState<Row>()
  const list = useQuery({
    ...api.work.list.queryOptions({ input, placeholderData: keepPreviousData }),
    select: ({ items, next }) => ({
      items: items.map((one): Row => ({ ...one, id: `${one.subject} ${one.duty} ${one.since}` })),
      next,
    }),
  })
  const columns = useDutyColumns(may('work.urge') ? setUrging : undefined)
  return (
    <>
      <KeysetTable
        label={words.tabs.duties}
        columns={columns}
        list={list}
        rowPlace={({ subject }) => paths.hazard(subject)}
        card={(row) => <DutyCard row={row} />}
        empty={{ title: words.none, more: words.noneMore }}
      />
      {urging && <Urge row={urging} onClose={() => setUrging(undefined)} />}
    </>
  )
}

function useDutyWords() {
  const duties: Readonly<Record<string, string>> = useWords(hazards).duties
  return (duty: string) => duties[duty] ?? duty
}

function useDutyColumns(onUrge: ((row: Row) => void) | undefined): Columns<Row> {
  const words = useWords(messages)
  const lang = useLang()
  const dutyText = useDutyWords()
  const { nameOf: bodyName } = useBodies()
  const { nameOf: personName } = usePeopleNames()
  return useMemo<Columns<Row>>(
    () => [
      { title: words.columns.what, render: (_, { duty }) => dutyText(duty) },
      { title: words.columns.place, render: (_, { place }) => place ?? '—' },
      {
        title: words.columns.due,
        render: (_, { dueOn, provisional }) => (
          <>
            <DueDay dueOn={dueOn} /> {provisional && <span className="quiet">{words.provisional}</span>}
          </>
        ),
      },
      {
        title: words.columns.officer,
        render: (_, { officer, body }) => (
          <span className="cell-where">
            {officer ? personName(officer) : words.columns.nobody} <span className="quiet">{bodyName(body)}</span>
          </span>
        ),
      },
      { title: words.columns.law, render: (_, { law }) => <span className="quiet">{citation(law, lang)}</span> },
      ...(onUrge
        ? [
            {
              title: words.columns.acts,
              render: (_: unknown, row: Row) => (
                <Button size="small" onClick={() => onUrge(row)}>
                  {words.urge}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [words, lang, dutyText, bodyName, personName, onUrge],
  )
}

function DutyCard({ row }: { row: Row }) {
  const dutyText = useDutyWords()
  return (
    <div>
      <div className="card-line">
        <strong>{dutyText(row.duty)}</strong>
        <DueDay dueOn={row.dueOn} />
      </div>
      <div>{row.place}</div>
    </div>
  )
}

function Urge({ row, onClose }: { row: Row; onClose: () => void }) {
  const words = useWords(messages)
  const dutyText = useDutyWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  return (
    <ReasonModal
      open
      title={words.urgeTitle}
      explain={`${row.place ?? ''} ${dutyText(row.duty)} ${row.dueOn} ${words.urgeMore}`}
      okText={words.urge}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (said) => {
        await client.work.urge({ kind: 'hazard', subject: row.subject, words: said })
        await queries.invalidateQueries({ queryKey: api.hazards.key() })
        message.success(words.urged)
      }}
    />
  )
}
