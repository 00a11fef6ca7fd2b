/** The papers of one's reach (文书台账), and the numbers of the bodies that issue them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useMemo } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { type Columns, KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { useBodies } from '../../organisation/desk/parts/places.ts'
import { PaperQuery } from '../contract.ts'
import { messages } from '../messages.ts'
import type { Paper } from '../record-contract.ts'
import { PaperNo, PaperState, ServedLine } from './parts/Marks.tsx'
import { Numbers } from './parts/Numbers.tsx'
import { PaperActs, Scans } from './parts/PaperActs.tsx'
import { PaperFilters } from './parts/PaperFilters.tsx'
import './parts/papers.css'

const tabs = ['papers', 'series'] as const
const Search = z.object({ tab: z.enum(tabs).default('papers') })

export function PaperList() {
  const words = useWords(messages)
  const may = useMay()
  const { values, change } = useSearchState(Search)
  return (
    <Page
      title={words.title}
      subtitle={words.list.subtitle}
      actions={
        may('papers.read') && (
          <Link {...paths.paperTemplates()} className="ant-btn-like">
            {words.list.templates}
          </Link>
        )
      }
    >
      <Tabs
        activeKey={values.tab}
        onChange={(tab) => change({ tab: tab === 'papers' ? undefined : tab })}
        destroyOnHidden
        items={[
          { key: 'papers', label: words.title, children: <Papers /> },
          { key: 'series', label: words.list.series, children: <Numbers /> },
        ]}
      />
    </Page>
  )
}

function Papers() {
  const words = useWords(messages)
  const { asked, values } = useSearchState(PaperQuery)
  const list = useQuery(api.papers.list.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  return (
    <>
      <PaperFilters />
      <KeysetTable
        label={words.title}
        columns={useColumns()}
        list={list}
        sort={values.sort}
        grounds={words.grounds}
        card={(paper) => <PaperCard paper={paper} />}
        empty={{ title: words.list.none, more: words.list.noneMore }}
      />
    </>
  )
}

function useColumns(): Columns<Paper> {
  const words = useWords(messages)
  const { nameOf: formName } = useCodes('paper-form')
  const { nameOf: bodyName } = useBodies()
  return useMemo(
    () => [
      {
        title: words.fields.no,
        render: (_, paper) => (
          <>
            <div>{paper.title || formName(paper.form)}</div>
            <PaperNo paper={paper} />
          </>
        ),
      },
      {
        title: words.fields.partyName,
        render: (_, { partyName, premises }) => (
          <span className="paper-party">
            {premises ? <Link {...paths.premises(premises)}>{partyName}</Link> : partyName}
          </span>
        ),
      },
      {
        title: words.fields.issuedOn,
        key: 'issuedAt',
        sorter: true,
        render: (_, { issuedAt, issuedBy, body }) => (
          <>
            <div className="nowrap">
              <TimeText at={issuedAt} precision="day" /> {issuedBy}
            </div>
            <span className="quiet">{bodyName(body)}</span>
          </>
        ),
      },
      {
        title: words.fields.state,
        render: (_, paper) => (
          <div className="paper-state">
            <PaperState paper={paper} /> <ServedLine paper={paper} />
            {paper.voidReason && <span className="quiet">{paper.voidReason}</span>}
            <Scans paper={paper} />
          </div>
        ),
      },
      { title: words.part.acts, key: 'acts', render: (_, paper) => <PaperActs paper={paper} /> },
    ],
    [words, formName, bodyName],
  )
}

function PaperCard({ paper }: { paper: Paper }) {
  const { title, partyName, issuedAt, issuedBy, voidReason } = paper
  return (
    <div className="paper-of">
      <div className="card-line">
        <strong>{title}</strong>
        <PaperState paper={paper} />
      </div>
      <PaperNo paper={paper} />
      <div>{partyName}</div>
      <div className="card-quiet">
        <TimeText at={issuedAt} precision="day" /> {issuedBy} <ServedLine paper={paper} /> {voidReason}
      </div>
      <Scans paper={paper} />
      <PaperActs paper={paper} />
    </div>
  )
}
