/** Noting that a paper was served: when, how, who signed, who saw it. */
import { DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useMay } from '../../../../desk/session.ts'
import { today } from '../../../../desk/today.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { type Paper, type Served, servingModes } from '../../record-contract.ts'
import { useAfterPaper } from './after-paper.ts'

interface Answer {
  readonly on: Dayjs
  readonly mode: Served['mode']
  readonly recipientName?: string
  readonly witness?: string
}

export function ServePaper({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const words = useWords(messages)
  const may = useMay()
  const afterPaper = useAfterPaper()
  const [form] = Form.useForm<Answer>()
  const mode = Form.useWatch('mode', form) ?? 'direct'
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const signed = mode === 'direct' || mode === 'agent'
  const save = async ({ on, recipientName, witness }: Answer) => {
    setBusy(true)
    setError(undefined)
    const served = {
      on: on.format('YYYY-MM-DD'),
      mode,
      recipientName: signed ? recipientName?.trim() || null : null,
      witness: witness?.trim() || null,
    }
    try {
      // Of hazards the order is served with its paper.
      if (paper.subject.kind === 'hazard' && may('hazards.order'))
        await client.hazards.papers.serve({ paper: paper.id, ...served })
      else await client.papers.serve({ id: paper.id, version: paper.version, ...served })
      await afterPaper(words.part.serveDone)
      onClose()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const after = dayjs(paper.issuedOn)
  return (
    <Modal
      open
      title={fill(words.part.serveTitle, { no: paper.no })}
      okText={words.part.save}
      cancelText={words.part.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      <Form<Answer>
        form={form}
        layout="vertical"
        initialValues={{ on: dayjs(today()), mode: 'direct' }}
        onFinish={(answer) => void save(answer)}
        clearOnDestroy
      >
        <Form.Item name="on" label={words.fields.on} rules={[{ required: true, message: words.part.wantDay }]}>
          <DatePicker allowClear={false} minDate={after} maxDate={dayjs(today())} />
        </Form.Item>
        <Form.Item name="mode" label={words.fields.mode}>
          <Radio.Group options={servingModes.map((value) => ({ value, label: words.modes[value] }))} />
        </Form.Item>
        {signed && (
          <Form.Item
            name="recipientName"
            label={words.fields.recipientName}
            rules={[{ required: true, whitespace: true, message: words.grounds['recipient-wanted'] }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
        {mode !== 'post' && (
          <Form.Item
            name="witness"
            label={words.fields.witness}
            rules={
              mode === 'left' ? [{ required: true, whitespace: true, message: words.grounds['witness-wanted'] }] : []
            }
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
