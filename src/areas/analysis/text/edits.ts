/** What people changed in the text: their words stay, and it shows where the figures have moved under them. */
import { type Block, type OfficialDocument, textOf } from '../../../kernel/document.ts'
import type { ParagraphState } from './contract.ts'

/** A paragraph as a person wrote it, and the generated text that was before their eyes. */
export interface Edit {
  readonly paragraph: string
  readonly text: string
  readonly basedOn: string
}

/** The generated text of every paragraph, by its key. */
export const paragraphsOf = ({ blocks }: Pick<OfficialDocument, 'blocks'>): Map<string, string> =>
  new Map(
    blocks.flatMap((block): [string, string][] =>
      block.kind === 'paragraph' ? [[block.key, textOf(block.runs)]] : [],
    ),
  )

/**
 * How an edit stands to the text as it would be written now: `fresh`, `stale` where that has changed since, `orphan`
 * where the paragraph is not written any more.
 */
type EditState = 'fresh' | 'stale' | 'orphan'
export const editState = ({ paragraph, basedOn }: Edit, generated: ReadonlyMap<string, string>): EditState => {
  const now = generated.get(paragraph)
  if (now === undefined) return 'orphan'
  return now === basedOn ? 'fresh' : 'stale'
}

/** The document with the people's words in place of the generated ones; a line that they broke is a paragraph in print. */
export const withEdits = (document: OfficialDocument, edits: readonly Edit[]): OfficialDocument => ({
  ...document,
  blocks: document.blocks.map((block): Block => {
    const edit = block.kind === 'paragraph' ? edits.find(({ paragraph }) => paragraph === block.key) : undefined
    if (!edit || block.kind !== 'paragraph') return block
    const lines = edit.text.split(/\s*\n\s*/).filter((line) => line !== '')
    return { ...block, runs: [{ text: lines.join('\n') }] }
  }),
})

export interface SignedEdit extends Edit {
  readonly editedBy: string
  readonly editedAt: string
}

/** Every paragraph with what a person made of it, the generated ones in their order, then what is written no more. */
export function paragraphStates(
  generated: ReadonlyMap<string, string>,
  edits: readonly SignedEdit[],
): ParagraphState[] {
  const orphans = edits.map(({ paragraph }) => paragraph).filter((key) => !generated.has(key))
  return [...generated.keys(), ...orphans].map((key) => {
    const edit = edits.find(({ paragraph }) => paragraph === key)
    return {
      key,
      generated: generated.get(key) ?? null,
      edited: edit?.text ?? null,
      state: edit ? editState(edit, generated) : 'generated',
      editedBy: edit?.editedBy ?? null,
      editedAt: edit?.editedAt ?? null,
    }
  })
}
