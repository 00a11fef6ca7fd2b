/** What a file of shapes would do: how many are new, changed or the same, and every feature that is at fault. */
import { Alert, Table, Tag } from 'antd'
import { listText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { FeatureFault, ShapeImport } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import './border.css'

export function ShapeOutcome({ outcome }: { outcome: ShapeImport }) {
  const words = useWords(messages)
  const lang = useLang()
  const { faults, changes, features, fresh, changed, same } = outcome
  if (faults.length > 0)
    return (
      <>
        <Alert
          className="shape-outcome"
          type="error"
          showIcon
          title={fill(words.shapeFile.bad, { n: faults.length, features })}
        />
        <Faults faults={faults} />
      </>
    )
  const nameOf = (field: string) => (words.fields as Readonly<Record<string, string>>)[field] ?? field
  return (
    <>
      <Alert
        className="shape-outcome"
        type={changes.length > 0 ? 'success' : 'info'}
        showIcon
        title={changes.length > 0 ? words.shapeFile.good : words.shapeFile.nothing}
        description={fill(words.shapeFile.counts, { features, fresh, changed, same })}
      />
      {changes.length > 0 && (
        <Table<ShapeImport['changes'][number]>
          size="small"
          rowKey="feature"
          dataSource={changes}
          pagination={{ pageSize: 8, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: words.areas.code, dataIndex: 'code', className: 'num' },
            { title: words.bodies.name, dataIndex: 'name' },
            {
              title: words.shapeFile.change,
              render: (_, { fresh: isFresh, fields }) =>
                isFresh ? <Tag color="green">{words.shapeFile.fresh}</Tag> : listText(fields.map(nameOf), lang),
            },
          ]}
        />
      )}
    </>
  )
}

function Faults({ faults }: { faults: readonly FeatureFault[] }) {
  const words = useWords(messages)
  return (
    <Table<FeatureFault>
      size="small"
      rowKey={({ feature, property, ground }) => `${feature} ${property} ${ground}`}
      dataSource={faults}
      pagination={{ pageSize: 8, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: words.shapeFile.feature, dataIndex: 'feature', className: 'num nowrap', align: 'right' },
        { title: words.areas.code, dataIndex: 'code', className: 'num', render: (code: string | null) => code ?? '—' },
        {
          title: words.shapeFile.property,
          dataIndex: 'property',
          className: 'nowrap',
          render: (property: string) => (words.fields as Readonly<Record<string, string>>)[property] ?? property,
        },
        {
          title: words.shapeFile.reason,
          render: (_, { ground, value, at }) => (
            <>
              {words.grounds[ground]}
              {value && <span className="quiet"> “{value}”</span>}
              {at && (
                <span className="quiet num">
                  {' '}
                  {fill(words.border.at, { lng: at[0].toFixed(5), lat: at[1].toFixed(5) })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
