/** Importing alarms and fires: what the import's pages need to know of them. */
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { ImportWizard as Wizard } from '../../../desk/imports/ImportWizard.tsx'
import type { Importing } from '../../../desk/imports/importing.ts'
import { paths } from '../../../desk/paths.ts'
import { useLang, useWords } from '../../../desk/words.ts'
import { incidentLayout } from '../import-layout.ts'
import { messages } from '../messages.ts'
import { usePlaces, useValueWords } from './parts/words.ts'

/** Places of the register are found by their names, codes by their codes. */
const useChoices: Importing['useChoices'] = () => {
  const lang = useLang()
  const { stations, communities } = usePlaces()
  const places = useCodes('place-kind')
  const causes = useCodes('cause')
  const named = (choices: typeof stations) => choices.map(({ label }) => ({ value: label, label }))
  return ({ table, within }) => {
    if (table === 'station') return named(stations)
    if (table === 'community') return named(communities)
    if (table === 'place') return places.choices()
    if (within === undefined) return causes.choices()
    const below = causes.entries.filter(({ parent }) => parent !== null)
    return below.map((entry) => ({ value: entry.code, label: entry[lang] }))
  }
}

export function ImportWizard() {
  const { title, grounds, fields, importing } = useWords(messages)
  return (
    <Wizard
      importing={{
        kind: 'incidents',
        api: api.incidents.imports,
        path: '/api/incidents/imports',
        columns: incidentLayout.columns,
        pageOf: paths.incidentImport,
        list: { label: title, place: paths.incidents() },
        words: { title: importing.title, toList: importing.toList },
        grounds,
        fields,
        useChoices,
        useValueWords,
      }}
    />
  )
}
