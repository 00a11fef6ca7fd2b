/** One body: what it is, its area on the map, its posts and the people in them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import type { Body, Person, Post } from '../contract.ts'
import { messages } from '../messages.ts'
import { BodyForm } from './parts/BodyForm.tsx'
import { PostsOfBody } from './parts/PostsOfBody.tsx'
import { useAreas, useBodies, useShapes } from './parts/places.ts'
import { StationBorder } from './parts/StationBorder.tsx'

type Found = Body & { posts: Post[]; people: Person[] }

export function BodyPage() {
  const words = useWords(messages)
  const id = useId()
  const body = useQuery(api.organisation.body.queryOptions({ input: { id } }))
  if (!body.data)
    return (
      <Page title={words.bodies.title}>
        <Asked query={body}>{() => null}</Asked>
      </Page>
    )
  return <Found body={body.data} />
}

function Found({ body }: { body: Found }) {
  const words = useWords(messages)
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { nameOf } = useBodies()
  return (
    <Page
      title={body.name}
      tag={body.active ? <Tag>{words.kinds[body.kind]}</Tag> : <Tag color="red">{words.bodies.inactive}</Tag>}
      breadcrumbs={[{ label: words.bodies.title, place: paths.organisation() }]}
      actions={
        <>
          {body.kind === 'station' && may('incidents.read') && (
            <Link {...paths.incidents({ station: body.id })} className="ant-btn-like">
              {words.body.incidents}
            </Link>
          )}
          {may('organisation.write') && <Button onClick={() => setEditing(true)}>{words.bodies.edit}</Button>}
        </>
      }
    >
      <div className="columns">
        <div className="span-5">
          <Panel>
            <dl className="facts">
              <dt>{words.bodies.code}</dt>
              <dd className="num">{body.code}</dd>
              <dt>{words.bodies.parent}</dt>
              <dd>
                {body.parent ? <Link {...paths.body(body.parent)}>{nameOf(body.parent)}</Link> : words.bodies.noParent}
              </dd>
              <dt>{words.bodies.headcount}</dt>
              <dd>
                {body.people.filter(({ active }) => active).length} {words.bodies.headcountUnit}
              </dd>
            </dl>
          </Panel>
          <PostsOfBody body={body} />
        </div>
        <div className="span-7">
          <AreaOfBody body={body} />
          <Communities body={body} />
        </div>
      </div>
      {editing && <BodyForm body={body} onClose={() => setEditing(false)} />}
    </Page>
  )
}

/** A station's own polygon; of a street's body, the street that it governs. */
function AreaOfBody({ body }: { body: Found }) {
  const words = useWords(messages)
  const streets = useAreas(1)
  const isStreet = body.kind === 'street'
  const others = useShapes(isStreet ? 'street' : 'station', isStreet || body.kind === 'station')
  const own = isStreet ? streets.items.find((street) => street.body === body.id)?.id : body.id
  const areas = useMemo(() => others.map(({ id, name, polygon }) => ({ id, name, polygon })), [others])
  const may = useMay()
  const [drawing, setDrawing] = useState(false)
  if (!isStreet && body.kind !== 'station') return null
  return (
    <Panel
      flush
      title={words.body.map}
      extra={
        may('organisation.write') &&
        (isStreet ? (
          <Link {...paths.areas({ area: own })}>{words.areas.title}</Link>
        ) : (
          <Button size="small" onClick={() => setDrawing(true)}>
            {words.border.draw}
          </Button>
        ))
      }
    >
      {areas.some(({ id }) => id === own) ? (
        <MapView title={body.name} areas={areas} focusArea={own} selectedArea={own} height={380} />
      ) : (
        <EmptyBlock title={words.body.noMap} {...(isStreet ? { more: words.body.noStreet } : {})} />
      )}
      {drawing && <StationBorder body={body} onClose={() => setDrawing(false)} />}
    </Panel>
  )
}

function Communities({ body }: { body: Found }) {
  const words = useWords(messages)
  const { items } = useAreas()
  const street = items.find((node) => node.level === 1 && node.body === body.id)?.id
  const own = items.filter(
    (node) => node.active && node.level === 2 && (node.station === body.id || (street && node.parent === street)),
  )
  if (own.length === 0) return null
  return (
    <Panel title={`${words.body.communities} ${own.length}`}>
      <ul className="chips">
        {own.map(({ id, name }) => (
          <li key={id}>
            <Link {...paths.areas({ area: id })}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
