/** A button that opens a short list of choices: the arrow keys walk, Esc and a click elsewhere close. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

export interface MenuChoice<K extends string> {
  readonly key: K
  readonly label: string
  /** Marked as the present one. */
  readonly chosen?: boolean
}

export interface MenuButtonProps<K extends string> {
  readonly label: ReactNode
  /** Where the label is but an icon. */
  readonly name?: string
  readonly note?: ReactNode
  readonly choices: readonly MenuChoice<K>[]
  readonly onChoose: (key: K) => void
}

export function MenuButton<K extends string>({ label, name, note, choices, onChoose }: MenuButtonProps<K>) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
    const away = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div className="menu-button" ref={root}>
      <button
        ref={opener}
        type="button"
        className="head-button"
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open ? { 'aria-controls': id } : {})}
        {...(name ? { 'aria-label': name, title: name } : {})}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div className="menu-list">
          {note && <div className="menu-note">{note}</div>}
          <div id={id} role="menu" aria-label={name} onKeyDown={(event) => walk(event, close)}>
            {choices.map(({ key, label: words, chosen }) => (
              <button
                key={key}
                type="button"
                tabIndex={-1}
                {...(chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen })}
                onClick={() => {
                  close()
                  onChoose(key)
                }}
              >
                {words}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>, close: () => void) {
  const items: Element[] = [...event.currentTarget.querySelectorAll('[role^=menuitem]')]
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }
  const to = steps[event.key]
  if (event.key === 'Escape' || event.key === 'Tab') close()
  else if (to !== undefined) {
    const item = items.at(to % items.length)
    if (item instanceof HTMLElement) item.focus()
  } else return
  if (event.key !== 'Tab') event.preventDefault()
}
