/** The end of a visit: who was there, the signature, what was advised. */
import { Form, Input } from 'antd'
import { Offers } from '../../../../../desk/components/Offers.tsx'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../visits/messages.ts'
import { signatureKinds } from '../../../visits/record-contract.ts'
import { Choice } from './Choice.tsx'
import type { Change, Draft } from './draft.ts'
import { FaultLines, useHelp } from './FaultLines.tsx'
import { type Faults, faultsAt } from './faults.ts'
import { PictureField } from './PictureField.tsx'

interface ClosingProps {
  readonly draft: Draft
  readonly change: Change
  readonly faults: Faults
}

export function Closing({ draft, change, faults }: ClosingProps) {
  const words = useWords(messages)
  const { form: w, fields } = words
  const help = useHelp()
  const { accompanying } = draft
  const accompany = (more: { name?: string; role?: string | null }) => {
    const next = { name: accompanying?.name ?? '', role: accompanying?.role ?? null, ...more }
    change({ accompanying: next.name.trim() === '' ? null : next })
  }
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
        {accompanying !== null && (
          <Form.Item label={w.role} htmlFor="visit-role">
            <Input
              id="visit-role"
              maxLength={60}
              value={accompanying.role ?? ''}
              onChange={({ target }) => accompany({ role: target.value || null })}
            />
            <Offers label={w.usualRoles} texts={w.roles} onTake={(role) => accompany({ role })} />
          </Form.Item>
        )}
      </div>
      <Signature draft={draft} change={change} faults={faults} />
      <Form.Item label={fields.guidance} htmlFor="visit-guidance">
        <Input.TextArea
          id="visit-guidance"
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={2000}
          value={draft.guidance ?? ''}
          onChange={({ target }) => change({ guidance: target.value || null })}
        />
      </Form.Item>
      <Form.Item label={fields.remarks} htmlFor="visit-remarks" {...help(faultsAt(faults, draft, 'visit-remarks'))}>
        <Input.TextArea
          id="visit-remarks"
          autoSize={{ minRows: 1, maxRows: 8 }}
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

function Signature({ draft, change, faults }: ClosingProps) {
  const words = useWords(messages)
  const { form: w, fields } = words
  const { signature } = draft
  const sign = (more: Partial<Draft['signature']>) => change({ signature: { ...signature, ...more } })
  return (
    <div id="visit-signature" className="visit-signature">
      <Form.Item label={fields.signature} required>
        <Choice
          label={fields.signature}
          value={signature.kind}
          options={signatureKinds.map((value) => ({ value, label: words.signatures[value] }))}
          onChange={(kind) => sign({ kind, ...(kind === 'signed' ? { witness: null } : { file: null }) })}
        />
      </Form.Item>
      {signature.kind === 'refused' && (
        <Form.Item label={w.witness} htmlFor="visit-witness" required>
          <Input
            id="visit-witness"
            maxLength={60}
            value={signature.witness ?? ''}
            onChange={({ target }) => sign({ witness: target.value || null })}
          />
        </Form.Item>
      )}
      {signature.kind === 'signed' && (
        <PictureField
          name={w.signatureScan}
          files={signature.file === null ? [] : [signature.file]}
          onChange={(files) => sign({ file: files.at(-1) ?? null })}
        />
      )}
      <FaultLines faults={faultsAt(faults, draft, 'visit-signature')} />
    </div>
  )
}
