/** Templates of forms: the fixed texts with their placeholders, checked before they may be used. A rule. */
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { filled, nothing, plain, type SheetBlock, type Span, type Spans } from '../../../kernel/sheet.ts'
import type { Filling, PaperForm, Say, TextKey, Texts } from '../forms/form.ts'

const placeholder = /\{([^{}]*)\}/g

/** A placeholder that a form has not, or a brace that belongs to none, and where it stands. */
export interface TemplateFault {
  readonly rule: 'unknown-field' | 'stray-brace'
  readonly part: TextKey
  readonly field: string
  /** The line of the text, and the character of the line, from 1. */
  readonly line: number
  readonly column: number
}

export function faultsOf(form: PaperForm, texts: Texts): TemplateFault[] {
  return Object.entries(texts).flatMap(([part, text]) =>
    (text ?? '').split('\n').flatMap((line, at) => faultsInLine(form, part as TextKey, line, at + 1)),
  )
}

function faultsInLine({ fields }: PaperForm, part: TextKey, text: string, line: number): TemplateFault[] {
  const unknown = [...text.matchAll(placeholder)]
    .filter(([, field = '']) => !Object.hasOwn(fields, field))
    .map(({ 1: field = '', index }) => ({ rule: 'unknown-field' as const, part, field, line, column: index + 1 }))
  const left = text.replace(placeholder, (found) => ' '.repeat(found.length))
  const stray = /[{}]/.exec(left)
  return stray ? [...unknown, { rule: 'stray-brace', part, field: stray[0], line, column: stray.index + 1 }] : unknown
}

/** Throws RuleViolation with the first fault: the field's name, and where it stands. */
export function demandSoundTexts(form: PaperForm, texts: Texts): void {
  const [fault] = faultsOf(form, texts)
  if (fault) {
    const { rule, ...where } = fault
    throw new RuleViolation(rule, { ...where })
  }
  if (!texts.title?.trim()) throw new RuleViolation('title-wanted', {})
}

const spansOf = (filling: Filling | undefined): Spans => {
  if (filling === null || filling === undefined) return [plain(nothing)]
  if (typeof filling !== 'string') return filling
  return filling.trim() === '' ? [plain(nothing)] : [filled(filling)]
}

/** A line of a text with what is filled in at its placeholders. */
export function lineSpans(line: string, filling: Readonly<Record<string, Filling>>): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { 0: whole, 1: field = '', index } of line.matchAll(placeholder)) {
    if (index > from) spans.push(plain(line.slice(from, index)))
    spans.push(...spansOf(filling[field]))
    from = index + whole.length
  }
  if (from < line.length) spans.push(plain(line.slice(from)))
  return spans
}

/** Says the texts of a form: a part that is left out says nothing. */
export const sayer =
  (texts: Texts, filling: Readonly<Record<string, Filling>>): Say =>
  (key) =>
    (texts[key] ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): SheetBlock => ({ kind: 'words', spans: lineSpans(line, filling) }))
