/** After an act on a task: it is said, and whatever shows the register is asked again. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../../../desk/api.ts'

export function useAfterUpkeep() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async (done: string) => {
    message.success(done)
    await queries.invalidateQueries({ queryKey: api.premises.key() })
  }
}
