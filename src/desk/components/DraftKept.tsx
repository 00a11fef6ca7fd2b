/** Says that what was typed before is back, and takes it away again. */
import { Alert, Button } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'

export function DraftKept({ onDrop }: { onDrop: () => void }) {
  const words = useWords(messages).draft
  return (
    <Alert
      className="error-block"
      type="info"
      showIcon
      title={words.kept}
      action={
        <Button size="small" onClick={onDrop}>
          {words.drop}
        </Button>
      }
    />
  )
}
