/** A form in a dialog: saves, shows what the server refuses inside, closes when it is done. */
import { App, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

export interface FormModalProps<V> {
  readonly title: ReactNode
  readonly form: FormInstance<V>
  readonly initial: Partial<V>
  readonly explain?: ReactNode
  readonly onSave: (values: V) => Promise<unknown>
  readonly onClose: () => void
  readonly saved?: string
  readonly children: ReactNode
}

/** Drawn only while it is open: each opening begins with the initial values. */
export function FormModal<V extends object>(props: FormModalProps<V>) {
  const { title, form, initial, explain, onSave, onClose, saved, children } = props
  const words = useWords(messages)
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async (values: V) => {
    setBusy(true)
    setError(undefined)
    try {
      await onSave(values)
      message.success(saved ?? words.bodies.saved)
      onClose()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => form.submit()} confirmLoading={busy} destroyOnHidden>
      {explain && <p className="quiet">{explain}</p>}
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => void save(values)}
        clearOnDestroy
      >
        {children}
      </Form>
    </Modal>
  )
}
