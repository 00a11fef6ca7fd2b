/** What a reason mostly says, to be taken by one click instead of typed at a door. */
import { Button } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

interface OffersProps {
  /** What they are, where they are no reasons. */
  readonly label?: string
  readonly texts: readonly string[]
  readonly onTake: (text: string) => void
}

export function Offers({ label, texts, onTake }: OffersProps) {
  const words = useWords(messages).reason
  if (texts.length === 0) return null
  return (
    <ul className="offers" aria-label={label ?? words.offers}>
      {texts.map((text) => (
        <li key={text}>
          <Button size="small" onClick={() => onTake(text)}>
            {text}
          </Button>
        </li>
      ))}
    </ul>
  )
}
