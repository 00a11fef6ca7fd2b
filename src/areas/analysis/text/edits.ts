/** What people changed in the text: their words stay, and it shows where the figures have moved under them. */
import { type Block, type OfficialDocument, textOf } from '../../../kernel/document.ts'

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
export type EditState = 'fresh' | 'stale' | 'orphan'
export const editState = ({ paragraph, basedOn }: Edit, generated: ReadonlyMap<string, string>): EditState => {
  const now = generated.get(paragraph)
  if (now === undefined) return 'orphan'
  return now === basedOn ? 'fresh' : 'stale'
}

/** The document with the people's words in place of the generated ones; each line is a paragraph. */
export const withEdits = (document: OfficialDocument, edits: readonly Edit[]): OfficialDocument => ({
  ...document,
  blocks: document.blocks.flatMap((block): Block[] => {
    const edit = block.kind === 'paragraph' ? edits.find(({ paragraph }) => paragraph === block.key) : undefined
    if (!edit || block.kind !== 'paragraph') return [block]
    const lines = edit.text.split(/\s*\n\s*/).filter((line) => line !== '')
    return lines.map(
      (text, at): Block => ({ ...block, key: at === 0 ? block.key : `${block.key}~${at + 1}`, runs: [{ text }] }),
    )
  }),
})
