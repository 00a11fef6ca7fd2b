/** Changing how a body calls itself on paper, and the pattern of its numbers. */
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useWords } from '../../../../desk/words.ts'
import type { BodySeries } from '../../contract.ts'
import { messages } from '../../messages.ts'
import type { FormKey, Letterhead } from '../../record-contract.ts'
import { useAfterPaper } from './after-paper.ts'

interface DialogProps<V> {
  readonly title: string
  readonly initial: V
  readonly onSave: (values: V) => Promise<unknown>
  readonly onClose: () => void
  readonly children: ReactNode
}

function Dialog<V extends object>({ title, initial, onSave, onClose, children }: DialogProps<V>) {
  const words = useWords(messages)
  const afterPaper = useAfterPaper()
  const [form] = Form.useForm<V>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async (values: V) => {
    setBusy(true)
    setError(undefined)
    try {
      await onSave(values)
      await afterPaper(words.series.saved)
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
      title={title}
      okText={words.part.save}
      cancelText={words.part.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      <Form<V> form={form} layout="vertical" initialValues={initial} onFinish={(v) => void save(v)} clearOnDestroy>
        {children}
      </Form>
    </Modal>
  )
}

interface OfBody {
  readonly series: BodySeries
  readonly onClose: () => void
}

export function PatternForm({ series, form, onClose }: OfBody & { form: FormKey }) {
  const words = useWords(messages)
  const { nameOf } = useCodes('paper-form')
  const pattern = series.series.find((one) => one.form === form)?.pattern ?? ''
  return (
    <Dialog
      title={`${words.series.edit} ${series.name} ${nameOf(form)}`}
      initial={{ pattern }}
      onSave={(values) => client.papers.series.set({ body: series.body, form, pattern: values.pattern ?? '' })}
      onClose={onClose}
    >
      <Form.Item name="pattern" label={words.fields.pattern} extra={words.series.hint}>
        <Input maxLength={100} spellCheck={false} allowClear />
      </Form.Item>
    </Dialog>
  )
}

export function LetterheadForm({ series, onClose }: OfBody) {
  const words = useWords(messages)
  const wanted = (['fullName', 'reviewBody', 'court'] as const).map((name) => (
    <Form.Item key={name} name={name} label={words.fields[name]} rules={[{ required: true, whitespace: true, min: 2 }]}>
      <Input maxLength={100} />
    </Form.Item>
  ))
  const [fullName, ...others] = wanted
  return (
    <Dialog<Letterhead>
      title={`${words.series.editLetterhead} ${series.name}`}
      initial={series.letterhead}
      onSave={(values) =>
        client.papers.series.setLetterhead({
          body: series.body,
          ...values,
          organ: values.organ ?? '',
          station: values.station ?? '',
        })
      }
      onClose={onClose}
    >
      {fullName}
      <Form.Item name="organ" label={words.fields.organ}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="station" label={words.fields.station}>
        <Input maxLength={20} />
      </Form.Item>
      {others}
    </Dialog>
  )
}
