/** The words of duplicates beside those of the register: fields, grounds of refusal, values. */
import { useCallback, useMemo } from 'react'
import { fill, useWords } from '../../../../../desk/words.ts'
import { type Field, fieldWord } from '../../../field-words.ts'
import { messages as register } from '../../../messages.ts'
import type { Form, Premises } from '../../../record-contract.ts'
import { messages } from '../../../twins/messages.ts'
import { relationFields, usePremisesNames, useValueWords } from '../names.ts'

/** All grounds on which a merge or its undoing can be refused. */
export function useTwinGrounds(): Readonly<Record<string, string>> {
  const own = useWords(messages).grounds
  const { grounds } = useWords(register)
  return useMemo(() => ({ ...grounds, ...own }), [grounds, own])
}

/** `form` is that of both records of a pair. */
export function useFieldName(form: Form): (field: string) => string {
  const own: Readonly<Record<string, string>> = useWords(messages).fields
  const words = useWords(register)
  return (field) => own[field] ?? (field in words.fields ? fieldWord(words, field as Field, form) : field)
}

/** A function from a field and its value to words, of either record of a pair. */
export function usePairValues(one: Premises, other: Premises): (field: string, value: unknown) => string {
  const related = usePremisesNames([one, other].flatMap((record) => relationFields.map((relation) => record[relation])))
  const valueText = useValueWords(related)
  return (field, value) =>
    field === 'point' && Array.isArray(value)
      ? value.map((degrees) => Number(degrees).toFixed(5)).join(', ')
      : valueText(field, value)
}

/** 12 m, or that a record is not on the map. */
export function useDistanceText(): (metres: number | null) => string {
  const words = useWords(messages)
  return useCallback((metres) => (metres === null ? words.noDistance : fill(words.metres, { n: metres })), [words])
}
