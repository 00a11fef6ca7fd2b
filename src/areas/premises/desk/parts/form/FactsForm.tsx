/** The facts of a record as a form, in groups; of each form only what it can have. */
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../../desk/words.ts'
import { fieldsIn, type GroupedField } from '../../../form-fields.ts'
import { messages } from '../../../messages.ts'
import { Form as RecordForm } from '../../../record-contract.ts'
import { inForm } from './draft.ts'
import { ChoiceField, DayField, type Editing, Framed, NumberField, TextField } from './FactField.tsx'
import { KindField } from './KindField.tsx'
import { PhotoRows } from './PhotoRows.tsx'
import { FacilityRows, PaperRows } from './Rows.tsx'
import { TagsField } from './TagsField.tsx'
import { WhereFields } from './WhereFields.tsx'

interface FactsFormProps {
  readonly editing: Editing
  readonly isNew: boolean
  /** Between where it is and what it is like: who is there. */
  readonly people?: ReactNode
}

export function FactsForm({ editing, isNew, people }: FactsFormProps) {
  const words = useWords(messages)
  const { form: w } = words
  const { facts, set } = editing
  return (
    <Form layout="vertical" component="div">
      <Panel title={words.page.basics}>
        <div className="form-grid">
          <ChoiceField
            field="form"
            editing={editing}
            required
            choices={words.forms}
            onChoose={(form) => set(inForm(RecordForm.parse(form)))}
          />
          {facts.form === 'unit' && <KindField editing={editing} />}
          <TextField field="premisesNo" editing={editing} placeholder={isNew ? w.numberHint : ''} />
          <TextField field="name" editing={editing} required wide placeholder={w.nameHint} />
          {fieldsIn('basics', facts)
            .filter((field) => field !== 'remarks')
            .map((field) => (
              <GroupField key={field} field={field} editing={editing} />
            ))}
          <TagsField editing={editing} />
        </div>
      </Panel>
      <WhereFields editing={editing} />
      {people}
      <Panel title={words.page.building} extra={<span className="quiet">{w.unknownHint}</span>}>
        <div className="form-grid form-grid-small">
          {(['building', 'people', 'risk'] as const)
            .flatMap((group) => fieldsIn(group, facts))
            .map((field) => (
              <GroupField key={field} field={field} editing={editing} />
            ))}
        </div>
      </Panel>
      <FacilityRows editing={editing} />
      <PaperRows editing={editing} />
      <PhotoRows editing={editing} />
      <Panel>
        <Framed field="remarks" editing={editing}>
          <Input.TextArea
            id="fact-remarks"
            rows={2}
            maxLength={1000}
            value={facts.remarks ?? ''}
            onChange={({ target }) => set({ remarks: target.value === '' ? null : target.value })}
          />
        </Framed>
      </Panel>
    </Form>
  )
}

function GroupField({ field, editing }: { field: GroupedField; editing: Editing }) {
  const words = useWords(messages)
  const { set } = editing
  switch (field) {
    case 'uscc':
      return <TextField field={field} editing={editing} placeholder={words.form.usccHint} />
    case 'operatorIdTail':
    case 'usage':
    case 'floors':
    case 'dangerousGoods':
      return <TextField field={field} editing={editing} />
    case 'lastInspectedOn':
      return <DayField field={field} editing={editing} />
    case 'fireRating':
      return (
        <ChoiceField
          field={field}
          editing={editing}
          choices={words.ratings}
          onChoose={(grade) => set({ fireRating: grade === null ? null : Number(grade) })}
        />
      )
    case 'gas':
      return (
        <ChoiceField
          field={field}
          editing={editing}
          choices={words.gases}
          onChoose={(gas) => set({ gas: gas as typeof editing.facts.gas })}
        />
      )
    case 'ebikeCharging':
      return (
        <ChoiceField
          field={field}
          editing={editing}
          choices={words.ebikes}
          onChoose={(charging) => set({ ebikeCharging: charging as typeof editing.facts.ebikeCharging })}
        />
      )
    case 'remarks':
      return null
    default:
      return <NumberField field={field} editing={editing} />
  }
}
