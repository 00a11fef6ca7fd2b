/** The shell of a list's filters: controls in a row, folded on a phone, and what is chosen as tags. */
import { FilterOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { messages } from '../messages.ts'
import { useNarrow } from '../narrow.ts'
import { fill, useMarks, useWords } from '../words.ts'

export interface Chosen {
  readonly key: string
  readonly label: string
  readonly onRemove: () => void
}

export interface FilterBarProps {
  readonly children: ReactNode
  /** What is chosen, each to be taken away by itself. */
  readonly chosen?: readonly Chosen[]
  readonly onReset: () => void
  /** On the right: saved filters, an export. */
  readonly extra?: ReactNode
}

export function FilterBar({ children, chosen = [], onReset, extra }: FilterBarProps) {
  const words = useWords(messages)
  const { aside } = useMarks()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  return (
    <search className="filter-bar no-print">
      {narrow && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.filter.hide : words.filter.show}
          {chosen.length > 0 && aside(chosen.length)}
        </Button>
      )}
      {(!narrow || open) && <div className="filter-controls">{children}</div>}
      {extra && <div className="filter-extra">{extra}</div>}
      {chosen.length > 0 && (
        <div className="filter-chosen">
          <span className="filter-chosen-label">{words.filter.applied}</span>
          {chosen.map(({ key, label, onRemove }) => (
            <Tag key={key} closable={{ 'aria-label': fill(words.filter.remove, { name: label }) }} onClose={onRemove}>
              {label}
            </Tag>
          ))}
          <Button type="link" size="small" onClick={onReset}>
            {words.filter.reset}
          </Button>
        </div>
      )}
    </search>
  )
}
