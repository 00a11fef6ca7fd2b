/** Taking a merge back, with a reason. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { useMay } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { MergeRecord } from '../../../twins/contract.ts'
import { messages } from '../../../twins/messages.ts'
import { useTwinGrounds } from './words.ts'

export function Undo({ merge, small = false }: { merge: MergeRecord; small?: boolean }) {
  const words = useWords(messages)
  const may = useMay()
  const grounds = useTwinGrounds()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  if (!may('premises.merge') || merge.undoneAt !== null) return null
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {words.undo}
      </Button>
      <ReasonModal
        open={open}
        title={words.undoTitle}
        explain={fill(words.undoExplain, { keep: merge.kept.name, drop: merge.dropped.name })}
        okText={words.undo}
        grounds={grounds}
        onClose={() => setOpen(false)}
        onConfirm={async (reason) => {
          await client.premises.twins.undo({ id: merge.id, reason })
          message.success(words.undoneNow)
          await queries.invalidateQueries({ queryKey: api.premises.key() })
        }}
      />
    </>
  )
}
