/** What a reason mostly says, to be taken by one click instead of typed at a door. */
import { Button } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

interface OffersProps {
  readonly texts: readonly string[]
  readonly onTake: (text: string) => void
}

export function Offers({ texts, onTake }: OffersProps) {
  const words = useWords(messages).reason
  return (
    <ul className="offers" aria-label={words.offers}>
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
