/** Entering a visit: first its place; then, where the visit corrects another, what that one said. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { instantNow } from '../../../desk/today.ts'
import { useWords } from '../../../desk/words.ts'
import { FindBox } from '../../premises/desk/parts/FindBox.tsx'
import { messages } from '../visits/messages.ts'
import type { Visit } from '../visits/record-contract.ts'
import { blankDraft } from './parts/form/draft.ts'
import { Editor, type EditorProps } from './parts/form/Editor.tsx'
import './parts/visits.css'

const Search = z.object({
  premises: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  hazard: z.uuid().optional(),
  complaint: z.uuid().optional(),
  corrects: z.uuid().optional(),
})

export function VisitForm() {
  const words = useWords(messages)
  const { values, change } = useSearchState(Search)
  const navigate = useNavigate()
  const { premises, corrects } = values
  if (premises !== undefined) return <ForPlace key={`${premises} ${corrects}`} {...values} premises={premises} />
  return (
    <Page
      title={words.form.title}
      subtitle={words.form.choose}
      breadcrumbs={[{ label: words.title, place: paths.visits() }]}
    >
      <FindBox
        onChoose={({ id }) => change({ premises: id })}
        onSearch={(q) => q && void navigate(paths.premisesList({ q }))}
      />
    </Page>
  )
}

type ForPlaceProps = z.output<typeof Search> & { premises: string }

function ForPlace({ premises, kind, hazard, complaint, corrects }: ForPlaceProps) {
  const words = useWords(messages)
  const place = useQuery(api.premises.get.queryOptions({ input: { id: premises } }))
  const corrected = useQuery({
    ...api.inspections.visits.get.queryOptions({ input: { id: corrects ?? '' } }),
    enabled: corrects !== undefined,
  })
  const on = corrected.data?.visit.visitedOn
  const checklist = useQuery({
    ...api.inspections.checklists.forPlace.queryOptions({ input: { premises, ...(on ? { on } : {}) } }),
    enabled: corrects === undefined || on !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const ready = place.data && checklist.data && (corrects === undefined || corrected.data)
  if (place.data && checklist.data && ready)
    return (
      <Begun
        place={place.data}
        checklist={checklist.data}
        kind={kind ?? (complaint ? 'VERIFY' : hazard ? 'RECHECK' : 'SUP')}
        hazard={hazard}
        complaint={complaint ?? null}
        corrected={corrected.data?.visit ?? null}
      />
    )
  const waiting = !place.data ? place : corrects !== undefined && !corrected.data ? corrected : checklist
  return (
    <Page title={words.form.title} breadcrumbs={[{ label: words.title, place: paths.visits() }]}>
      <Asked query={waiting} rows={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

type BegunProps = Pick<EditorProps, 'place' | 'checklist' | 'hazard'> & {
  readonly kind: string
  readonly complaint: string | null
  readonly corrected: Visit | null
}

/** The beginning is made once: its id is that of the visit, however often it is submitted. */
function Begun({ kind, complaint, corrected, ...editing }: BegunProps) {
  const { person } = useMe()
  const [begin] = useState(() => {
    const said = { premises: editing.place.id, kind, person, now: instantNow(), complaint, corrected }
    return { ...said, draft: blankDraft(said) }
  })
  return <Editor begin={begin} {...editing} />
}
