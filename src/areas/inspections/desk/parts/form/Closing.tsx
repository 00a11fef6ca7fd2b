/** The end of a visit: who was there, the signature, what was advised. */
import { Form, Input, Select } from 'antd'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../visits/messages.ts'
import { signatureKinds } from '../../../visits/record-contract.ts'
import type { Change, Draft } from './draft.ts'
import { PictureField } from './PictureField.tsx'

interface ClosingProps {
  readonly draft: Draft
  readonly change: Change
  readonly helpOf: (at: string) => { help?: string; validateStatus?: 'error' | 'warning' }
}

export function Closing({ draft, change, helpOf }: ClosingProps) {
  const words = useWords(messages)
  const { form: w, fields } = words
  const { accompanying, signature } = draft
  const accompany = (more: { name?: string; role?: string | null }) => {
    const next = { name: accompanying?.name ?? '', role: accompanying?.role ?? null, ...more }
    change({ accompanying: next.name.trim() === '' ? null : next })
  }
  const sign = (more: Partial<Draft['signature']>) => change({ signature: { ...signature, ...more } })
  return (
    <>
      <div className="visit-pair">
        <Form.Item label={fields.accompanying} htmlFor="visit-accompanying">
          <Input
            id="visit-accompanying"
            maxLength={60}
            value={accompanying?.name ?? ''}
            onChange={({ target }) => accompany({ name: target.value })}
          />
        </Form.Item>
        <Form.Item label={w.role} htmlFor="visit-role">
          <Input
            id="visit-role"
            maxLength={60}
            disabled={accompanying === null}
            value={accompanying?.role ?? ''}
            onChange={({ target }) => accompany({ role: target.value || null })}
          />
        </Form.Item>
        <Form.Item label={fields.signature} htmlFor="visit-signature" {...helpOf('signature.file')}>
          <Select
            id="visit-signature"
            value={signature.kind}
            options={signatureKinds.map((value) => ({ value, label: words.signatures[value] }))}
            onChange={(kind) => sign({ kind })}
          />
        </Form.Item>
        {signature.kind === 'refused' && (
          <Form.Item label={w.witness} htmlFor="visit-witness" {...helpOf('signature.witness')}>
            <Input
              id="visit-witness"
              maxLength={60}
              value={signature.witness ?? ''}
              onChange={({ target }) => sign({ witness: target.value || null })}
            />
          </Form.Item>
        )}
      </div>
      {signature.kind === 'signed' && (
        <PictureField
          name={fields.signature}
          files={signature.file === null ? [] : [signature.file]}
          onChange={(files) => sign({ file: files.at(-1) ?? null })}
        />
      )}
      <Form.Item label={fields.guidance} htmlFor="visit-guidance">
        <Input.TextArea
          id="visit-guidance"
          rows={2}
          maxLength={2000}
          value={draft.guidance ?? ''}
          onChange={({ target }) => change({ guidance: target.value || null })}
        />
      </Form.Item>
      <Form.Item label={fields.remarks} htmlFor="visit-remarks" {...helpOf('remarks')}>
        <Input.TextArea
          id="visit-remarks"
          rows={2}
          maxLength={2000}
          value={draft.remarks ?? ''}
          onChange={({ target }) => change({ remarks: target.value || null })}
        />
      </Form.Item>
      <Form.Item label={fields.photos}>
        <PictureField name={fields.photos} files={draft.photos} onChange={(photos) => change({ photos })} />
      </Form.Item>
    </>
  )
}
