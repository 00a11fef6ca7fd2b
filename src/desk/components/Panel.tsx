/** A titled part of a page. */
import { type ReactNode, useId } from 'react'

export interface PanelProps {
  readonly title?: ReactNode
  /** On the right of the title. */
  readonly extra?: ReactNode
  /** Without inner margins: for tables and maps that go to the edge. */
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, extra, flush = false, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section
      className={`panel ${flush ? 'panel-flush' : ''} ${className}`}
      {...(title ? { 'aria-labelledby': id } : {})}
    >
      {(title || extra) && (
        <div className="panel-head">
          <h2 id={id}>{title}</h2>
          {extra && <div className="panel-extra">{extra}</div>}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </section>
  )
}
