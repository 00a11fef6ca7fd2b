/** Choosing a station or a community, by typing a part of its name. */
import { Select } from 'antd'
import { useMemo } from 'react'
import { choicesOf, useAreas, useBodies } from './places.ts'

interface PlaceSelectProps<V> {
  readonly value?: V
  readonly onChange?: (value: V) => void
  readonly id?: string
  readonly placeholder?: string
  readonly 'aria-label'?: string
  readonly disabled?: boolean
  readonly className?: string
}
type One = PlaceSelectProps<string | null>
type Several = PlaceSelectProps<string[]>

const byLabel = { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const

export function StationSelect(props: One) {
  const { items } = useBodies('station')
  return <Select<string | null> {...byLabel} allowClear {...emptied(props)} options={choicesOf(items, props.value)} />
}

/** Several stations, for a filter. */
export function StationsSelect(props: Several) {
  const { choices } = useBodies('station')
  return <Select<string[]> {...byLabel} mode="multiple" maxTagCount={1} allowClear {...props} options={choices} />
}

export function CommunitySelect(props: One) {
  return (
    <Select<string | null> {...byLabel} allowClear {...emptied(props)} options={useCommunityChoices(props.value)} />
  )
}

/** Several communities, for a filter. */
export function CommunitiesSelect(props: Several) {
  return (
    <Select<string[]>
      {...byLabel}
      mode="multiple"
      maxTagCount={1}
      allowClear
      {...props}
      options={useCommunityChoices()}
    />
  )
}

/** Several streets, for a filter. */
export function StreetsSelect(props: Several) {
  const { choices } = useAreas(1)
  return <Select<string[]> {...byLabel} mode="multiple" maxTagCount={1} allowClear {...props} options={choices} />
}

/** Communities under the names of their streets. */
function useCommunityChoices(chosen?: string | null) {
  const streets = useAreas(1)
  const communities = useAreas(2)
  return useMemo(
    () =>
      streets.items.flatMap((street) => {
        const below = communities.items.filter(({ parent }) => parent === street.id)
        const options = choicesOf(below, chosen)
        return street.active || options.length > 0 ? [{ label: street.name, title: street.name, options }] : []
      }),
    [streets, communities, chosen],
  )
}

/** A cleared choice is null, which says unknown; antd would make it undefined, which says nothing. */
function emptied({ value, onChange, ...rest }: One) {
  return { ...rest, value: value ?? null, onChange: (next: string | null | undefined) => onChange?.(next ?? null) }
}
