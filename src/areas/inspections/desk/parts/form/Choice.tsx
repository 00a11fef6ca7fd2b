/** One of a few answers, each a button as large as a finger. Nothing is chosen beforehand. */
import { Radio } from 'antd'

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: V) => void
}

export function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <Radio.Group
      className="visit-choice"
      buttonStyle="solid"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value as V)}
    >
      {options.map((one) => (
        <Radio.Button key={one.value} value={one.value} disabled={one.disabled ?? false}>
          {one.label}
        </Radio.Button>
      ))}
    </Radio.Group>
  )
}
