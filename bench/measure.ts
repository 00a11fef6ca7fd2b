/** What every benchmark is made with: repeated timing, and a table of ratios. */
import { performance } from 'node:perf_hooks'

export interface Row {
  readonly what: string
  /** What was measured, with its unit. */
  readonly measured: string
  /** The limit or the peer it is held against. */
  readonly against: string
  /** Measured by peer, or by limit. */
  readonly ratio: number
  /** The ratio that must not be passed. */
  readonly atMost: number
}

export interface Bench {
  readonly name: string
  run(say: (line: string) => void): Promise<Row[]>
}

/** Milliseconds of each of several runs, after one that is not counted. */
export async function times(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const all: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work()
    all.push(performance.now() - began)
  }
  return all.sort((a, b) => a - b)
}

export const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
/** The value below which that share lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const ms = (time: number): string => (time < 100 ? `${time.toFixed(1)} ms` : `${Math.round(time)} ms`)

export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, against, ratio, atMost }) => [
    what,
    measured,
    against,
    ratio.toFixed(2),
    atMost.toFixed(2),
    ratio <= atMost ? 'holds' : 'MISSED',
  ])
  return [
    '| what | measured | against | ratio | at most | |',
    '|---|---|---|---|---|---|',
    ...cells.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
