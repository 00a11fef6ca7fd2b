/** Issuing a paper about hazards of one place: which form, which hazards, and what the records do not say. */
import { FileAddOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { useMay, useMe } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { useAfterPaper } from '../../../papers/desk/parts/after-paper.ts'
import { messages as paperMessages } from '../../../papers/messages.ts'
import type { PaperDetails } from '../../issuing/contract.ts'
import { messages } from '../../issuing/messages.ts'
import { type HazardForm, hazardForms, mayBeIn } from '../../papers.ts'
import type { Hazard } from '../../record-contract.ts'

interface IssueProps {
  readonly premises: string
  /** Chosen from the start: the hazard whose page it is. */
  readonly hazards?: readonly string[]
}

export function IssuePaper(props: IssueProps) {
  const words = useWords(messages)
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('papers.issue') || !may('hazards.order')) return null
  return (
    <>
      <Button size="small" icon={<FileAddOutlined />} onClick={() => setOpen(true)}>
        {words.issue}
      </Button>
      {open && <IssueDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

type Detail = keyof PaperDetails & keyof (typeof messages)['zh']['details']
/** What each form asks beside its hazards, and what of it must be told. */
const asked: Readonly<Record<HazardForm, readonly Detail[]>> = {
  orderAtOnce: ['inspectors'],
  orderByTerm: ['inspectors'],
  recheck: ['inspectors'],
  extensionGranted: ['decision'],
  extensionRefused: ['decision'],
  referral: ['to', 'reason', 'materials', 'contactPhone'],
  seriousReport: ['danger', 'proposal', 'to', 'contactPhone'],
  majorOrder: ['measures', 'inspectors'],
  seal: ['parts', 'inspectors'],
  release: ['parts', 'reason'],
}
const needed: readonly Detail[] = ['danger', 'parts', 'decision']
const lists: readonly Detail[] = ['inspectors', 'to', 'materials']

interface Answer {
  readonly form: HazardForm
  readonly hazards: string[]
  readonly details?: PaperDetails
}

/** The hazard whose page it is, else those of the newest inspection that fit. */
function usual(hazards: readonly Hazard[], form: HazardForm, chosen: readonly string[]): string[] {
  const fit = hazards.filter((hazard) => mayBeIn(form, hazard))
  if (chosen.length > 0) return fit.map(({ id }) => id).filter((id) => chosen.includes(id))
  return fit.filter(({ inspectedOn }) => inspectedOn === fit[0]?.inspectedOn).map(({ id }) => id)
}

/** What is left empty is not told at all. */
const told = (details: PaperDetails = {}): PaperDetails =>
  Object.fromEntries(Object.entries(details).filter(([, said]) => said !== undefined && said.length > 0))

function IssueDialog({ premises, hazards: chosen = [], onClose }: IssueProps & { onClose: () => void }) {
  const words = useWords(messages)
  const papers = useWords(paperMessages)
  const { body, name } = useMe()
  const { nameOf, entries } = useCodes('paper-form')
  const afterPaper = useAfterPaper()
  const [form] = Form.useForm<Answer>()
  const kind = Form.useWatch('form', form)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const list = useQuery(api.hazards.list.queryOptions({ input: { premises: [premises], body: [body.id], limit: 200 } }))
  const fitting = kind ? (list.data?.items ?? []).filter((hazard) => mayBeIn(kind, hazard)) : []
  const open = hazardForms.filter((key) => {
    const bodies = entries.find(({ code }) => code === key)?.props.bodies
    return Array.isArray(bodies) && bodies.includes(body.kind)
  })
  const issue = async (answer: Answer) => {
    setBusy(true)
    setError(undefined)
    try {
      const paper = await client.hazards.papers.issue({
        form: answer.form,
        hazards: answer.hazards,
        details: told(answer.details),
      })
      await afterPaper(fill(words.done, { no: paper.no }))
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
      title={words.issue}
      okText={words.issue}
      cancelText={papers.part.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {error !== undefined && (
        <ErrorBlock error={error} grounds={{ ...papers.grounds, ...words.grounds }} fields={words.details} />
      )}
      <Form<Answer>
        form={form}
        layout="vertical"
        onFinish={(answer) => void issue(answer)}
        onValuesChange={({ form: key }: Partial<Answer>) => {
          if (!key) return
          form.setFieldsValue({ hazards: usual(list.data?.items ?? [], key, chosen) })
        }}
        clearOnDestroy
      >
        <Form.Item name="form" label={words.form} rules={[{ required: true, message: words.formHint }]}>
          <Select placeholder={words.formHint} options={open.map((value) => ({ value, label: nameOf(value) }))} />
        </Form.Item>
        {kind && (
          <Form.Item name="hazards" label={words.hazards} rules={[{ required: true, message: words.choose }]}>
            {fitting.length === 0 ? (
              <p className="quiet">{words.none}</p>
            ) : (
              <Checkbox.Group
                className="issue-hazards"
                options={fitting.map(({ id, words: said, inspectedOn }) => ({
                  value: id,
                  label: fill(words.item, { words: said, day: inspectedOn }),
                }))}
              />
            )}
          </Form.Item>
        )}
        {kind &&
          asked[kind].map((key) => (
            <Form.Item
              key={key}
              name={['details', key]}
              label={words.details[key]}
              {...(key === 'inspectors' ? { initialValue: [name] } : {})}
              rules={needed.includes(key) ? [{ required: true, whitespace: true, message: words.wanted }] : []}
            >
              {lists.includes(key) ? (
                <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', '、', ',']} />
              ) : key === 'contactPhone' ? (
                <Input maxLength={40} />
              ) : (
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
              )}
            </Form.Item>
          ))}
      </Form>
    </Modal>
  )
}
