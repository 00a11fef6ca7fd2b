/** An area as a form needs it: whole, fresh, and the same for as long as the form is open. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import type { Area } from '../../areas/contract.ts'

/** Undefined until the server has answered. Later answers change nothing: the version sent is the version seen. */
export function useAreaAsSeen(id: string | undefined): Area | undefined {
  const { data, isFetchedAfterMount } = useQuery(
    api.organisation.area.queryOptions({
      input: { id: id ?? '' },
      enabled: id !== undefined,
      refetchOnMount: 'always',
    }),
  )
  const [seen, setSeen] = useState<Area>()
  if (!seen && isFetchedAfterMount && data) setSeen(data)
  return seen
}
