/** A column's name as the contract and the ledger spell it: burned_area_m2 is burnedAreaM2. */
export const camel = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The column that holds a field: areaM2 lies in area_m2. */
export const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A record under its columns' names, to be written as JSON. */
export const inColumns = (record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([field, value]) => [snake(field), value]))
