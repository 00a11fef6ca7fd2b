/** Confirms an act that needs a reason: the reason goes into the ledger with it. */
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Grounds } from '../errors.ts'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { ErrorBlock } from './ErrorBlock.tsx'
import { Offers } from './Offers.tsx'

export interface ReasonModalProps {
  readonly open: boolean
  readonly title: ReactNode
  /** What will happen, in a sentence. */
  readonly explain?: ReactNode
  readonly okText?: string
  /** What the reason is called where it is another word: a purpose. */
  readonly label?: string
  readonly placeholder?: string
  readonly danger?: boolean
  readonly grounds?: Grounds
  /** The rules are known to refuse what is chosen. */
  readonly blocked?: boolean
  /** What the reason will mostly be; the person may write another. */
  readonly initial?: string
  /** Reasons to choose from. */
  readonly offers?: readonly string[]
  /** More fields, above the reason. */
  readonly children?: ReactNode
  /** May throw: the error is shown inside and the dialog stays open. */
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

export function ReasonModal({
  open,
  title,
  explain,
  okText,
  label,
  placeholder,
  danger = false,
  grounds = {},
  blocked = false,
  initial = '',
  offers = [],
  children,
  onConfirm,
  onClose,
}: ReasonModalProps) {
  const words = useWords(messages)
  const [form] = Form.useForm<{ reason: string }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  useFocusBack()
  const close = () => {
    setError(undefined)
    onClose()
  }
  const confirm = async ({ reason }: { reason: string }) => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm(reason.trim())
      close()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={open}
      title={title}
      okText={okText ?? words.reason.ok}
      cancelText={words.reason.cancel}
      okButtonProps={{ danger, htmlType: 'submit', disabled: blocked }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {explain && <p>{explain}</p>}
      {error !== undefined && <ErrorBlock error={error} grounds={grounds} />}
      {children}
      <Form form={form} layout="vertical" preserve={false} onFinish={(values) => void confirm(values)}>
        <Form.Item
          name="reason"
          initialValue={initial}
          label={label ?? words.reason.label}
          rules={[
            { required: true, whitespace: true, min: 2, message: words.reason.tooShort },
            { max: 500, message: words.reason.tooLong },
          ]}
        >
          <Input.TextArea rows={3} maxLength={500} placeholder={placeholder ?? words.reason.placeholder} autoFocus />
        </Form.Item>
        {offers.length > 0 && <Offers texts={offers} onTake={(reason) => form.setFieldsValue({ reason })} />}
      </Form>
    </Modal>
  )
}

/** A dialog that is taken away as it closes leaves the focus nowhere: it goes back to what opened it. */
function useFocusBack() {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    },
    [opener],
  )
}
