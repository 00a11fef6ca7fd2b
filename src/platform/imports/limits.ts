/** How much an import takes at most, unless it is told otherwise. */

const mega = 1024 * 1024

export const limits = {
  /** As much as UPLOAD_LIMIT_MB may allow a browser: files are read as streams, so that size alone does no harm. */
  bytes: 2048 * mega,
  /** A quarter of a large city's incidents is a tenth of it. */
  rows: 2_000_000,
  /** What the parts of a workbook that are read may unpack to. */
  unpackedBytes: 1024 * mega,
  /** Texts of a workbook stand in one part that is kept in memory. */
  sharedTextBytes: 128 * mega,
  /** As in Excel. */
  columns: 16_384,
  /** Columns with a name: each is held against all of ours. */
  headers: 1000,
  cellCharacters: 100_000,
} as const

/** '256 MB', '12.3 kB'. */
export function sizeWords(bytes: number): string {
  const [unit, by] =
    bytes >= mega ? (['MB', mega] as const) : bytes >= 1024 ? (['kB', 1024] as const) : (['B', 1] as const)
  return `${Math.round((bytes / by) * 10) / 10} ${unit}`
}
