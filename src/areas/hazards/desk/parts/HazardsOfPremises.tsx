/** The hazards of a place: a part of its page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useMay } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { HazardRows } from './HazardRows.tsx'

const newest = 10

export function HazardsOfPremises({ premises }: { premises: string }) {
  const may = useMay()
  return may('hazards.read') ? <Listed premises={premises} /> : null
}

function Listed({ premises }: { premises: string }) {
  const words = useWords(messages)
  const list = useQuery(api.hazards.list.queryOptions({ input: { premises: [premises], sort: 'due', limit: newest } }))
  return (
    <Panel
      title={words.parts.ofPremises}
      extra={list.data?.next && <Link {...paths.hazards({ premises })}>{words.parts.more}</Link>}
    >
      <Asked query={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? <EmptyBlock small title={words.parts.none} /> : <HazardRows hazards={items} />
        }
      </Asked>
    </Panel>
  )
}
