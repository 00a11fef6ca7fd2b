/** A row of the form: its name, what is typed, and what is wrong with it. */
import { Form } from 'antd'
import type { ReactNode } from 'react'

interface RowProps {
  readonly label: string
  /** The id of the field that the label belongs to. */
  readonly field?: string
  readonly problem?: string | undefined
  readonly hint?: ReactNode
  readonly children: ReactNode
}

export function Row({ label, field, problem, hint, children }: RowProps) {
  return (
    <Form.Item
      label={label}
      {...(field ? { htmlFor: field } : {})}
      {...(problem ? { validateStatus: 'error' as const, help: problem } : {})}
      extra={hint}
    >
      {children}
    </Form.Item>
  )
}
