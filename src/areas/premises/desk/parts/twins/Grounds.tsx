/** What speaks for two records being one: the grounds, and how sure they make it. */
import { Tag } from 'antd'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../twins/messages.ts'
import type { TwinGround } from '../../../twins/score.ts'

export function Grounds({ grounds }: { grounds: readonly TwinGround[] }) {
  const words = useWords(messages)
  return (
    <span className="twin-grounds">
      {grounds.map((ground) => (
        <Tag key={ground} variant="filled">
          {words.why[ground]}
        </Tag>
      ))}
    </span>
  )
}

export const percent = (score: number): string => `${Math.round(score * 100)}%`
