/** The draws, the newest first: what state each is in, and the voided ones too. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../../../desk/api.ts'
import { type Columns, KeysetTable } from '../../../desk/components/KeysetTable.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { useBodies } from '../../organisation/desk/parts/places.ts'
import { type Draw, DrawQuery } from '../draws/contract.ts'
import { messages } from '../draws/messages.ts'
import { DrawState, ShortDigest } from './parts/draws/texts.tsx'
import './parts/draws/draws.css'

export function DrawList() {
  const words = useWords(messages).desk
  const may = useMay()
  const { nameOf } = useBodies()
  const { asked } = useSearchState(DrawQuery)
  const list = useQuery(api.inspections.draws.list.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const columns = useMemo(
    (): Columns<Draw> => [
      { title: words.columns.title, render: (_, { title }) => title },
      { title: words.columns.state, render: (_, draw) => <State draw={draw} /> },
      { title: words.columns.body, render: (_, { body }) => nameOf(body) },
      { title: words.columns.prepared, render: (_, { preparedAt }) => <TimeText at={preparedAt} /> },
      { title: words.columns.population, align: 'right', render: (_, { population }) => numberText(population) },
      { title: words.columns.drawn, align: 'right', render: (_, { toDraw }) => numberText(toDraw) },
      { title: words.columns.source, render: (_, { source }) => words.sources[source.kind] },
      { title: words.columns.digest, render: (_, { digest }) => <ShortDigest digest={digest} /> },
    ],
    [words, nameOf],
  )
  const begin = may('inspections.draw') && (
    <Link {...paths.drawNew()} className="ant-btn-like primary-link">
      {words.prepare}
    </Link>
  )
  return (
    <Page title={words.title} subtitle={words.subtitle} actions={begin}>
      <KeysetTable
        label={words.title}
        columns={columns}
        list={list}
        rowPlace={({ id }) => paths.draw(id)}
        card={(draw) => <Card draw={draw} />}
        empty={{ title: words.none, more: may('inspections.draw') ? words.noneMore : words.noneYet }}
      />
    </Page>
  )
}

function State({ draw: { state, voidReason } }: { draw: Draw }) {
  return (
    <>
      <DrawState state={state} />
      {voidReason !== null && <span className="wrap quiet">{voidReason}</span>}
    </>
  )
}

function Card({ draw }: { draw: Draw }) {
  const { desk: words, page } = useWords(messages)
  return (
    <div>
      <div className="card-line">
        <strong>{draw.title}</strong>
        <DrawState state={draw.state} />
      </div>
      <div className="card-quiet">
        {page.fixed} <TimeText at={draw.preparedAt} /> · {words.columns.population} {numberText(draw.population)} ·{' '}
        {words.columns.drawn} {numberText(draw.toDraw)}
      </div>
      {draw.voidReason !== null && <div>{draw.voidReason}</div>}
    </div>
  )
}
