/** Entering the seed as the announced event gave it, or the secrets that people had committed themselves to. */
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Draw } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import { useAfterDraw } from './after-draw.ts'

export function SeedEntry({ draw: { id, version, source }, onClose }: { draw: Draw; onClose: () => void }) {
  const { page: words, grounds, form } = useWords(messages)
  const afterDraw = useAfterDraw()
  const [seed, setSeed] = useState('')
  const [evidence, setEvidence] = useState('')
  const [secrets, setSecrets] = useState<readonly string[]>(source.kind === 'commit' ? source.by.map(() => '') : [])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const lacks = source.kind === 'event' ? seed.trim() === '' : secrets.some((secret) => secret.trim() === '')
  const draw = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const given = source.kind === 'event' ? { seed } : { secrets: [...secrets] }
      const { toDraw } = await client.inspections.draws.draw({
        ...{ id, version, ...given },
        ...(evidence.trim() ? { evidence } : {}),
      })
      await afterDraw(fill(words.done.draw, { n: numberText(toDraw) }))
      onClose()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={words.seedTitle}
      okText={words.drawNow}
      confirmLoading={busy}
      okButtonProps={{ disabled: lacks }}
      onOk={() => void draw()}
      onCancel={onClose}
    >
      <p>{words.seedAsk}</p>
      {error !== undefined && <ErrorBlock error={error} grounds={grounds} />}
      <Form layout="vertical" component="div">
        {source.kind === 'event' ? (
          <>
            <p className="draw-announced">{source.words}</p>
            <Form.Item label={words.seedIs} htmlFor="seed">
              <Input
                id="seed"
                className="draw-code"
                maxLength={200}
                autoComplete="off"
                value={seed}
                onChange={({ target }) => setSeed(target.value)}
              />
            </Form.Item>
            <Form.Item label={words.evidence} htmlFor="evidence">
              <Input
                id="evidence"
                maxLength={300}
                placeholder={words.evidenceHint}
                value={evidence}
                onChange={({ target }) => setEvidence(target.value)}
              />
            </Form.Item>
          </>
        ) : (
          source.by.map(({ name, commitment }, i) => (
            <Form.Item
              key={commitment}
              label={fill(words.secretOf, { name })}
              htmlFor={`secret-${i}`}
              extra={`${form.commitment} ${commitment.slice(0, 16)}…`}
            >
              <Input
                id={`secret-${i}`}
                className="draw-code"
                maxLength={200}
                autoComplete="off"
                value={secrets[i] ?? ''}
                onChange={({ target }) => setSecrets(secrets.map((one, at) => (at === i ? target.value : one)))}
              />
            </Form.Item>
          ))
        )}
      </Form>
    </Modal>
  )
}
