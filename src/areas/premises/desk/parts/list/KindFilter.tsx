/** Kinds in their groups, each with its number: a group chooses all its kinds. */
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { usePremisesFilter } from './filter-state.ts'

export function KindFilter({ counts }: { counts: ReadonlyMap<string, number> | undefined }) {
  const words = useWords(messages)
  const { aside } = useMarks()
  const { filter, set } = usePremisesFilter()
  const kinds = useCodes('premises-kind')
  const tree = useMemo(() => {
    const own = (code: string) => counts?.get(code) ?? 0
    const titled = (label: string, n: number) => (counts && n > 0 ? `${label}${aside(numberText(n))}` : label)
    return [
      ...kinds.choices().map((group) => {
        const below = kinds.choices(group.value)
        const all = below.reduce((sum, { value }) => sum + own(value), own(group.value))
        return {
          value: group.value,
          title: titled(group.label, all),
          children: below.map(({ value, label }) => ({ value, title: titled(label, own(value)) })),
        }
      }),
      { value: 'none', title: titled(words.filter.none, own('none')) },
    ]
  }, [kinds, counts, aside, words])
  const withBelow = (codes: readonly string[]) =>
    codes.flatMap((code) => [code, ...kinds.choices(code).map(({ value }) => value)])
  return (
    <TreeSelect<string[]>
      className="filter-narrow"
      treeCheckable
      allowClear
      maxTagCount={1}
      popupMatchSelectWidth={240}
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      showSearch={{ treeNodeFilterProp: 'title' }}
      aria-label={words.fields.kind}
      placeholder={words.fields.kind}
      value={kinds.entries.length > 0 ? (filter.kind ?? []) : []}
      treeData={tree}
      onChange={(codes) => set({ kind: withBelow(codes) })}
    />
  )
}
