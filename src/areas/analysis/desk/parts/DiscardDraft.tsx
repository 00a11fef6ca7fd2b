/** Takes a draft away, with a reason; the ledger keeps what was in it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { paths } from '../../../../desk/paths.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Analysis } from '../../contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'

export function DiscardDraft({ analysis: { id, version } }: { analysis: Pick<Analysis, 'id' | 'version'> }) {
  const words = useWords(messages).desk
  const grounds = useGrounds()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const discard = useMutation(
    api.analysis.discard.mutationOptions({
      onSuccess: async () => {
        message.success(words.discarded)
        await navigate(paths.analysisDrafts())
        await queries.invalidateQueries({ queryKey: api.analysis.key() })
      },
    }),
  )
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {words.discard}
      </Button>
      <ReasonModal
        open={asking}
        danger
        title={words.discardTitle}
        explain={words.discardExplain}
        okText={words.discard}
        grounds={grounds}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => discard.mutateAsync({ id, version, reason })}
      />
    </>
  )
}
