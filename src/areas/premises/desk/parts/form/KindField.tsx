/** The kind of a unit, from its group or by typing a part of its name. */
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { type Editing, Framed } from './FactField.tsx'

export function KindField({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { choices, entries } = useCodes('premises-kind')
  const tree = useMemo(() => {
    // People look for 网吧 by 网咖: the words under which a kind is also known find it too.
    const sought = (code: string, label: string) => {
      const props = entries.find((entry) => entry.code === code)?.props
      const aliases: unknown = props && 'aliases' in props ? props.aliases : []
      return [label, ...(Array.isArray(aliases) ? aliases : [])].join(' ')
    }
    return choices().map(({ value, label }) => {
      const below = choices(value)
      return {
        value,
        title: label,
        sought: label,
        selectable: below.length === 0,
        children: below.map((kind) => ({
          value: kind.value,
          title: kind.label,
          sought: sought(kind.value, kind.label),
        })),
      }
    })
  }, [choices, entries])
  return (
    <Framed field="kind" editing={editing}>
      <TreeSelect<string | null>
        id="fact-kind"
        allowClear
        showSearch={{ treeNodeFilterProp: 'sought' }}
        placeholder={words.form.kindHint}
        treeData={tree}
        value={entries.length > 0 ? editing.facts.kind : null}
        onChange={(kind) => editing.set({ kind: kind ?? null })}
      />
    </Framed>
  )
}
