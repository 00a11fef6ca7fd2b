/** Positions in a row: moved to WGS-84 where the profile says that they are others', and whole or not at all. */
import type { Layout, Profile, RowCheck } from '../../kernel/layout.ts'
import { toWgs84 } from './coordinates.ts'
import { rowMessages } from './messages.ts'

/** A row under way. */
export type Draft = Record<string, string | number | boolean | null>

export const fieldOf = (layout: Layout, key: string | undefined): string | undefined =>
  layout.columns.find((column) => column.key === key)?.field

/** Moves a position of the map makers' coordinates to WGS-84, in place. */
export function pointMover(layout: Layout, { coordinates }: Profile): (draft: Draft) => void {
  const [lng, lat] = [fieldOf(layout, layout.point?.lng), fieldOf(layout, layout.point?.lat)]
  if (coordinates === 'WGS-84' || lng === undefined || lat === undefined) return () => {}
  return (draft) => {
    const [x, y] = [draft[lng], draft[lat]]
    if (typeof x === 'number' && typeof y === 'number') [draft[lng], draft[lat]] = toWgs84([x, y], coordinates)
  }
}

/** A position needs both its numbers. The one that is there is blamed, so that a mapping may let it go. */
export function pointCheck(layout: Layout): RowCheck<Draft>[] {
  const { point } = layout
  const [lng, lat] = [fieldOf(layout, point?.lng), fieldOf(layout, point?.lat)]
  if (!point || lng === undefined || lat === undefined) return []
  const words = { zh: rowMessages.zh['half-point'], en: rowMessages.en['half-point'] }
  const broken = (draft: Draft) => {
    if ((draft[lng] === null) === (draft[lat] === null)) return undefined
    return draft[lng] === null ? point.lat : point.lng
  }
  return [{ rule: 'half-point', ...words, broken }]
}
