/** The search in the header: places and units as one types, alarms behind the last line; alarms alone where that is all one may see. */
import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { messages } from '../messages.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session.ts'
import { fill, useWords } from '../words.ts'

const FindBox = lazy(async () => ({
  default: (await import('../../areas/premises/desk/parts/FindBox.tsx')).FindBox,
}))

export function HeaderFind() {
  const may = useMay()
  return (
    <search className="head-find">
      {may('premises.read') ? (
        <Suspense>
          <FindAnything />
        </Suspense>
      ) : (
        <FindIncidents />
      )}
    </search>
  )
}

function FindAnything() {
  const words = useWords(messages).find
  const may = useMay()
  const navigate = useNavigate()
  return (
    <FindBox
      onChoose={({ id }) => void navigate(paths.premises(id))}
      onSearch={(q) => void navigate(paths.premisesList({ q }))}
      header={{
        label: words.anything,
        placeholder: words.anythingHint,
        elsewhere: may('incidents.read')
          ? {
              label: (q) => fill(words.inIncidents, { q }),
              onSearch: (q) => void navigate(paths.incidents({ q })),
            }
          : undefined,
      }}
    />
  )
}

function FindIncidents() {
  const words = useWords(messages).find
  const navigate = useNavigate()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
        if (q) void navigate(paths.incidents({ q }))
      }}
    >
      <SearchOutlined />
      <input type="search" name="q" maxLength={60} aria-label={words.label} placeholder={words.placeholder} />
    </form>
  )
}
