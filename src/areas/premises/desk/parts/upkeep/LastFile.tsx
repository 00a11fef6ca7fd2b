/** From which file the tasks come: its day, whether it was complete, who brought it. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../../desk/api.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../upkeep/messages.ts'

export function LastFile() {
  const words = useWords(messages)
  const files = useQuery(api.premises.upkeep.files.queryOptions())
  const [file] = files.data?.items ?? []
  if (!files.data) return null
  return (
    <p className="quiet upkeep-file">
      {file
        ? fill(words.lastFile, {
            ...file,
            businesses: file.businesses.toLocaleString('en-US'),
            complete: file.complete ? words.complete : words.monthly,
          })
        : `${words.noFile}${words.stop}${words.noFileMore}`}
    </p>
  )
}
