/** The audit trail: who did what and when, and whether the chain is whole. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useActWords } from '../../../desk/act-words.ts'
import { api } from '../../../desk/api.ts'
import { type Chosen, FilterBar } from '../../../desk/components/FilterBar.tsx'
import { type Columns, KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useLang, useMarks, useWords } from '../../../desk/words.ts'
import type { Lang } from '../../../kernel/words.ts'
import { type LedgerEntry, LedgerQuery } from '../audit/contract.ts'
import { messages } from '../messages.ts'
import { isRole, roles } from '../roles.ts'
import type { OrganisationWords } from './parts/account-columns.tsx'
import { VerifyLedger } from './parts/VerifyLedger.tsx'

type ActWords = ReturnType<typeof useActWords>
type Filter = z.infer<typeof LedgerQuery>
const text = (table: Readonly<Record<string, string>>, key: string) => table[key] ?? key

const columnsOf = (
  words: OrganisationWords,
  acts: ActWords,
  lang: Lang,
  onSubject: (id: string) => void,
): Columns<LedgerEntry> => [
  { title: words.audit.at, dataIndex: 'at', render: (at: string) => <TimeText at={at} precision="second" /> },
  {
    title: words.audit.actor,
    dataIndex: 'actor',
    render: (actor: string, { role }) => (
      <>
        {actor}{' '}
        <span className="quiet">
          {isRole(role) ? roles[role][lang] : role === 'system' ? words.audit.system : role}
        </span>
      </>
    ),
  },
  {
    title: words.audit.act,
    dataIndex: 'act',
    render: (act: string) => <span title={act}>{text(acts, act)}</span>,
  },
  {
    title: words.audit.kind,
    dataIndex: 'kind',
    render: (kind: string, { subject }) => (
      <>
        {text(words.audit.kinds, kind)}{' '}
        <button type="button" className="link num" title={words.audit.sameSubject} onClick={() => onSubject(subject)}>
          {subject.slice(-8)}
        </button>
      </>
    ),
  },
  {
    title: words.audit.note,
    dataIndex: 'note',
    render: (note: string | null) => (note ? <span className="wrap">{note}</span> : <span className="unknown">—</span>),
  },
  {
    title: words.audit.position,
    dataIndex: 'position',
    align: 'right',
    className: 'num',
    render: (position: number | null) => position ?? <span className="unknown">{words.audit.unsealedMark}</span>,
  },
]

export function LedgerPage() {
  const words = useWords(messages)
  const acts = useActWords()
  const lang = useLang()
  const marks = useMarks()
  const { values, change, clear } = useSearchState(LedgerQuery)
  const list = useQuery(api.organisation.ledger.list.queryOptions({ input: values, placeholderData: keepPreviousData }))
  const columns = useMemo(
    () => columnsOf(words, acts, lang, (subject) => change({ subject })),
    [words, acts, lang, change],
  )
  return (
    <Page title={words.audit.title} subtitle={words.audit.subtitle} actions={<VerifyLedger />}>
      <FilterBar chosen={chosenOf(values, words, acts, marks.named, change)} onReset={clear}>
        <DatePicker.RangePicker
          aria-label={words.audit.days}
          placeholder={[words.audit.from, words.audit.to]}
          allowEmpty={[true, true]}
          value={[values.from ? dayjs(values.from) : null, values.to ? dayjs(values.to) : null]}
          onChange={(_dates, days) => change({ from: days?.[0], to: days?.[1] })}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          className="filter-field"
          aria-label={words.audit.act}
          placeholder={words.audit.act}
          value={values.act}
          options={Object.entries(acts).map(([value, label]) => ({ value, label }))}
          onChange={(act) => change({ act })}
        />
        <Select
          allowClear
          className="filter-field"
          aria-label={words.audit.kind}
          placeholder={words.audit.anyKind}
          value={values.kind}
          options={Object.entries(words.audit.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(kind) => change({ kind })}
        />
        <Input.Search
          key={values.actor ?? ''}
          defaultValue={values.actor ?? ''}
          allowClear
          className="filter-field"
          aria-label={words.audit.actor}
          placeholder={words.audit.actor + marks.aside(words.audit.actorHint)}
          onSearch={(actor) => change({ actor })}
        />
      </FilterBar>
      <KeysetTable
        label={words.audit.title}
        columns={columns}
        list={list}
        card={({ at, actor, act, kind, note }) => (
          <div>
            <div className="card-line">
              <strong>{text(acts, act)}</strong>
              <TimeText at={at} />
            </div>
            <div className="card-quiet">
              {actor} · {text(words.audit.kinds, kind)} {note}
            </div>
          </div>
        )}
      />
    </Page>
  )
}

function chosenOf(
  { from, to, act, kind, actor, subject }: Filter,
  words: OrganisationWords,
  acts: ActWords,
  named: (name: string, value: string) => string,
  change: (values: Record<string, undefined>) => void,
): Chosen[] {
  const all: (Chosen | false | undefined)[] = [
    (from || to) !== undefined && {
      key: 'days',
      label: `${from ?? '…'} – ${to ?? '…'}`,
      onRemove: () => change({ from: undefined, to: undefined }),
    },
    act !== undefined && {
      key: 'act',
      label: named(words.audit.act, text(acts, act)),
      onRemove: () => change({ act: undefined }),
    },
    kind !== undefined && {
      key: 'kind',
      label: named(words.audit.kind, text(words.audit.kinds, kind)),
      onRemove: () => change({ kind: undefined }),
    },
    actor !== undefined && {
      key: 'actor',
      label: named(words.audit.actor, actor),
      onRemove: () => change({ actor: undefined }),
    },
    subject !== undefined && {
      key: 'subject',
      label: named(words.audit.subject, subject.slice(-8)),
      onRemove: () => change({ subject: undefined }),
    },
  ]
  return all.filter((one): one is Chosen => Boolean(one))
}
