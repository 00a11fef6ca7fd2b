/** The papers about a record (a hazard, a visit, a place): a part of its page. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../../../desk/api.ts'
import { Asked } from '../../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Paper } from '../../record-contract.ts'
import { PaperNo, PaperState, ServedLine } from './Marks.tsx'
import { PaperActs, Scans } from './PaperActs.tsx'
import './papers.css'

interface PapersOfProps {
  /** 'hazard', 'visit', 'complaint' … or 'premises' for all papers about a place. */
  readonly kind: string
  readonly id: string
  /** Buttons that issue another one, from the area whose record it is. */
  readonly extra?: ReactNode
}

const most = 50

export function PapersOf({ kind, id, extra }: PapersOfProps) {
  const words = useWords(messages)
  const filter = kind === 'premises' ? { premises: [id] } : { subjectKind: kind, subject: id }
  const list = useQuery(api.papers.list.queryOptions({ input: { ...filter, limit: most } }))
  return (
    <Panel title={words.part.title} extra={extra}>
      <Asked query={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock small title={words.part.none} />
          ) : (
            <ul className="plain-list">
              {items.map((paper) => (
                <li key={paper.id}>
                  <PaperLine paper={paper} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Panel>
  )
}

function PaperLine({ paper }: { paper: Paper }) {
  const { title, issuedAt, issuedBy, voidReason } = paper
  return (
    <div className="paper-of">
      <div className="card-line">
        <span>
          <strong>{title}</strong> <PaperNo paper={paper} />
        </span>
        <PaperState paper={paper} />
      </div>
      <div>
        <span className="quiet">
          <TimeText at={issuedAt} precision="day" /> {issuedBy}
        </span>{' '}
        <ServedLine paper={paper} />
        {voidReason && <span className="quiet"> {voidReason}</span>}
      </div>
      <Scans paper={paper} />
      <PaperActs paper={paper} />
    </div>
  )
}
