/** One fact of a record as a field, with what the checks find in it. */
import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useLang, useWords } from '../../../../../desk/words.ts'
import type { Finding } from '../../../checks.ts'
import { fieldWord } from '../../../field-words.ts'
import { messages } from '../../../messages.ts'
import { usccWords } from '../../../uscc-words.ts'
import type { Facts } from './draft.ts'

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
  readonly wide?: boolean
}

/** A finding in words, with what to do about it. */
export function useFindingText(): (rule: string) => string {
  const words = useWords(messages)
  const lang = useLang()
  const code: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = usccWords
  const checks: Readonly<Record<string, string>> = words.checks
  return (rule) => checks[rule] ?? code[rule]?.[lang] ?? rule
}

/** The frame of a field: label, hint, findings. The label names the control by its id. */
export function Framed({
  field,
  editing,
  required = false,
  extra,
  wide,
  children,
}: FieldProps & { children: ReactNode }) {
  const words = useWords(messages)
  const findingText = useFindingText()
  const own = editing.findings.filter((finding) => finding.field === field)
  const wanting = editing.wanting.includes(field)
  const help = wanting ? words.form.want : own.map(({ rule }) => findingText(rule)).join(' ')
  const isFault = wanting || own.some(({ weight }) => weight === 'fault')
  return (
    <Form.Item
      label={fieldWord(words, field, editing.facts.form)}
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

type KeyOf<V> = { [K in keyof Facts]: Facts[K] extends V ? K : never }[keyof Facts]

/** Square metres and metres have decimals, degrees six of them, all else is counted. */
const decimals: Partial<Record<keyof Facts, number>> = { areaM2: 2, heightM: 2, lng: 6, lat: 6 }

export function NumberField(props: FieldProps & { field: KeyOf<number | null> }) {
  const { field, editing } = props
  const words = useWords(messages)
  const unit = field in words.units ? words.units[field as keyof typeof words.units] : ''
  return (
    <Framed {...props}>
      <InputNumber
        id={`fact-${field}`}
        min={field === 'lng' ? -180 : field === 'lat' ? -90 : 0}
        precision={decimals[field] ?? 0}
        controls={false}
        placeholder={words.unknown}
        value={editing.facts[field]}
        {...(unit ? { suffix: unit } : {})}
        onChange={(typed) => editing.set({ [field]: typed })}
      />
    </Framed>
  )
}

type TextKey = 'premisesNo' | 'name' | 'uscc' | 'operatorIdTail' | 'address' | 'floors' | 'usage' | 'dangerousGoods'
const longest: Readonly<Record<TextKey, number>> = {
  premisesNo: 64,
  name: 200,
  uscc: 40,
  operatorIdTail: 4,
  address: 300,
  floors: 60,
  usage: 100,
  dangerousGoods: 200,
}

export function TextField(props: FieldProps & { field: TextKey; placeholder?: string }) {
  const { field, editing, placeholder } = props
  const plain = field === 'name' || field === 'address'
  return (
    <Framed {...props}>
      <Input
        id={`fact-${field}`}
        maxLength={longest[field]}
        autoComplete="off"
        {...(placeholder ? { placeholder } : {})}
        value={editing.facts[field] ?? ''}
        onChange={({ target }) => editing.set({ [field]: target.value === '' && !plain ? null : target.value })}
      />
    </Framed>
  )
}

export function DayField(props: FieldProps & { field: 'lastInspectedOn' }) {
  const { field, editing } = props
  const value = editing.facts[field]
  return (
    <Framed {...props}>
      <DatePicker
        id={`fact-${field}`}
        value={value ? dayjs(value) : null}
        onChange={(date) => editing.set({ [field]: date ? date.format('YYYY-MM-DD') : null })}
      />
    </Framed>
  )
}

interface ChoiceFieldProps extends FieldProps {
  readonly field: 'form' | 'fireRating' | 'gas' | 'ebikeCharging'
  readonly choices: Readonly<Record<string, string>>
  readonly onChoose: (value: string | null) => void
}

export function ChoiceField({ choices, onChoose, ...props }: ChoiceFieldProps) {
  const { field, editing } = props
  const words = useWords(messages)
  const value = editing.facts[field]
  return (
    <Framed {...props}>
      <Select<string | null>
        id={`fact-${field}`}
        allowClear={field !== 'form'}
        placeholder={words.unknown}
        value={value === null ? null : String(value)}
        options={Object.entries(choices).map(([code, label]) => ({ value: code, label }))}
        onChange={(chosen) => onChoose(chosen ?? null)}
      />
    </Framed>
  )
}
