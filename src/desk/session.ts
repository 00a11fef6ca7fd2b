/** Who is signed in, and what this person may do. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import type { Me } from '../areas/organisation/accounts/contract.ts'
import type { Permission } from '../areas/organisation/roles.ts'
import { paths } from './paths.ts'

export const MeContext = createContext<Me | undefined>(undefined)

/** The person signed in. Only for pages inside the shell, which are drawn once the person is known. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside the shell')
  return me
}

/** `const may = useMay()`, then `may('incidents.enter')`: whether to offer an act at all. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

/** After the session has ended by the person's wish: back to the sign-in, and nothing of it stays in memory. */
export function useEndSession(): () => Promise<void> {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return async () => {
    await navigate(paths.signIn())
    queries.clear()
  }
}
