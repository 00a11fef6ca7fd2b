/** The entries of a code table, those of the second level below their parent. */
import { Button, Table, Tag } from 'antd'
import { useMemo } from 'react'
import type { Columns } from '../../../../desk/components/KeysetTable.tsx'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Code } from '../../codes/contract.ts'
import { messages } from '../../messages.ts'
import type { OrganisationWords } from './account-columns.tsx'
import { always, forever, stateOn } from './code-days.ts'

interface Row extends Code {
  readonly key: string
  children?: Row[]
}

interface CodeEntriesProps {
  readonly items: readonly Code[]
  readonly past: boolean
  readonly title: string
  readonly onEdit?: (code: Code) => void
}

function rowsOf(items: readonly Code[]): Row[] {
  const rows = items.map((code): Row => ({ ...code, key: `${code.code} ${code.from}` }))
  const firstOf = new Map<string, Row>()
  for (const row of rows) if (row.parent === null) firstOf.set(row.code, row)
  const top: Row[] = []
  for (const row of rows) {
    const parent = row.parent === null ? undefined : firstOf.get(row.parent)
    if (!parent) top.push(row)
    else {
      parent.children ??= []
      parent.children.push(row)
    }
  }
  return top
}

const columnsOf = (words: OrganisationWords, day: string, onEdit: CodeEntriesProps['onEdit']): Columns<Row> => [
  { title: words.codes.code, dataIndex: 'code', className: 'num nowrap' },
  { title: words.codes.zh, dataIndex: 'zh' },
  { title: words.codes.en, dataIndex: 'en' },
  {
    title: words.codes.from,
    dataIndex: 'from',
    className: 'num nowrap',
    render: (from: string) => (from === always ? <span className="unknown">{words.codes.always}</span> : from),
  },
  {
    title: words.codes.until,
    dataIndex: 'until',
    className: 'num nowrap',
    render: (until: string) => (until === forever ? <span className="unknown">{words.codes.forever}</span> : until),
  },
  {
    title: words.codes.state,
    key: 'state',
    className: 'nowrap',
    render: (_, code) => {
      const state = stateOn(code, day)
      return (
        <>
          {state === 'inForce' ? words.codes.inForce : <Tag>{words.codes[state]}</Tag>}
          {code.edited && <Tag color="blue">{words.codes.edited}</Tag>}
        </>
      )
    },
  },
  {
    title: words.codes.props,
    dataIndex: 'props',
    render: (props: Record<string, unknown>) => (Object.keys(props).length > 0 ? <PropsText props={props} /> : ''),
  },
  ...(onEdit
    ? [
        {
          title: words.accounts.actions,
          key: 'edit',
          fixed: 'end' as const,
          render: (_: unknown, code: Row) => (
            <Button type="link" size="small" aria-label={`${words.codes.edit} ${code.zh}`} onClick={() => onEdit(code)}>
              {words.codes.edit}
            </Button>
          ),
        },
      ]
    : []),
]

function PropsText({ props }: { props: Record<string, unknown> }) {
  const text = JSON.stringify(props)
  return (
    <code className="props" title={text}>
      {text}
    </code>
  )
}

export function CodeEntries({ items, past, title, onEdit }: CodeEntriesProps) {
  const words = useWords(messages)
  const day = today()
  const rows = useMemo(
    () => rowsOf(past ? items : items.filter((code) => stateOn(code, day) !== 'past')),
    [items, past, day],
  )
  const columns = useMemo(() => columnsOf(words, day, onEdit), [words, day, onEdit])
  return (
    <div className="keyset">
      <Table<Row>
        key={String(past)}
        aria-label={title}
        size="small"
        columns={columns}
        dataSource={rows}
        pagination={false}
        expandable={{ defaultExpandAllRows: true }}
        tableLayout="auto"
        scroll={{ x: 760 }}
      />
    </div>
  )
}
