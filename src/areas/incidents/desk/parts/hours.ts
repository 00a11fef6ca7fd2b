/** Hours of the day in words: a run of them as from and to. */
import { useCallback } from 'react'
import { listText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

/** [22, 23, 1] → [[1, 1], [22, 23]]. */
export function runsOf(hours: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const hour of [...new Set(hours)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === hour - 1) last[1] = hour
    else runs.push([hour, hour])
  }
  return runs
}

export function useHourText(): (hours: readonly number[]) => string {
  const words = useWords(messages)
  const lang = useLang()
  return useCallback(
    (hours) =>
      listText(
        runsOf(hours).map(([from, to]) =>
          from === to
            ? fill(words.filter.hourOf, { h: from })
            : `${fill(words.filter.hourOf, { h: from })}–${fill(words.filter.hourOf, { h: to })}`,
        ),
        lang,
      ),
    [words, lang],
  )
}
