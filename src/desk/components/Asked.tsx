/** A query's three faces: coming, failed, there. */
import type { ReactNode } from 'react'
import type { Grounds } from '../errors.ts'
import { ErrorBlock } from './ErrorBlock.tsx'
import { Loading } from './Loading.tsx'

interface Query<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

/** `<Asked query={useQuery(…)}>{(record) => …}</Asked>`: what was there stays while it is asked again. */
export function Asked<T>(props: {
  query: Query<T>
  grounds?: Grounds
  rows?: number
  children: (found: T) => ReactNode
}) {
  const { query, grounds, rows = 6, children } = props
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return <ErrorBlock error={query.error} {...(grounds ? { grounds } : {})} onRetry={() => query.refetch()} />
  return <Loading rows={rows} />
}
