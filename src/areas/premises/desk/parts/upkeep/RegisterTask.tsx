/** Entering a record for a business: what its register says is filled in, and a person adds what can be known at the desk. */
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import { CommunitySelect, StationSelect } from '../../../../organisation/desk/parts/PlaceSelect.tsx'
import { messages as premisesMessages } from '../../../messages.ts'
import { type Contacts, noContacts, noFacts, type PremisesFacts } from '../../../record-contract.ts'
import type { UpkeepTask } from '../../../upkeep/contract.ts'
import { messages } from '../../../upkeep/messages.ts'
import { useAfterUpkeep } from './after-upkeep.ts'

type Said = Pick<
  PremisesFacts,
  'name' | 'kind' | 'address' | 'community' | 'station' | 'floors' | 'areaM2' | 'staff' | 'remarks'
> &
  Pick<Contacts, 'responsibleName' | 'responsiblePhone'>

const orNull = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === '' ? null : (value ?? null)])) as T

export function RegisterTask({ task, onClose }: { task: UpkeepTask; onClose: () => void }) {
  const words = useWords(messages)
  const { grounds, fields: own } = useWords(premisesMessages)
  const { fields, act, buttons } = words
  const kinds = useCodes('premises-kind')
  const after = useAfterUpkeep()
  const [form] = Form.useForm<Said>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { id, says, community, station } = task
  const enter = async (said: Said) => {
    setBusy(true)
    setError(undefined)
    try {
      const { responsibleName, responsiblePhone, address, ...facts } = orNull(said)
      const done = await client.premises.upkeep.register({
        id,
        facts: { ...noFacts, ...facts, address: address ?? '' },
        contacts: { ...noContacts, responsibleName, responsiblePhone },
      })
      await after(fill(act.registered, { no: done.record?.premisesNo ?? '' }))
      onClose()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const groups = kinds.entries.filter(({ parent }) => parent === null)
  return (
    <Drawer
      open
      size={520}
      title={fill(act.registerTitle, { name: says.name })}
      onClose={onClose}
      footer={
        <div className="upkeep-foot">
          <Button onClick={onClose}>{buttons.cancel}</Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {buttons.register}
          </Button>
        </div>
      }
    >
      <p className="quiet">{act.registerMore}</p>
      <dl className="facts upkeep-said">
        <dt>{fields.uscc}</dt>
        <dd className="num">{task.uscc}</dd>
        <dt>{fields.legalPerson}</dt>
        <dd>{says.legalPerson ?? words.unknown}</dd>
        <dt>{fields.scope}</dt>
        <dd>{says.scope ?? words.unknown}</dd>
      </dl>
      {error !== undefined && <ErrorBlock error={error} grounds={{ ...grounds, ...words.grounds }} />}
      <Form<Said>
        form={form}
        layout="vertical"
        initialValues={{ name: says.name, address: says.address, community, station }}
        onFinish={(said) => void enter(said)}
      >
        <Form.Item name="name" label={fields.name} rules={[{ required: true, whitespace: true, max: 200 }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="kind" label={fields.kind}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={groups.map((group) => ({
              label: kinds.nameOf(group.code),
              title: kinds.nameOf(group.code),
              options: kinds.choices(group.code),
            }))}
          />
        </Form.Item>
        <Form.Item name="address" label={fields.address}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="upkeep-pair">
          <Form.Item name="community" label={fields.community}>
            <CommunitySelect />
          </Form.Item>
          <Form.Item name="station" label={fields.station}>
            <StationSelect />
          </Form.Item>
          <Form.Item name="floors" label={fields.floors}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="areaM2" label={fields.areaM2}>
            <InputNumber min={0} max={10_000_000} precision={2} />
          </Form.Item>
          <Form.Item name="responsibleName" label={own.responsibleName}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="responsiblePhone" label={own.responsiblePhone}>
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
          <Form.Item name="staff" label={fields.staff}>
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="remarks" label={fields.remarks}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
