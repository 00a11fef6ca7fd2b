/** The dialog of an act on a hazard: the fields that it wants, and what the rules would say to them. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { tryActOf, useRefusalText } from '../../../../desk/refusal.ts'
import { useMe } from '../../../../desk/session.ts'
import { today } from '../../../../desk/today.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { hazardActs } from '../../lifecycle.ts'
import { messages } from '../../messages.ts'
import { type Hazard, serviceModes } from '../../record-contract.ts'
import type { PageAct } from './acts.ts'
import { useAfterAct } from './after-act.ts'

/** What the dialogs ask for; each act takes what it needs. */
interface Said {
  on: string
  term: string
  until: string
  mode: (typeof serviceModes)[number]
  recipientName: string
  referredTo: string
  officer: string
  element: string | null
  experts: boolean
  reason: string
}

type Field = keyof Said
const fieldsOf: Readonly<Record<PageAct, readonly Field[]>> = {
  refer: ['referredTo', 'reason'],
  takeBack: ['reason'],
  correctOnSpot: [],
  orderAtOnce: [],
  orderByTerm: ['term'],
  serve: ['on', 'mode', 'recipientName'],
  askExtension: ['on', 'until', 'reason'],
  grantExtension: ['reason'],
  refuseExtension: ['reason'],
  applyForRecheck: ['on'],
  passRecheck: ['on'],
  failRecheck: ['on'],
  findUnready: ['on'],
  handOverForPenalty: ['reason'],
  markSerious: ['reason'],
  reportSerious: ['on'],
  assign: ['officer', 'reason'],
  determineMajor: ['element', 'experts', 'reason'],
  proposeMajor: ['on'],
  serveMajor: ['on'],
  seal: ['until', 'reason'],
  askRelease: ['on'],
  release: ['reason'],
  void: ['reason'],
}

/** What the conduct proposes: so many days from the visit. */
function useProposedTerm({ conduct, inspectedOn }: Hazard): { days: number; term: string } {
  const { entries } = useCodes('conduct')
  const days = Number(entries.find(({ code }) => code === conduct)?.props.days ?? 15)
  return { days, term: addDays(inspectedOn, days) }
}

export function ActDialog({ act, hazard, onClose }: { act: PageAct; hazard: Hazard; onClose: () => void }) {
  const words = useWords(messages)
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const proposed = useProposedTerm(hazard)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [said, setSaid] = useState<Said>({
    on: today(),
    term: proposed.term > today() ? proposed.term : addDays(today(), proposed.days),
    until: addDays(hazard.termEnds ?? today(), act === 'seal' ? 0 : 15),
    mode: 'direct',
    recipientName: '',
    referredTo: hazard.referTo === null ? '' : words.recipients[hazard.referTo],
    officer: '',
    element: null,
    experts: false,
    reason: '',
  })
  const set = (change: Partial<Said>) => setSaid((was) => ({ ...was, ...change }))
  const fields = fieldsOf[act]
  const input = { ...Object.fromEntries(fields.map((field) => [field, said[field]])), visit: null, photosAfter: [] }
  const tried = tryActOf(hazardActs, act, hazard, input as never)
  const names: Readonly<Record<string, string>> = words.acts
  const wanting =
    (fields.includes('reason') && said.reason.trim().length < 2) ||
    (fields.includes('officer') && said.officer === '') ||
    (fields.includes('referredTo') && said.referredTo.trim() === '')
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { visit: _, photosAfter, ...asked } = { recipientName: null, ...input }
      const recipientName = said.recipientName.trim() || null
      const whole = { ...asked, photosAfter, recipientName, id: hazard.id, version: hazard.version }
      await (client.hazards[act] as (all: object) => Promise<unknown>)(whole)
      await afterAct()
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
      title={names[`hazard.${act}`]}
      okText={words.act.confirm}
      confirmLoading={busy}
      okButtonProps={{ disabled: tried.ground !== undefined || wanting, danger: act === 'void' }}
      onOk={() => void confirm()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>
        {hazard.premisesName}
        {words.colon}
        {hazard.words}
      </p>
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} />}
      <Form layout="vertical" onFinish={() => void confirm()}>
        {fields.map((field) => (
          <FieldOf key={field} field={field} act={act} said={said} set={set} proposed={proposed} />
        ))}
      </Form>
      {tried.ground && <Alert type="warning" showIcon title={refusalText(tried)} />}
    </Modal>
  )
}

interface FieldProps {
  readonly field: Field
  readonly act: PageAct
  readonly said: Said
  readonly set: (change: Partial<Said>) => void
  readonly proposed: { readonly days: number; readonly term: string }
}

function FieldOf({ field, act, said, set, proposed }: FieldProps) {
  const words = useWords(messages)
  if (field === 'on' || field === 'term' || field === 'until') {
    const label = field === 'until' && act === 'seal' ? words.act.sealUntil : words.act[field]
    const hint =
      field === 'term' && fill(words.act.termHint, { day: proposed.term, days: proposed.days, ends: said.term })
    return (
      <Form.Item label={label} htmlFor={`act-${field}`} {...(hint ? { extra: hint } : {})}>
        <DatePicker
          id={`act-${field}`}
          allowClear={false}
          value={dayjs(said[field])}
          onChange={(_date, text) => text && set({ [field]: String(text) })}
        />
      </Form.Item>
    )
  }
  if (field === 'mode')
    return (
      <Form.Item label={words.act.mode} htmlFor="act-mode">
        <Select
          id="act-mode"
          value={said.mode}
          options={serviceModes.map((value) => ({ value, label: words.serviceModes[value] }))}
          onChange={(mode) => set({ mode })}
        />
      </Form.Item>
    )
  if (field === 'recipientName')
    return (
      <Form.Item label={words.act.recipientName} htmlFor="act-recipient">
        <Input
          id="act-recipient"
          maxLength={60}
          value={said.recipientName}
          onChange={({ target }) => set({ recipientName: target.value })}
        />
      </Form.Item>
    )
  if (field === 'referredTo')
    return (
      <Form.Item label={words.fields.referredTo} htmlFor="act-referred" required>
        <Input
          id="act-referred"
          maxLength={100}
          value={said.referredTo}
          onChange={({ target }) => set({ referredTo: target.value })}
        />
      </Form.Item>
    )
  if (field === 'officer') return <OfficerField said={said} set={set} />
  if (field === 'element') return <ElementField said={said} set={set} />
  if (field === 'experts')
    return (
      <Form.Item>
        <Checkbox checked={said.experts} onChange={({ target }) => set({ experts: target.checked })}>
          {words.act.experts}
        </Checkbox>
      </Form.Item>
    )
  return (
    <Form.Item label={words.fields.reason} htmlFor="act-reason" required>
      <Input.TextArea
        id="act-reason"
        rows={3}
        maxLength={500}
        value={said.reason}
        onChange={({ target }) => set({ reason: target.value })}
      />
    </Form.Item>
  )
}

function OfficerField({ said, set }: Pick<FieldProps, 'said' | 'set'>) {
  const words = useWords(messages)
  const { body } = useMe()
  const people = useQuery(api.organisation.people.queryOptions({ input: { body: body.id, limit: 200 } }))
  return (
    <Form.Item label={words.act.officer} htmlFor="act-officer" required>
      <Select
        id="act-officer"
        value={said.officer === '' ? null : said.officer}
        options={(people.data?.items ?? [])
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(officer) => set({ officer: officer ?? '' })}
      />
    </Form.Item>
  )
}

function ElementField({ said, set }: Pick<FieldProps, 'said' | 'set'>) {
  const words = useWords(messages)
  const { choices } = useCodes('major-hazard')
  const options = choices()
  return (
    <Form.Item
      label={words.act.element}
      htmlFor="act-element"
      {...(options.length === 0 ? { extra: words.act.noElements } : {})}
    >
      <Select
        id="act-element"
        allowClear
        value={said.element}
        options={options}
        onChange={(element) => set({ element })}
      />
    </Form.Item>
  )
}
