/** What the tree knows of one area: where it belongs, who polices it, who answers for it. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Crumbs } from '../../../../desk/components/Crumbs.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import type { AreaNode } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { AreaForm } from './AreaForm.tsx'
import { usePersonName } from './person-name.ts'
import { useBodies } from './places.ts'

interface AreaDetailsProps {
  readonly nodes: readonly AreaNode[]
  readonly levels: readonly string[]
  readonly id: string | undefined
}

export function AreaDetails({ nodes, levels, id }: AreaDetailsProps) {
  const words = useWords(messages)
  const node = nodes.find((one) => one.id === id)
  if (!node)
    return (
      <Panel>
        <p className="quiet">{words.areas.choose}</p>
      </Panel>
    )
  return <Details key={node.id} node={node} nodes={nodes} level={levels[node.level - 1] ?? ''} />
}

function Details({ node, nodes, level }: { node: AreaNode; nodes: readonly AreaNode[]; level: string }) {
  const words = useWords(messages)
  const may = useMay()
  const bodies = useBodies()
  const lineage = [...above(nodes, node), node]
  const person = usePersonName(node.person, lineage.findLast(({ station }) => station)?.station ?? node.body)
  const [editing, setEditing] = useState(false)
  const bodyLink = (body: string | null): ReactNode =>
    body ? (
      <Link {...paths.body(body)}>{bodies.nameOf(body)}</Link>
    ) : (
      <span className="unknown">{words.areas.none}</span>
    )
  return (
    <Panel
      title={node.name}
      extra={
        may('organisation.write') && (
          <Button size="small" onClick={() => setEditing(true)}>
            {words.areas.edit}
          </Button>
        )
      }
    >
      <Crumbs
        crumbs={lineage.slice(0, -1).map(({ id, name }) => ({ label: name, place: paths.areas({ area: id }) }))}
        here={node.name}
      />
      <dl className="facts facts-two">
        <dt>{words.areas.level}</dt>
        <dd>{level}</dd>
        <dt>{words.areas.code}</dt>
        <dd className="num">{node.code}</dd>
        <dt>{words.areas.station}</dt>
        <dd>{bodyLink(node.station)}</dd>
        <dt>{words.areas.body}</dt>
        <dd>{bodyLink(node.body)}</dd>
        <dt>{words.areas.person}</dt>
        <dd>{person ?? <span className="unknown">{words.areas.none}</span>}</dd>
        <dt>{words.areas.urban}</dt>
        <dd>{node.urban ? words.areas.urbanKinds[node.urban] : <span className="unknown">{words.areas.none}</span>}</dd>
      </dl>
      {editing && <AreaForm node={node} onClose={() => setEditing(false)} />}
    </Panel>
  )
}

function above(nodes: readonly AreaNode[], node: AreaNode): AreaNode[] {
  const parent = nodes.find(({ id }) => id === node.parent)
  return parent ? [...above(nodes, parent), parent] : []
}
