/** The register's search box: suggests as one types, the arrow keys walk, Enter looks for all that fit. */
import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Found } from '../../finding/contract.ts'
import { messages } from '../../messages.ts'
import { Suggestion } from './Suggestion.tsx'

interface FindBoxProps {
  readonly initial?: string
  readonly onChoose: (found: Found) => void
  /** Enter without a suggestion chosen: all that fit. An empty text takes the search back. */
  readonly onSearch: (q: string) => void
  /** In the header, on every page: smaller, without a button, empty again once used. */
  readonly header?: {
    readonly label: string
    readonly placeholder: string
    /** Stands below the suggestions, and is meant by Enter where nothing was found. */
    readonly elsewhere?: { readonly label: (q: string) => string; readonly onSearch: (q: string) => void } | undefined
  }
}

interface Option {
  readonly key: string
  readonly line: ReactNode
  readonly choose: () => void
}

const beforeAsking = 150

/** What was typed, once it has rested for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), beforeAsking)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

export function FindBox({ initial = '', onChoose, onSearch, header }: FindBoxProps) {
  const words = useWords(messages).find
  const id = useId()
  const chosenOption = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(initial)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const q = useRested(text.trim())
  const { data, isFetching } = useQuery({
    ...api.premises.find.queryOptions({ input: { q }, placeholderData: keepPreviousData }),
    enabled: open && q !== '',
  })
  const found = q === '' ? [] : (data?.items ?? [])
  useEffect(() => {
    if (at >= 0) chosenOption.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const shown = open && q !== '' && data !== undefined
  const leave = () => {
    setOpen(false)
    if (header) setText('')
  }
  const elsewhere = header?.elsewhere
  const options: Option[] = [
    ...found.map((one) => ({
      key: one.id,
      line: <Suggestion found={one} q={q} />,
      choose: () => {
        leave()
        onChoose(one)
      },
    })),
    ...(elsewhere
      ? [
          {
            key: 'elsewhere',
            line: <span className="find-elsewhere">{elsewhere.label(text.trim())}</span>,
            choose: () => {
              leave()
              elsewhere.onSearch(text.trim())
            },
          },
        ]
      : []),
  ]
  const search = () => {
    leave()
    onSearch(text.trim())
  }
  const press = (event: KeyboardEvent) => {
    // A word being composed by an input method takes its own Enter and arrows.
    if (event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const to = steps[event.key]
    const nothing = found.length === 0 && !isFetching && q === text.trim()
    const chosen = options[nothing ? 0 : at]
    if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter') {
      if (shown && chosen) chosen.choose()
      else if (!header || text.trim()) search()
    } else if (to !== undefined) setAt(Math.max(-1, Math.min(options.length - 1, to)))
    else return
    event.preventDefault()
  }
  return (
    <div className={`find-box ${header ? 'find-box-header' : ''}`}>
      <SearchOutlined className="find-icon" />
      <input
        type="search"
        role="combobox"
        maxLength={60}
        autoComplete="off"
        aria-label={header?.label ?? words.label}
        placeholder={header?.placeholder ?? words.placeholder}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(at >= 0 && shown ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setText(target.value)
          setAt(-1)
          setOpen(true)
          if (target.value === '' && !header) onSearch('')
        }}
        onKeyDown={press}
      />
      {!header && (
        <Button type="primary" onClick={search}>
          {words.go}
        </Button>
      )}
      {shown && (
        <div className="find-list">
          <div role="listbox" id={`${id}-list`} aria-label={words.suggestions} aria-busy={isFetching}>
            {options.map(({ key, line, choose }, i) => (
              <div
                key={key}
                id={`${id}-${i}`}
                ref={i === at ? chosenOption : null}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                onMouseEnter={() => setAt(i)}
                // At the press: the box still has the focus, and the list is open.
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose()
                }}
              >
                {line}
              </div>
            ))}
          </div>
          <p className="quiet find-foot">
            {found.length > 0 ? words.foot : elsewhere ? words.nothingHere : words.nothing}
          </p>
        </div>
      )}
    </div>
  )
}
