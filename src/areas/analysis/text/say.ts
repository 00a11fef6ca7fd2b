/** Building sentences of runs: words, figures that lead to their records, and what is missing. */
import type { Paragraph, Run } from '../../../kernel/document.ts'

/** Words, or something that is said already. */
export type Said = string | number | readonly Run[]

/** say`共${fires}起` puts words and runs together; neighbouring words become one run. */
export function say(words: TemplateStringsArray, ...said: readonly Said[]): Run[] {
  return together(words.flatMap((word, at): Said[] => [word, said[at] ?? '']))
}

/** Several pieces as one, with a mark between them. Empty pieces leave no mark behind. */
export const listed = (pieces: readonly Said[], mark: string): Run[] =>
  together(
    pieces
      .filter((piece) => typeof piece === 'number' || piece.length > 0)
      .flatMap((piece, at): Said[] => (at === 0 ? [piece] : [mark, piece])),
  )

export function together(said: readonly Said[]): Run[] {
  const runs: Run[] = []
  for (const piece of said)
    for (const run of typeof piece === 'object' ? piece : [{ text: String(piece) }]) {
      const last = runs.at(-1)
      if (isPlain(run) && run.text === '') continue
      if (last && isPlain(last) && isPlain(run)) runs[runs.length - 1] = { text: last.text + run.text }
      else runs.push(run)
    }
  return runs
}
const isPlain = (run: Run): run is { text: string } => 'text' in run && !('figure' in run)

/** A figure in words, with the key by which its records are found. */
export const figure = (key: string, text: string): Run[] => [{ text, figure: key }]
export const missing: readonly Run[] = [{ missing: true }]

export const paragraph = (key: string, runs: readonly Run[]): Paragraph => ({ kind: 'paragraph', key, runs })
