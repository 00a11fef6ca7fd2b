/** One fact as a field, with what the checks find in it. */
import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Finding } from '../../checks.ts'
import { messages } from '../../messages.ts'
import type { Facts } from './form-draft.ts'

export interface Editing {
  readonly facts: Facts
  readonly findings: readonly Finding[]
  readonly wanting: readonly (keyof Facts)[]
  readonly set: (change: Partial<Facts>) => void
}
export interface FieldProps {
  readonly field: keyof Facts
  readonly editing: Editing
  readonly required?: boolean
  readonly extra?: ReactNode
  /** What is wrong with what was typed, where it is no value yet. */
  readonly problem?: string
  readonly wide?: boolean
}

/** The frame of a field: label, hint, findings. The label names the control by its id. */
export function Framed({
  field,
  editing,
  required = false,
  extra,
  problem,
  wide,
  children,
}: FieldProps & { children: ReactNode }) {
  const words = useWords(messages)
  const own = editing.findings.filter((finding) => finding.field === field)
  const wanting = editing.wanting.includes(field)
  const checks: Readonly<Record<string, string>> = { ...words.grounds, ...words.checks }
  const help =
    problem ??
    (wanting
      ? words.form.want
      : own.map(({ rule }) => fill(checks[rule] ?? rule, { no: editing.facts.incidentNo })).join('；'))
  const isFault = problem !== undefined || wanting || own.some(({ weight }) => weight === 'fault')
  return (
    <Form.Item
      label={words.fields[field]}
      htmlFor={`fact-${field}`}
      required={required}
      className={wide ? 'wide' : ''}
      extra={extra}
      {...(help ? { help, validateStatus: isFault ? ('error' as const) : ('warning' as const) } : {})}
    >
      {children}
    </Form.Item>
  )
}

type NumberKey = {
  [K in keyof Facts]: Facts[K] extends number | null ? K : never
}[keyof Facts]

export function NumberField(props: FieldProps & { field: NumberKey; decimals?: number }) {
  const { field, editing, decimals = 0 } = props
  const words = useWords(messages)
  const unit = field in words.units ? words.units[field as keyof typeof words.units] : undefined
  // Money is kept in 分 and typed in 元.
  const factor = field.endsWith('Fen') ? 100 : 1
  const value = editing.facts[field]
  return (
    <Framed {...props}>
      <InputNumber
        id={`fact-${field}`}
        min={field === 'lng' ? -180 : field === 'lat' ? -90 : 0}
        precision={factor === 100 ? 2 : decimals}
        controls={false}
        placeholder={words.unknown}
        value={value === null ? null : value / factor}
        {...(unit ? { suffix: unit } : {})}
        onChange={(typed) =>
          editing.set({ [field]: typed === null ? null : factor === 100 ? Math.round(Number(typed) * 100) : typed })
        }
      />
    </Framed>
  )
}

export function TextField(props: FieldProps & { field: 'incidentNo' | 'address' | 'premisesNo'; disabled?: boolean }) {
  const { field, editing, disabled = false } = props
  return (
    <Framed {...props}>
      <Input
        id={`fact-${field}`}
        maxLength={field === 'address' ? 200 : 64}
        disabled={disabled}
        value={editing.facts[field] ?? ''}
        onChange={({ target }) =>
          editing.set({ [field]: field === 'premisesNo' && target.value === '' ? null : target.value })
        }
      />
    </Framed>
  )
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly clearable?: boolean
  readonly onChoose?: (value: string | null) => void
}

export function ChoiceField({ options, clearable = true, onChoose, ...props }: ChoiceFieldProps) {
  const { field, editing } = props
  const words = useWords(messages)
  const value = editing.facts[field]
  const choose = (chosen: string | null) => (onChoose ? onChoose(chosen) : editing.set({ [field]: chosen }))
  return (
    <Framed {...props}>
      <Select<string | null>
        id={`fact-${field}`}
        allowClear={clearable}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.unknown}
        value={value === null ? null : String(value)}
        options={[...options]}
        onChange={(chosen) => choose(chosen ?? null)}
      />
    </Framed>
  )
}
