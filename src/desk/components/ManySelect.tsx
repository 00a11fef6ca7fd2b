/** Several of many choices, for a filter; what is chosen is said in the tags below. */
import { Select } from 'antd'
import type { Choice } from '../codes.ts'

interface ManySelectProps<V extends string | number> {
  readonly label: string
  readonly value: readonly V[] | undefined
  readonly options: readonly (
    | { readonly value: V; readonly label: string }
    | { readonly label: string; readonly options: readonly Choice[] }
  )[]
  /** The name of the choice «unknown», where it is one. */
  readonly none?: string
  readonly onChange: (value: V[]) => void
}

export function ManySelect<V extends string | number>({ label, value, options, none, onChange }: ManySelectProps<V>) {
  return (
    <Select<V[]>
      mode="multiple"
      allowClear
      maxTagCount={1}
      className="filter-narrow"
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      value={[...(value ?? [])]}
      options={[...options, ...(none ? [{ value: 'none', label: none }] : [])] as never}
      onChange={onChange}
    />
  )
}
