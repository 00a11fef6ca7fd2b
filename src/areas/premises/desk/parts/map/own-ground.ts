/** The ground of the person's own station or street: what a map shows first. */
import { useMemo } from 'react'
import { useMe } from '../../../../../desk/session.ts'
import type { Shape } from '../../../../organisation/areas/contract.ts'
import { useAreas, useShapes } from '../../../../organisation/desk/parts/places.ts'
import { roles } from '../../../../organisation/roles.ts'

/** All corners of the outer borders. */
export const outline = (shapes: readonly Shape[]) => shapes.flatMap(({ polygon }) => polygon[0] ?? [])

/** Undefined for whoever sees the whole district, or while their ground has no border. */
export function useOwnGround() {
  const { body, role } = useMe()
  const { reach } = roles[role]
  const stations = useShapes('station', reach === 'station')
  const streets = useShapes('street', reach === 'street')
  const { items } = useAreas(1)
  return useMemo(() => {
    const own =
      reach === 'station'
        ? stations.filter(({ id }) => id === body.id)
        : streets.filter(({ id }) => items.some((area) => area.id === id && area.body === body.id))
    return own.length > 0 ? outline(own) : undefined
  }, [reach, stations, streets, items, body.id])
}
