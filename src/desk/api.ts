/** The typed client of the desk, made from the contracts alone. What crosses the wire is JSON, and typed as such. */
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '../app/contract.ts'

/** A page of another site cannot set this header, and the server takes no change without it. */
export const ownHeaders = { 'x-shouwang': '1' } as const

const signedOutListeners = new Set<() => void>()

/** Called when the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** fetch that notices the end of the session. A refused sign-in is no such end. */
export async function ownFetch(input: Request | string, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  const url = typeof input === 'string' ? input : input.url
  if (response.status === 401 && !url.endsWith('/api/sign-in')) for (const listener of signedOutListeners) listener()
  return response
}

export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(
  new OpenAPILink(contract, {
    url: `${location.origin}/api`,
    headers: ownHeaders,
    fetch: (request, init) => ownFetch(request, init),
  }),
)

/** `useQuery(api.incidents.list.queryOptions({ input }))`, `useMutation(api.incidents.enter.mutationOptions())`. */
export const api = createTanstackQueryUtils(client)
