/** A page for those who may: the server refuses the others anyway, this says so at once. */
import type { ReactNode } from 'react'
import type { Permission } from '../../areas/organisation/roles.ts'
import { useMay } from '../session.ts'
import { PageForbidden } from './PageForbidden.tsx'

export function Permitted({ may: permission, children }: { may: Permission | undefined; children: ReactNode }) {
  const may = useMay()
  return permission === undefined || may(permission) ? children : <PageForbidden />
}
