/** After an act: the changed record at once, lists and totals asked again, and a class that changed said aloud. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'

/** Long enough to read who is told. */
const secondsForClass = 8

/** `done` is what is said where the class stays. */
export function useAfterAct() {
  const words = useWords(messages)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { nameOf } = useCodes('severity')
  return async (before: Incident | null, after: Incident, done: string = words.act.done) => {
    queries.setQueryData(api.incidents.get.queryKey({ input: { id: after.id } }), after)
    const classes = before && { from: nameOf(before.statClass), to: nameOf(after.statClass) }
    if (classes && classes.from !== classes.to && after.isFire)
      message.warning(fill(words.act.classChanged, classes), secondsForClass)
    else message.success(done)
    await queries.invalidateQueries({ queryKey: api.incidents.key() })
  }
}
