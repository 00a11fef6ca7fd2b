/** Officers' loads from the counts of the register: by station, and within one. */
export interface Load {
  readonly officer: string | null
  readonly name: string | null
  readonly station: string | null
  readonly n: number
}

export interface StationLoad {
  readonly station: string | null
  readonly total: number
  readonly unassigned: number
  readonly officers: number
  /** Records of an officer, on average and at most; null where the station has none. */
  readonly mean: number | null
  readonly most: number | null
}

/** `officersOf` counts who works at a station, whether they answer for anything or not. */
export function byStation(loads: readonly Load[], officersOf: (station: string) => number): StationLoad[] {
  const groups = Map.groupBy(loads, ({ station }) => station)
  return [...groups].map(([station, own]) => {
    const total = own.reduce((sum, { n }) => sum + n, 0)
    const unassigned = own.filter(({ officer }) => officer === null).reduce((sum, { n }) => sum + n, 0)
    const named = own.filter(({ officer }) => officer !== null).map(({ n }) => n)
    const officers = Math.max(station === null ? 0 : officersOf(station), named.length)
    return {
      station,
      total,
      unassigned,
      officers,
      mean: officers === 0 ? null : (total - unassigned) / officers,
      most: named.length === 0 ? null : Math.max(...named),
    }
  })
}

interface OfficerLoad {
  readonly officer: string | null
  readonly name: string | null
  /** What they do at the station; null of those who left. */
  readonly post: string | null
  readonly n: number
  /** Of the station's records, 0 to 1. */
  readonly share: number
  /** Answers for records of a station where they do not work any more. */
  readonly left: boolean
}

/** Somebody who works at a station. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly postName: string
  readonly active: boolean
}

/** The officers of a station, the most laden first, those without any record too; what nobody answers for stands last. */
export function ofStation(loads: readonly Load[], station: string, people: readonly Colleague[]): OfficerLoad[] {
  const own = loads.filter((load) => load.station === station)
  const total = own.reduce((sum, { n }) => sum + n, 0)
  const here = people.filter(({ active }) => active)
  const idle = here.filter(({ id }) => !own.some(({ officer }) => officer === id))
  const rows = [
    ...own.map(({ officer, name, n }) => ({
      officer,
      name: name ?? people.find(({ id }) => id === officer)?.name ?? null,
      post: here.find(({ id }) => id === officer)?.postName ?? null,
      n,
      left: officer !== null && !here.some(({ id }) => id === officer),
    })),
    ...idle.map(({ id, name, postName }) => ({ officer: id, name, post: postName, n: 0, left: false })),
  ]
  return rows
    .map((row) => ({ ...row, share: total === 0 ? 0 : row.n / total }))
    .sort((a, b) => Number(a.officer === null) - Number(b.officer === null) || b.n - a.n)
}
