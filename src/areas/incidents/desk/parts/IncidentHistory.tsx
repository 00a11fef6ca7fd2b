/** What was done to an incident, newest first. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'
import { History } from '../../../../desk/components/History.tsx'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { useValueWords } from './words.ts'

/** `version` asks again when the record has changed. */
export function IncidentHistory({ id, version }: { id: string; version: number }) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const query = useQuery({
    ...api.incidents.history.queryOptions({ input: { id } }),
    queryKey: [...api.incidents.history.queryKey({ input: { id } }), version],
  })
  const acts: Readonly<Record<string, string>> = words.acts
  const fields: Readonly<Record<string, string>> = words.fields
  return (
    <History
      query={query}
      actName={(act) => acts[act.split('.')[1] ?? act] ?? act}
      fieldName={(field) => fields[field] ?? field}
      valueText={valueText}
      noteName={(act) => (act === 'incident.import' ? `${words.fields.file}${words.colon}` : undefined)}
    />
  )
}
