/** How each body numbers its papers, and how far it has come this year. */
import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Table } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useSearchState } from '../../../../desk/search-params.ts'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import type { BodySeries } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { serialText } from '../../numbers.ts'
import type { FormKey } from '../../record-contract.ts'
import { LetterheadForm, PatternForm } from './NumberForms.tsx'

const Search = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

export function Numbers() {
  const words = useWords(messages)
  const { values, change } = useSearchState(Search)
  const year = values.year ?? Number(today().slice(0, 4))
  const series = useQuery(api.papers.series.list.queryOptions({ input: { year } }))
  return (
    <>
      <p className="quiet">{words.series.subtitle}</p>
      <p>
        <label htmlFor="series-year">{words.series.year} </label>
        <InputNumber
          id="series-year"
          min={2000}
          max={2100}
          precision={0}
          value={year}
          onChange={(value) => value && change({ year: value }, { replace: true })}
        />
      </p>
      <Asked query={series} grounds={words.grounds}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <OfBody key={one.body} series={one} />
            ))}
          </>
        )}
      </Asked>
    </>
  )
}

function OfBody({ series: one }: { series: BodySeries }) {
  const words = useWords(messages)
  const { nameOf } = useCodes('paper-form')
  const [edited, setEdited] = useState<FormKey | 'letterhead'>()
  const { name, letterhead, mine, series } = one
  const close = () => setEdited(undefined)
  const facts = (['fullName', 'organ', 'station', 'reviewBody', 'court'] as const).filter((field) => letterhead[field])
  return (
    <Panel
      title={name}
      extra={
        mine && (
          <Button size="small" onClick={() => setEdited('letterhead')}>
            {words.series.editLetterhead}
          </Button>
        )
      }
    >
      <dl className="series-heads">
        {facts.map((field) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{words.fields[field]}</dt>
            <dd>{letterhead[field]}</dd>
          </div>
        ))}
      </dl>
      <Table
        size="small"
        aria-label={name}
        rowKey="form"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...series]}
        columns={[
          { title: words.fields.form, render: (_, { form }) => nameOf(form) },
          {
            title: words.series.last,
            align: 'right',
            className: 'num',
            render: (_, { last }) =>
              last === 0 ? <span className="quiet">{words.series.none}</span> : serialText(last),
          },
          {
            title: words.series.voided,
            align: 'right',
            className: 'num',
            render: (_, { voided }) => (voided === 0 ? '—' : voided),
          },
          { title: words.series.next, className: 'num', render: (_, { next }) => next },
          {
            title: words.fields.pattern,
            render: (_, { usual, form }) => (
              <>
                {usual ? words.series.usual : words.series.own}
                {mine && (
                  <Button
                    size="small"
                    type="link"
                    icon={<EditOutlined />}
                    aria-label={`${words.series.edit} ${nameOf(form)}`}
                    onClick={() => setEdited(form)}
                  />
                )}
              </>
            ),
          },
        ]}
      />
      {edited === 'letterhead' && <LetterheadForm series={one} onClose={close} />}
      {edited !== undefined && edited !== 'letterhead' && <PatternForm series={one} form={edited} onClose={close} />}
    </Panel>
  )
}
