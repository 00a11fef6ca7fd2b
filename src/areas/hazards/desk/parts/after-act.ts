/** After an act on a hazard: what shows it is asked again, and the person is told. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

/** Everything that shows hazards, or counts them, is asked again. */
export function useAfterAct() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useWords(messages)
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: api.hazards.key() }),
      queries.invalidateQueries({ queryKey: api.premises.key() }),
      queries.invalidateQueries({ queryKey: api.inspections.key() }),
    ])
    message.success(words.act.done)
  }
}
