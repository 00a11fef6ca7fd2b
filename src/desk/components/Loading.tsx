/** While something comes: the outline of what will stand here. */
import { Skeleton } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

export function Loading({ rows = 6, title = true }: { rows?: number; title?: boolean }) {
  const words = useWords(messages)
  return (
    <div className="loading" role="status" aria-label={words.states.loading}>
      <Skeleton active title={title} paragraph={{ rows }} />
    </div>
  )
}
