/** Importing the business register: what the import's pages need to know of it. */
import { api } from '../../../desk/api.ts'
import { ImportWizard } from '../../../desk/imports/ImportWizard.tsx'
import type { Importing } from '../../../desk/imports/importing.ts'
import { paths } from '../../../desk/paths.ts'
import { useLang, useWords } from '../../../desk/words.ts'
import { messages } from '../upkeep/messages.ts'
import { businessStatuses } from '../upkeep/register/codes.ts'
import { businessLayout } from '../upkeep/register/layout.ts'

const useChoices: Importing['useChoices'] = () => {
  const lang = useLang()
  return () => businessStatuses.map((status) => ({ value: status.code, label: status[lang] }))
}

const useValueWords: Importing['useValueWords'] = () => {
  const words = useWords(messages)
  return (field, value) => {
    if (value === null || value === undefined || value === '') return words.unknown
    if (typeof value === 'boolean') return value ? words.yes : words.no
    const text = String(value)
    return field === 'status' ? (words.statuses[text as keyof typeof words.statuses] ?? text) : text
  }
}

export function UpkeepImport() {
  const { title, importTitle, toList, grounds, fields } = useWords(messages)
  return (
    <ImportWizard
      importing={{
        kind: 'business-register',
        api: api.premises.upkeep.imports,
        path: '/api/premises/upkeep/imports',
        columns: businessLayout.columns,
        pageOf: paths.premisesUpkeepImport,
        list: { label: title, place: paths.premisesUpkeep() },
        words: { title: importTitle, toList },
        grounds,
        fields,
        useChoices,
        useValueWords,
      }}
    />
  )
}
