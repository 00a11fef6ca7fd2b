/** After an act on a record: the changed record at once, and whatever shows the register asked again. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Premises } from '../../record-contract.ts'

/** `done` is what is said. */
export function useAfterAct() {
  const words = useWords(messages)
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async (after: Premises, done: string = words.act.done) => {
    queries.setQueryData(api.premises.get.queryKey({ input: { id: after.id } }), after)
    message.success(done)
    await queries.invalidateQueries({ queryKey: api.premises.key() })
  }
}
