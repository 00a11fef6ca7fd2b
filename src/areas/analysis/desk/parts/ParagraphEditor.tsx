/** Writes a paragraph by hand; the generated text stays beside it, and what was typed survives an error and a reload. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Space } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { keepWork, keptWork } from '../../../../desk/kept.ts'
import { useMe } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Analysis } from '../../contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'

export interface ParagraphEditorProps {
  readonly analysis: Analysis
  readonly paragraph: Analysis['paragraphs'][number]
  readonly onClose: () => void
}

const nameOf = (analysis: Analysis, paragraph: string) => `paragraph.${analysis.id}.${paragraph}`

/** What this person was writing of the paragraph when the page was left. */
export const keptParagraph = (owner: string, analysis: Analysis, paragraph: string) =>
  keptWork<string>(owner, nameOf(analysis, paragraph))

export function ParagraphEditor({ analysis, paragraph, onClose }: ParagraphEditorProps) {
  const words = useWords(messages).desk
  const grounds = useGrounds()
  const queries = useQueryClient()
  const { account } = useMe()
  const begun = paragraph.edited ?? paragraph.generated ?? ''
  const [text, setText] = useState(() => keptParagraph(account, analysis, paragraph.key) ?? begun)
  const name = nameOf(analysis, paragraph.key)
  useEffect(() => keepWork(account, name, text === begun ? undefined : text), [account, name, text, begun])
  const close = () => {
    keepWork(account, name, undefined)
    onClose()
  }
  const done = async () => {
    await queries.invalidateQueries({ queryKey: api.analysis.key() })
    close()
  }
  const save = useMutation(api.analysis.editParagraph.mutationOptions({ onSuccess: done }))
  const reset = useMutation(api.analysis.resetParagraph.mutationOptions({ onSuccess: done }))
  const { id, version } = analysis
  const error = save.error ?? reset.error
  return (
    <div className="paragraph-editor">
      {error && <ErrorBlock error={error} grounds={grounds} />}
      <Input.TextArea
        aria-label={words.editParagraph}
        value={text}
        autoSize={{ minRows: 3, maxRows: 14 }}
        maxLength={4000}
        onChange={({ target }) => setText(target.value)}
        autoFocus
      />
      {paragraph.state === 'stale' && paragraph.generated && (
        <Alert
          type="warning"
          showIcon
          title={words.stale}
          description={fill(words.generatedNow, { text: paragraph.generated })}
        />
      )}
      <Space>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={text.trim() === ''}
          onClick={() => save.mutate({ id, version, paragraph: paragraph.key, text })}
        >
          {words.save}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
        {paragraph.edited !== null && (
          <Button loading={reset.isPending} onClick={() => reset.mutate({ id, version, paragraph: paragraph.key })}>
            {words.reset}
          </Button>
        )}
      </Space>
    </div>
  )
}
