/** Entering a visit: its place, then the checklist, what was found and seen again, and how it ended. */
import { ORPCError } from '@orpc/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { api, client } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMe } from '../../../desk/session.ts'
import { instantNow } from '../../../desk/today.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { FindBox } from '../../premises/desk/parts/FindBox.tsx'
import type { Item } from '../checklists/contract.ts'
import { VisitKind } from '../codes.ts'
import { messages as areaMessages } from '../messages.ts'
import { visitFaults } from '../visits/checks.ts'
import { VisitFault } from '../visits/contract.ts'
import { messages } from '../visits/messages.ts'
import { Basics } from './parts/form/Basics.tsx'
import { Closing } from './parts/form/Closing.tsx'
import { type Beginning, blankDraft, type Change, type Draft, keepDraft, keptDraft } from './parts/form/draft.ts'
import { FaultLines, useFaultText } from './parts/form/FaultLines.tsx'
import { Items, OtherFindings } from './parts/form/Items.tsx'
import { Rechecks } from './parts/form/Rechecks.tsx'
import './parts/visits.css'

const Search = z.object({
  premises: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  corrects: z.uuid().optional(),
})

export function VisitForm() {
  const words = useWords(messages)
  const { values, change } = useSearchState(Search)
  const { premises, kind = 'SUP', corrects = null } = values
  const { person } = useMe()
  const place = useQuery({
    ...api.premises.get.queryOptions({ input: { id: premises ?? '' } }),
    enabled: premises !== undefined,
  })
  const checklist = useQuery({
    ...api.inspections.checklists.forPlace.queryOptions({ input: { premises: premises ?? '' } }),
    enabled: premises !== undefined,
  })
  if (premises === undefined)
    return (
      <Page
        title={words.form.title}
        subtitle={words.form.choose}
        breadcrumbs={[{ label: words.title, place: paths.visits() }]}
      >
        <FindBox onChoose={({ id }) => change({ premises: id })} onSearch={() => undefined} />
      </Page>
    )
  if (place.data && checklist.data) {
    const begin = { premises, kind, corrects, person, now: instantNow() }
    const { checklist: edition, items } = checklist.data
    return (
      <Editor
        key={premises}
        name={place.data.name}
        address={place.data.address}
        begin={begin}
        edition={edition?.id ?? null}
        items={items}
      />
    )
  }
  return (
    <Page title={words.form.title} breadcrumbs={[{ label: words.title, place: paths.visits() }]}>
      <Asked query={place.data ? checklist : place} rows={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

interface EditorProps {
  readonly name: string
  readonly address: string
  readonly begin: Beginning
  readonly edition: string | null
  readonly items: readonly Item[]
}

/** What the server found in what was submitted. */
const refusedFaults = (error: unknown): VisitFault[] =>
  error instanceof ORPCError ? (z.object({ faults: z.array(VisitFault) }).safeParse(error.data).data?.faults ?? []) : []

function useDraft(begin: Beginning, account: string) {
  const [kept] = useState(() => keptDraft(account, begin.premises))
  const [draft, setDraft] = useState<Draft>(() => kept ?? blankDraft(begin))
  const [fromKept, setFromKept] = useState(kept !== undefined)
  useEffect(() => keepDraft(account, begin.premises, draft), [account, begin.premises, draft])
  const change: Change = (next) => setDraft((was) => ({ ...was, ...(typeof next === 'function' ? next(was) : next) }))
  const drop = () => {
    setDraft(blankDraft({ ...begin, now: instantNow() }))
    setFromKept(false)
  }
  return { draft, change, drop, fromKept }
}

function Editor({ name, address, begin, edition, items }: EditorProps) {
  const words = useWords(messages)
  const { form: w } = words
  const grounds = useWords(areaMessages).grounds
  const faultText = useFaultText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { account, person } = useMe()
  const { entries } = useCodes('visit-kind')
  const { draft, change, drop, fromKept } = useDraft(begin, account)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const kind = VisitKind.safeParse(entries.find(({ code }) => code === draft.kind)?.props).data
  const goesByList = kind?.checklist ?? true
  const visit = { ...draft, checklist: goesByList ? edition : null, answers: goesByList ? draft.answers : [] }
  const ground = { items: goesByList ? items : [], now: instantNow(), person, before: 0, perYear: null }
  const own = kind ? visitFaults(visit, { ...ground, kind }) : []
  const wordless = draft.findings.filter(({ words: said }) => said.trim().length < 2)
  const faults = [...own, ...refusedFaults(error)]
  const wrong = faults.filter(({ weight }) => weight === 'fault').length + wordless.length
  const helpOf = (at: string): { help?: string; validateStatus?: 'error' | 'warning' } => {
    const found = tried ? faults.filter((one) => one.at === at) : []
    const [first] = found
    if (!first) return {}
    return {
      help: found.map(({ rule }) => faultText(rule)).join(' '),
      validateStatus: first.weight === 'fault' ? 'error' : 'warning',
    }
  }
  const submit = async () => {
    setTried(true)
    setError(undefined)
    if (wrong > 0) return
    setBusy(true)
    try {
      const { visit: taken } = await client.inspections.visits.submit({ ...visit, deviceAt: instantNow() })
      keepDraft(account, begin.premises, undefined)
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.inspections.key() }),
        queries.invalidateQueries({ queryKey: api.hazards.key() }),
        queries.invalidateQueries({ queryKey: api.premises.key() }),
      ])
      await navigate(paths.visit(taken.id))
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={w.title}
      tag={name}
      subtitle={address}
      breadcrumbs={[
        { label: words.title, place: paths.visits() },
        { label: name, place: paths.premises(begin.premises) },
      ]}
    >
      {fromKept && (
        <Alert
          className="error-block"
          type="info"
          showIcon
          title={w.draftKept}
          action={
            <Button size="small" onClick={drop}>
              {w.draftDrop}
            </Button>
          }
        />
      )}
      {begin.corrects && <Alert className="error-block" type="info" showIcon title={w.correcting} />}
      <Form layout="vertical" component="div">
        <Panel title={w.basics}>
          <Basics draft={draft} change={change} helpOf={helpOf} />
        </Panel>
        <Rechecks draft={draft} change={change} />
        {goesByList && items.length > 0 && (
          <Panel title={fill(w.items, { done: draft.answers.length, n: items.length })}>
            <Items items={items} draft={draft} change={change} faults={tried ? faults : []} />
          </Panel>
        )}
        <Panel title={w.others}>
          <OtherFindings draft={draft} change={change} />
        </Panel>
        <Panel title={w.closing}>
          <Closing draft={draft} change={change} helpOf={helpOf} />
        </Panel>
      </Form>
      {error !== undefined && <ErrorBlock error={error} grounds={grounds} />}
      {tried && <FaultLines faults={faults} />}
      <div className="form-foot">
        <div aria-live="polite">
          {tried && wrong > 0 && <span className="tone-bad">{fill(w.wrong, { n: wrong })}</span>}
          {tried && wordless.length > 0 && <span className="tone-bad">{w.wordless}</span>}
        </div>
        <div>
          <Link {...paths.premises(begin.premises)} className="ant-btn-like">
            {w.cancel}
          </Link>
          <Button type="primary" loading={busy} onClick={() => void submit()}>
            {w.submit}
          </Button>
        </div>
      </div>
    </Page>
  )
}
