/** What the tree knows of one area: where it belongs, who polices it, who answers for it. */
import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { Crumbs } from '../../../../desk/components/Crumbs.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { AreaNode } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { AreaBorder } from './AreaBorder.tsx'
import { AreaForm } from './AreaForm.tsx'
import { usePerson } from './person.ts'
import { useBodies } from './places.ts'

interface AreaDetailsProps {
  readonly nodes: readonly AreaNode[]
  readonly levels: readonly string[]
  readonly id: string | undefined
  readonly onChoose: (id: string) => void
}

export function AreaDetails({ nodes, levels, id, onChoose }: AreaDetailsProps) {
  const words = useWords(messages)
  const node = nodes.find((one) => one.id === id)
  if (!node)
    return (
      <Panel>
        <p className="quiet">{words.areas.choose}</p>
      </Panel>
    )
  return <Details key={node.id} {...{ node, nodes, levels, onChoose }} />
}

type Open = 'edit' | 'draw' | 'add' | undefined

function Details({ node, nodes, levels, onChoose }: Omit<AreaDetailsProps, 'id'> & { node: AreaNode }) {
  const words = useWords(messages)
  const may = useMay()
  const bodies = useBodies()
  const lineage = [...above(nodes, node), node]
  const person = usePerson(node.person)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const below = levels[node.level]
  const bodyLink = (body: string | null): ReactNode =>
    body ? (
      <Link {...paths.body(body)}>{bodies.nameOf(body)}</Link>
    ) : (
      <span className="unknown">{words.areas.none}</span>
    )
  return (
    <Panel
      title={
        <>
          {node.name} {!node.active && <Tag color="red">{words.bodies.inactive}</Tag>}
        </>
      }
      extra={
        may('organisation.write') && (
          <>
            {below && node.active && (
              <Button size="small" onClick={() => setOpen('add')}>
                {fill(words.areas.addBelow, { level: below })}
              </Button>
            )}
            <Button size="small" onClick={() => setOpen('draw')}>
              {words.border.draw}
            </Button>
            <Button size="small" onClick={() => setOpen('edit')}>
              {words.areas.edit}
            </Button>
          </>
        )
      }
    >
      <Crumbs
        crumbs={lineage.slice(0, -1).map(({ id, name }) => ({ label: name, place: paths.areas({ area: id }) }))}
        here={node.name}
      />
      <dl className="facts facts-two">
        <dt>{words.areas.level}</dt>
        <dd>{levels[node.level - 1]}</dd>
        <dt>{words.areas.code}</dt>
        <dd className="num">{node.code}</dd>
        <dt>{words.areas.station}</dt>
        <dd>{bodyLink(node.station)}</dd>
        <dt>{words.areas.body}</dt>
        <dd>{bodyLink(node.body)}</dd>
        <dt>{words.areas.person}</dt>
        <dd>{node.person ? (person?.name ?? '…') : <span className="unknown">{words.areas.none}</span>}</dd>
        <dt>{words.areas.urban}</dt>
        <dd>{node.urban ? words.areas.urbanKinds[node.urban] : <span className="unknown">{words.areas.none}</span>}</dd>
        <dt>{words.border.name}</dt>
        <dd>{node.hasArea ? words.bodies.drawn : <span className="tone-caution">{words.bodies.undrawn}</span>}</dd>
      </dl>
      {open === 'edit' && <AreaForm node={node} levels={levels} onClose={close} />}
      {open === 'add' && (
        <AreaForm levels={levels} level={node.level + 1} parent={node.id} onAdded={onChoose} onClose={close} />
      )}
      {open === 'draw' && <AreaBorder node={node} onClose={close} />}
    </Panel>
  )
}

function above(nodes: readonly AreaNode[], node: AreaNode): AreaNode[] {
  const parent = nodes.find(({ id }) => id === node.parent)
  return parent ? [...above(nodes, parent), parent] : []
}
