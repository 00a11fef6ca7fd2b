/** What can be done with a pair: merge it as chosen, or mark it as two places. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Comparison } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { type Chosen, choicesOf, otherSide, type Where } from './rows.ts'
import { useTwinGrounds } from './words.ts'

interface TwinActsProps {
  readonly comparison: Comparison
  readonly keep: Where
  readonly chosen: Chosen
}

export function TwinActs({ comparison, keep, chosen }: TwinActsProps) {
  const words = useWords(messages)
  const grounds = useTwinGrounds()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'merge' | 'different'>()
  const { twin, conflicts, refusal } = comparison
  const done = conflicts.filter((field) => chosen[field] !== undefined).length
  const [kept, dropped] = [comparison[keep], comparison[otherSide(keep)]]
  const close = () => setAsking(undefined)
  const after = async (said: string) => {
    message.success(said)
    await queries.invalidateQueries({ queryKey: api.premises.key() })
  }
  return (
    <div className="twin-acts no-print">
      <span className={done < conflicts.length ? 'tone-caution' : 'quiet'}>
        {conflicts.length === 0 ? words.allAgree : fill(words.differ, { n: conflicts.length, chosen: done })}
      </span>
      <span className="twin-buttons">
        <Button onClick={() => setAsking('different')}>{words.different}</Button>
        <Button
          type="primary"
          disabled={refusal !== null || done < conflicts.length}
          onClick={() => setAsking('merge')}
        >
          {words.merge}
        </Button>
      </span>
      <ReasonModal
        open={asking === 'merge'}
        title={words.mergeTitle}
        explain={fill(words.mergeExplain, {
          keep: kept.name,
          keepNo: kept.premisesNo,
          drop: dropped.name,
          dropNo: dropped.premisesNo,
        })}
        okText={words.merge}
        grounds={grounds}
        onClose={close}
        onConfirm={async (reason) => {
          await client.premises.twins.merge({
            keep: kept.id,
            drop: dropped.id,
            keepVersion: kept.version,
            dropVersion: dropped.version,
            choices: choicesOf(chosen, keep),
            reason,
          })
          await after(words.mergedNow)
        }}
      />
      <ReasonModal
        open={asking === 'different'}
        title={words.differentTitle}
        explain={words.differentExplain}
        okText={words.different}
        grounds={grounds}
        onClose={close}
        onConfirm={async (reason) => {
          await client.premises.twins.different({ id: twin.id, reason })
          await after(words.differentNow)
        }}
      />
    </div>
  )
}
