/** From a line of a breakdown to exactly its records. */
import type { Place } from '../../../../desk/paths.ts'
import { hoursOf, unknownCode } from '../../figures/breakdowns.ts'
import type { Dimension, Figures, Part, RangeKey } from '../../figures/contract.ts'
import { figureKey, type Narrowed } from '../../figures/drill.ts'
import { placeOf } from './shown.ts'

/** What finds the records of a line. Hours and weekdays are always known. */
function narrowedBy(dimension: Dimension, { code, parent }: Pick<Part, 'code' | 'parent'>): Narrowed | undefined {
  if (dimension === 'hour') return code === unknownCode ? undefined : { hour: hoursOf(code) }
  if (dimension === 'weekday') return code === unknownCode ? undefined : { weekday: Number(code) }
  if (dimension === 'severity') return { statClass: code }
  if (dimension !== 'subCause') return { [dimension]: code }
  // A cause without a second level stands under its own code.
  return parent === null || parent === code ? { cause: code, subCause: unknownCode } : { subCause: code }
}

export function partPlace(
  figures: Pick<Figures, 'spans' | 'cumulative'>,
  dimension: Dimension,
  part: Pick<Part, 'code' | 'parent'>,
  range: RangeKey = 'period',
): Place | undefined {
  const narrowed = narrowedBy(dimension, part)
  return narrowed && placeOf(figures, figureKey(range, 'fires', narrowed))
}
