/** After an act: it is said, and whatever shows draws is asked again. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../../../desk/api.ts'

export function useAfterDraw() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async (done: string) => {
    message.success(done)
    await queries.invalidateQueries({ queryKey: api.inspections.draws.key() })
  }
}
