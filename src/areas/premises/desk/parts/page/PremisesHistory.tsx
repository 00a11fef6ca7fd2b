/** What was done to a record of the register, newest first. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useActWords } from '../../../../../desk/act-words.ts'
import { api } from '../../../../../desk/api.ts'
import { History } from '../../../../../desk/components/History.tsx'
import { useWords } from '../../../../../desk/words.ts'
import type { HistoryEntry } from '../../../../../kernel/history.ts'
import { type Field, fieldWord } from '../../../field-words.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { relationFields, usePremisesNames, useValueWords } from '../names.ts'

/** What was taken out of the record and did not change it: in which format is no fact of it. */
const takenOut = new Set(['premises.document'])
const pointing = new Set<string>([...relationFields, 'mergedInto'])

/** `version` asks again when the record has changed. */
export function PremisesHistory({ id, version, form }: Pick<Premises, 'id' | 'version' | 'form'>) {
  const words = useWords(messages)
  const acts = useActWords()
  const notes: Readonly<Record<string, string>> = {
    'premises.reveal': words.page.purposeIs,
    'premises.import': words.page.fileIs,
  }
  const query = useQuery({
    ...api.premises.history.queryOptions({ input: { id } }),
    queryKey: [...api.premises.history.queryKey({ input: { id } }), version],
    select: withoutFormats,
  })
  const named = useMemo(
    () =>
      (query.data?.items ?? []).flatMap(({ changes }) =>
        changes.flatMap(({ field, before, after }) =>
          pointing.has(field) ? [before, after].filter((one) => typeof one === 'string') : [],
        ),
      ),
    [query.data],
  )
  const valueText = useValueWords(usePremisesNames(named))
  return (
    <History
      query={query}
      actName={(act) => acts[act] ?? act}
      fieldName={(field) => (field in words.fields ? fieldWord(words, field as Field, form) : field)}
      valueText={valueText}
      noteName={(act) => notes[act]}
    />
  )
}

const withoutFormats = ({ items }: { items: HistoryEntry[] }) => ({
  items: items.map((entry) => (takenOut.has(entry.act) ? { ...entry, changes: [] } : entry)),
})
