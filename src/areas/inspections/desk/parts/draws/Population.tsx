/** The population of a draw: what was drawn with whom, what may be drawn, what is excluded and why. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Tabs } from 'antd'
import { useMemo } from 'react'
import { z } from 'zod'
import { api } from '../../../../../desk/api.ts'
import { type Columns, KeysetTable } from '../../../../../desk/components/KeysetTable.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useSearchState } from '../../../../../desk/search-params.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { PageQuery } from '../../../../../kernel/contract.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { type Draw, type DrawObject, objectSets } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import { ObjectActs } from './ObjectActs.tsx'

type Set = (typeof objectSets)[number]
type Shown = DrawObject & { id: string }

const Search = PageQuery.extend({ which: z.enum(objectSets).optional(), q: z.string().optional() })

export function Population({ draw }: { draw: Draw }) {
  const words = useWords(messages).page
  const { values, asked, change } = useSearchState(Search)
  const isDrawn = draw.drawnAt !== null
  const which = values.which ?? (isDrawn ? 'drawn' : 'eligible')
  const counts: Readonly<Record<Set, number>> = {
    drawn: isDrawn ? draw.toDraw : 0,
    eligible: draw.population - draw.excluded,
    excluded: draw.excluded,
  }
  const list = useQuery(
    api.inspections.draws.objects.queryOptions({
      input: { ...asked, id: draw.id, which },
      placeholderData: keepPreviousData,
    }),
  )
  const data = useMemo(
    () => list.data && { ...list.data, items: list.data.items.map((object) => ({ ...object, id: object.premises })) },
    [list.data],
  )
  const columns = useObjectColumns(draw, which)
  return (
    <Tabs
      activeKey={which}
      onChange={(tab) => change({ which: tab, q: undefined })}
      items={objectSets
        .filter((set) => isDrawn || set !== 'drawn')
        .map((set) => ({
          key: set,
          label: `${words.tabs[set]} ${numberText(counts[set])}`,
          children: set === which && (
            <>
              <Input.Search
                className="draw-find"
                allowClear
                aria-label={words.search}
                placeholder={words.search}
                defaultValue={values.q ?? ''}
                onSearch={(q) => change({ q })}
              />
              <KeysetTable
                label={words.tabs[set]}
                columns={columns}
                list={{ ...list, data }}
                {...(values.q ? {} : { total: counts[set] })}
                card={(object) => <Card draw={draw} object={object} />}
                {...(values.q ? {} : { empty: { title: words.empty[set], more: '' } })}
              />
            </>
          ),
        }))}
    />
  )
}

function useObjectColumns(draw: Draw, which: Set): Columns<Shown> {
  const words = useWords(messages).page
  const { nameOf } = useBodies('station')
  return useMemo(() => {
    const columns: (Columns<Shown>[number] | false)[] = [
      which === 'drawn' && { title: words.order, align: 'right', render: (_, { rank }) => numberText(rank) },
      { title: words.object, render: (_, object) => <Named object={object} /> },
      { title: words.station, render: (_, { station }) => nameOf(station) },
      { title: words.last, render: (_, object) => <Last object={object} /> },
      which === 'drawn' && { title: words.sent, render: (_, object) => <Sent draw={draw} object={object} /> },
      which === 'excluded' && { title: words.why, render: (_, object) => <Why object={object} /> },
      draw.state === 'prepared' && {
        title: words.acts,
        render: (_, object) => <ObjectActs draw={draw} object={object} />,
      },
    ]
    return columns.flatMap((column) => column || [])
  }, [draw, which, words, nameOf])
}

interface ObjectProps {
  readonly object: DrawObject
}

/** What was drawn by chance is what counts: its ticket is there for whoever wants to see it. */
const Named = ({ object: { premises, name, premisesNo, address, ticket } }: ObjectProps) => (
  <span className="draw-object" {...(ticket ? { title: ticket } : {})}>
    <Link {...paths.premises(premises)}>{name}</Link>
    <span className="quiet">
      {premisesNo} {address}
    </span>
  </span>
)

function Last({ object: { lastInspectedOn, excluded, words: why } }: ObjectProps) {
  const words = useWords(messages).page
  return (
    <>
      {lastInspectedOn === null ? (
        <span className="quiet">{words.never}</span>
      ) : (
        <span className="num">{lastInspectedOn}</span>
      )}
      {excluded === null && why !== null && <div className="quiet">{fill(words.insisted, { words: why })}</div>}
    </>
  )
}

const Sent = ({ draw, object }: ObjectProps & { draw: Draw }) => (
  <ul className="draw-list">
    {draw.inspectors
      .filter(({ id }) => object.inspectors?.includes(id))
      .toSorted((a, b) => (object.inspectors?.indexOf(a.id) ?? 0) - (object.inspectors?.indexOf(b.id) ?? 0))
      .map(({ id, name, body }) => (
        <li key={id} className="nowrap">
          {name} <span className="quiet">{body}</span>
        </li>
      ))}
  </ul>
)

function Why({ object: { excluded, words: why } }: ObjectProps) {
  const { exclusions } = useWords(messages)
  if (excluded === null) return null
  return (
    <span className="wrap">
      {exclusions[excluded]}
      {why !== null && <span className="quiet"> {why}</span>}
    </span>
  )
}

function Card({ draw, object }: ObjectProps & { draw: Draw }) {
  const words = useWords(messages).page
  return (
    <div>
      <div className="card-line">
        <Named object={object} />
        {object.rank !== null && <strong className="num">{object.rank}</strong>}
      </div>
      <div className="card-quiet">
        {words.last} <Last object={object} />
      </div>
      {object.excluded !== null && <Why object={object} />}
      {object.rank !== null && <Sent draw={draw} object={object} />}
      {draw.state === 'prepared' && <ObjectActs draw={draw} object={object} />}
    </div>
  )
}
