/** What present records would give otherwise than an issued analysis says. The issued figures stay as they are. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Table, Tag } from 'antd'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { paths } from '../../../../desk/paths.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { useValueWords } from '../../../incidents/desk/parts/words.ts'
import { messages as incidents } from '../../../incidents/messages.ts'
import type { RecordShift, Revisions } from '../../contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'
import { valueText } from './shown.ts'

export function RevisionList({ id }: { id: string }) {
  const words = useWords(messages).desk
  const grounds = useGrounds()
  const revisions = useQuery(api.analysis.revisions.queryOptions({ input: { id } }))
  return (
    <Asked query={revisions} grounds={grounds}>
      {(found) => {
        const { added, removed, changed } = found.counts
        if (added + removed + changed === 0) return <Alert type="success" showIcon title={words.noRevisions} />
        return (
          <>
            <Alert type="info" showIcon title={fill(words.revisionCounts, found.counts)} style={{ marginBottom: 12 }} />
            <Shifts revisions={found} />
            <Records revisions={found} />
            {found.paragraphs.length > 0 && <Texts paragraphs={found.paragraphs} />}
          </>
        )
      }}
    </Asked>
  )
}

function Shifts({ revisions }: { revisions: Revisions }) {
  const words = useWords(messages).desk
  const lang = useLang()
  return (
    <Panel title={words.shifted} flush>
      <Table
        aria-label={words.shifted}
        size="small"
        rowKey={({ range, key }) => `${range} ${key}`}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={revisions.figures}
        locale={{ emptyText: words.noShift }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: words.indicator, render: (_, { name }) => name[lang] },
          { title: words.range, render: (_, { range }) => words.ranges[range] },
          {
            title: words.original,
            align: 'right',
            className: 'num',
            render: (_, { key, issued }) => valueText(key, issued) ?? '—',
          },
          {
            title: words.now,
            align: 'right',
            className: 'num',
            render: (_, { key, now }) => valueText(key, now) ?? '—',
          },
          {
            title: words.difference,
            align: 'right',
            className: 'num',
            render: (_, { key, difference }) => valueText(key, difference) ?? '—',
          },
        ]}
      />
    </Panel>
  )
}

const colour = { added: 'blue', removed: 'red', changed: 'gold' } as const

function Records({ revisions }: { revisions: Revisions }) {
  const words = useWords(messages).desk
  return (
    <Panel title={words.shiftedRecords} flush>
      <Table
        aria-label={words.shiftedRecords}
        size="small"
        rowKey="id"
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={revisions.records}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: words.record, render: (_, { id, incidentNo }) => <Link {...paths.incident(id)}>{incidentNo}</Link> },
          { title: words.what, render: (_, { kind }) => <Tag color={colour[kind]}>{words[kind]}</Tag> },
          { title: words.day, render: (_, { receivedOn }) => receivedOn },
          { title: words.fields, render: (_, { changes }) => <Changes changes={changes} /> },
        ]}
      />
    </Panel>
  )
}

function Changes({ changes }: { changes: RecordShift['changes'] }) {
  const { fields } = useWords(incidents)
  const valueText = useValueWords()
  const nameOf = (field: string) => (field in fields ? fields[field as keyof typeof fields] : field)
  if (changes.length === 0) return '—'
  return (
    <ul className="revision-changes">
      {changes.map(({ field, issued, now }) => (
        <li key={field}>
          {nameOf(field)} <del>{valueText(field, issued)}</del> → {valueText(field, now)}
        </li>
      ))}
    </ul>
  )
}

/** The sentences that would read otherwise, beside those that were issued. */
function Texts({ paragraphs }: Pick<Revisions, 'paragraphs'>) {
  const words = useWords(messages).desk
  return (
    <Panel title={words.shiftedText}>
      {paragraphs.map(({ key, issued, now }) => (
        <dl key={key} className="revision-text" lang="zh-CN">
          <dt>{words.original}</dt>
          <dd>{issued ?? '—'}</dd>
          <dt>{words.now}</dt>
          <dd>{now ?? '—'}</dd>
        </dl>
      ))}
    </Panel>
  )
}
