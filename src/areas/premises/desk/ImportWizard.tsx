/** Importing the register: what the import's pages need to know of it. */
import { api } from '../../../desk/api.ts'
import { type Choice, useCodes } from '../../../desk/codes.ts'
import { ImportWizard as Wizard } from '../../../desk/imports/ImportWizard.tsx'
import type { Importing } from '../../../desk/imports/importing.ts'
import { paths } from '../../../desk/paths.ts'
import { useLang, useWords } from '../../../desk/words.ts'
import { useAreas, useBodies } from '../../organisation/desk/parts/places.ts'
import { premisesLayout } from '../import-layout.ts'
import { messages as importMessages } from '../imports/messages.ts'
import { messages } from '../messages.ts'
import { useValueWords } from './parts/names.ts'

const byName = (items: readonly { readonly name: string; readonly active: boolean }[]): Choice[] =>
  items.filter(({ active }) => active).map(({ name }) => ({ value: name, label: name }))

/** Bodies and areas are found by their names, codes by their codes. */
const useChoices: Importing['useChoices'] = () => {
  const lang = useLang()
  const bodies = useBodies().items.filter(({ kind }) => kind !== 'branch' && kind !== 'department')
  const areas = useAreas().items
  const tables = {
    'premises-kind': useCodes('premises-kind').entries,
    'premises-tag': useCodes('premises-tag').entries,
    'supervision-list': useCodes('supervision-list').entries,
  }
  const registers: Readonly<Record<string, Choice[]>> = {
    station: byName(bodies.filter(({ kind }) => kind === 'station')),
    supervisor: byName(bodies),
    community: byName(areas.filter(({ level }) => level === 2)),
    grid: byName(areas.filter(({ level }) => level === 3)),
  }
  return ({ table = '' }) =>
    table in tables
      ? tables[table as keyof typeof tables].map((entry) => ({ value: entry.code, label: entry[lang] }))
      : (registers[table] ?? [])
}

export function ImportWizard() {
  const { title, grounds, fields } = useWords(messages)
  const words = useWords(importMessages)
  return (
    <Wizard
      importing={{
        kind: 'premises',
        api: api.premises.imports,
        approval: api.premises.imports,
        path: '/api/premises/imports',
        columns: premisesLayout.columns,
        pageOf: paths.premisesImport,
        list: { label: title, place: paths.premisesList() },
        words,
        grounds,
        fields,
        useChoices,
        useValueWords,
      }}
    />
  )
}
