/** The way to a page: the pages above it, then itself. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { messages } from '../messages.ts'
import type { Place } from '../paths.ts'
import { useWords } from '../words.ts'

export interface Crumb {
  readonly label: ReactNode
  readonly place?: Place
}

export function Crumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  const words = useWords(messages)
  return (
    <nav className="crumbs no-print" aria-label={words.crumbs}>
      <ol>
        {crumbs.map(({ label, place }) => (
          <li key={place?.to ?? String(label)}>{place ? <Link {...place}>{label}</Link> : label}</li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
