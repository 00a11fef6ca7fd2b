/** How long between two instants, in words. */
import { useCallback } from 'react'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

/** Seconds between two instants; null where one is not known or they run backwards. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000)
  return seconds < 0 ? null : seconds
}

/** 275 → 4分35秒; from an hour on, no seconds. */
export function useDurationText(): (seconds: number | null) => string | null {
  const words = useWords(messages).page
  return useCallback(
    (seconds) => {
      if (seconds === null) return null
      const [d, h, m, s] = [
        Math.floor(seconds / 86_400),
        Math.floor((seconds % 86_400) / 3600),
        Math.floor((seconds % 3600) / 60),
        seconds % 60,
      ]
      const parts: string[] = []
      if (d) parts.push(fill(words.daysLong, { d }))
      if (h) parts.push(fill(words.hours, { h }))
      if (m) parts.push(fill(words.minutes, { m }))
      if ((s || parts.length === 0) && !d && !h) parts.push(fill(words.seconds, { s }))
      return parts.join(words.minutes.includes(' ') ? ' ' : '')
    },
    [words],
  )
}
