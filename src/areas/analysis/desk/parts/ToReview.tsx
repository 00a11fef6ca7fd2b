/** What people wrote on figures that have moved since: it must be looked at before the analysis is issued. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { Analysis } from '../../contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'

/** A paragraph that is still written is mended in its place; of one that is written no more, the words can only go. */
export function ToReview({ analysis }: { analysis: Analysis }) {
  const words = useWords(messages).desk
  const grounds = useGrounds()
  const queries = useQueryClient()
  const drop = useMutation(
    api.analysis.resetParagraph.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.analysis.key() }),
    }),
  )
  const { id, version, state, paragraphs } = analysis
  const open = paragraphs.filter((one) => one.state === 'stale' || one.state === 'orphan')
  if (state !== 'draft' || open.length === 0) return null
  return (
    <Panel title={words.toReview}>
      {drop.error && <ErrorBlock error={drop.error} grounds={grounds} />}
      <ul className="to-review">
        {open.map((one) => (
          <li key={one.key}>
            <p>{one.edited}</p>
            {one.state === 'stale' ? (
              <a href={`#${one.key}`}>{words.stale}</a>
            ) : (
              <>
                <p className="quiet">{words.orphan}</p>
                <Button
                  size="small"
                  loading={drop.isPending}
                  onClick={() => drop.mutate({ id, version, paragraph: one.key })}
                >
                  {words.dropWords}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
