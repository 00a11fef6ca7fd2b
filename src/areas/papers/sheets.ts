/** A paper as sheets: each copy alike but for the receipt on the archived one and the slip on the others. A rule. */
import { type Sheet, type SheetFile, spansText } from '../../kernel/sheet.ts'
import { receiptBox } from './forms/boxes.ts'
import type { Head, Texts } from './forms/form.ts'
import { forms } from './forms.ts'
import type { FormKey } from './record-contract.ts'
import { lineSpans, sayer } from './templates/rules.ts'

export interface Written {
  readonly form: FormKey
  readonly texts: Texts
  readonly values: unknown
  readonly head: Head
  readonly copies: readonly string[]
  /** 作废, 预览: stands on every copy. */
  readonly stamp?: string
}

/** All copies of a paper, the archived one first; `only` prints one of them. Throws ZodError where the values do not fit. */
export function sheetsOf({ form: key, texts, values, head, copies, stamp }: Written, only?: number): SheetFile {
  const form = forms[key]
  const filling = form.fill(values, head)
  const title = spansText(lineSpans(texts.title ?? '', filling))
  const body = form.body(values, sayer(texts, filling), head)
  const sheets = copies.map((copy, at): Sheet => {
    const archived = at === 0
    return {
      issuer: head.letterhead.fullName,
      title,
      number: head.number,
      copy: copies.length > 1 ? copy : null,
      ...(stamp ? { stamp } : {}),
      blocks: [
        ...body,
        ...(archived && form.receipt ? [receiptBox(head)] : []),
        ...(archived ? [] : (form.slip?.(values, head) ?? [])),
      ],
    }
  })
  return {
    name: head.number ?? title,
    day: head.day,
    sheets: only === undefined ? sheets : sheets.slice(only, only + 1),
  }
}
