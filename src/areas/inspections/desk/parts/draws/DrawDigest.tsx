/** The published digest, to be copied and noted elsewhere. */
import { Typography } from 'antd'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../draws/messages.ts'

export function DrawDigest({ digest }: { digest: string }) {
  const words = useWords(messages).page
  return (
    <Panel title={words.digest}>
      <Typography.Text className="draw-digest" code copyable={{ text: digest, tooltips: [words.copy, words.copied] }}>
        {digest}
      </Typography.Text>
      <p className="quiet">{words.digestMore}</p>
    </Panel>
  )
}
