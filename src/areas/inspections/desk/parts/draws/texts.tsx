/** What is said of a draw in more than one place: its state, how many, where its seed comes from. */
import { Tag } from 'antd'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Draw } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import type { Take } from '../../../draws/package.ts'

const tones = { prepared: 'gold', published: 'blue', drawn: 'green', voided: 'red' } as const

export function DrawState({ state }: { state: Draw['state'] }) {
  return <Tag color={tones[state]}>{useWords(messages).states[state]}</Tag>
}

export function useTakeText() {
  const words = useWords(messages).page
  return (take: Take) =>
    'count' in take
      ? fill(words.takeCount, { n: numberText(take.count) })
      : fill(words.takePerMille, { n: numberText(take.perMille / 10, 1) })
}

/** The first of a digest, enough to tell two apart by eye. */
export const ShortDigest = ({ digest }: { digest: string | null }) =>
  digest === null ? <span className="unknown">—</span> : <code title={digest}>{digest.slice(0, 8)}</code>
