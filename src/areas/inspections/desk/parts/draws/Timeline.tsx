/** What was fixed when: list, digest, seed, draw. */
import type { ReactNode } from 'react'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { TimeText, timeText } from '../../../../../desk/components/TimeText.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Draw } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'

export function Timeline({ draw }: { draw: Draw }) {
  const words = useWords(messages).page
  const { population, excluded, inspectors, source, toDraw, preparedAt, publishedAt, drawnAt } = draw
  const people = inspectors.filter(({ away }) => away === null).length
  return (
    <ol className="draw-timeline">
      <Step done title={words.fixed} at={preparedAt} by={draw.preparedBy}>
        {fill(words.fixedMore, { n: numberText(population), excluded: numberText(excluded), people })}
      </Step>
      <Step done={publishedAt !== null} title={words.published} at={publishedAt} by={draw.publishedBy}>
        {publishedAt === null ? words.publishedWait : words.publishedMore}
      </Step>
      <Step done={draw.seed !== null} title={words.seed}>
        {source.kind === 'event' ? source.words : words.byCommits} · {fill(words.seedAt, { at: timeText(source.at) })}
      </Step>
      <Step done={drawnAt !== null} title={words.drawn} at={drawnAt} by={draw.drawnBy}>
        {drawnAt === null
          ? `${words.drawnWait}${fill(words.willDraw, { n: numberText(toDraw) })}`
          : fill(words.drawnMore, { n: numberText(toDraw) })}
      </Step>
    </ol>
  )
}

interface StepProps {
  readonly done: boolean
  readonly title: string
  readonly at?: string | null
  readonly by?: string | null
  readonly children: ReactNode
}

function Step({ done, title, at, by, children }: StepProps) {
  return (
    <li className={done ? 'done' : ''}>
      <strong>{title}</strong>
      {at && (
        <span className="quiet">
          <TimeText at={at} precision="second" /> {by}
        </span>
      )}
      <p>{children}</p>
    </li>
  )
}
