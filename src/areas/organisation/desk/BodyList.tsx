/** The bodies of the district by kind, and all its people. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented, Table, Tabs, Tag } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import type { Columns } from '../../../desk/components/KeysetTable.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useWords, type Widened } from '../../../desk/words.ts'
import { type BodyItem, BodyKind, bodyKinds } from '../contract.ts'
import { messages } from '../messages.ts'
import { BodyForm } from './parts/BodyForm.tsx'
import { PeopleTable } from './parts/PeopleTable.tsx'
import { ShapeFile } from './parts/ShapeFile.tsx'

const Search = z.object({ tab: z.enum(['bodies', 'people']).default('bodies'), kind: BodyKind.optional() })
type Words = Widened<typeof messages.zh>

const columnsOf = (words: Words, nameOf: (id: string | null) => string): Columns<BodyItem> => [
  {
    title: words.bodies.name,
    dataIndex: 'name',
    render: (name: string, { id, active }) => (
      <>
        <Link {...paths.body(id)}>{name}</Link> {!active && <Tag>{words.bodies.inactive}</Tag>}
      </>
    ),
  },
  {
    title: words.bodies.kind,
    dataIndex: 'kind',
    render: (kind: BodyItem['kind']) => words.kinds[kind],
    responsive: ['md'],
  },
  { title: words.bodies.code, dataIndex: 'code', className: 'num', responsive: ['md'] },
  { title: words.bodies.parent, dataIndex: 'parent', render: nameOf, responsive: ['md'] },
  {
    title: words.bodies.headcount,
    dataIndex: 'people',
    align: 'right',
    className: 'num',
    render: (people: number) => numberText(people),
  },
  {
    title: words.bodies.area,
    dataIndex: 'hasArea',
    render: (hasArea: boolean, { kind }): ReactNode =>
      kind === 'station' ? (
        hasArea ? (
          words.bodies.drawn
        ) : (
          <span className="tone-caution">{words.bodies.undrawn}</span>
        )
      ) : (
        <span className="unknown">—</span>
      ),
  },
]

export function BodyList() {
  const words = useWords(messages)
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const [open, setOpen] = useState<'add' | 'file'>()
  const navigate = useNavigate()
  const close = () => setOpen(undefined)
  return (
    <Page
      title={words.bodies.title}
      actions={
        may('organisation.write') && (
          <>
            <Button onClick={() => setOpen('file')}>{words.shapeFile.openStations}</Button>
            <Button type="primary" onClick={() => setOpen('add')}>
              {words.bodies.add}
            </Button>
          </>
        )
      }
    >
      <Tabs
        activeKey={values.tab}
        onChange={(tab) => change({ tab: tab === 'bodies' ? undefined : tab, q: undefined })}
        destroyOnHidden
        items={[
          { key: 'bodies', label: words.bodies.bodies, children: <Bodies /> },
          { key: 'people', label: words.bodies.people, children: <PeopleTable /> },
        ]}
      />
      {open === 'add' && <BodyForm onAdded={(id) => void navigate(paths.body(id))} onClose={close} />}
      {open === 'file' && <ShapeFile of="stations" onClose={close} />}
    </Page>
  )
}

function Bodies() {
  const words = useWords(messages)
  const { values, change } = useSearchState(Search)
  const bodies = useQuery(api.organisation.bodies.queryOptions({ input: {} }))
  const columns = useMemo(() => {
    const names = new Map(bodies.data?.items.map(({ id, name }) => [id, name]))
    return columnsOf(words, (id) => (id && names.get(id)) || '—')
  }, [words, bodies.data])
  return (
    <Asked query={bodies}>
      {({ items }) => {
        const count = (kind: string) => items.filter((body) => body.kind === kind).length
        const shown = items.filter(({ kind }) => !values.kind || kind === values.kind)
        return (
          <>
            <div className="scroll-x filter-bar">
              <Segmented
                aria-label={words.bodies.kind}
                value={values.kind ?? ''}
                onChange={(kind) => change({ kind })}
                options={[
                  { value: '', label: `${words.bodies.all} ${items.length}` },
                  ...bodyKinds.map((kind) => ({ value: kind, label: `${words.kinds[kind]} ${count(kind)}` })),
                ]}
              />
            </div>
            <div className="keyset">
              <Table<BodyItem>
                aria-label={words.bodies.bodies}
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={shown}
                pagination={false}
                scroll={{ x: 'max-content' }}
                locale={{ emptyText: <EmptyBlock /> }}
              />
            </div>
          </>
        )
      }}
    </Asked>
  )
}
