/** The form of a visit: its sections in the order in which an officer goes, what does not fit, and submitting it once. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { DraftKept } from '../../../../../desk/components/DraftKept.tsx'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { Page } from '../../../../../desk/components/Page.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useKeptDraft } from '../../../../../desk/kept-draft.ts'
import { messages as shellMessages } from '../../../../../desk/messages.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useMe } from '../../../../../desk/session.ts'
import { instantNow } from '../../../../../desk/today.ts'
import { isTransient } from '../../../../../desk/transient.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages as hazardMessages } from '../../../../hazards/messages.ts'
import type { Premises } from '../../../../premises/record-contract.ts'
import type { Checklist, Item } from '../../../checklists/contract.ts'
import { VisitKind } from '../../../codes.ts'
import { messages as areaMessages } from '../../../messages.ts'
import type { VisitGround } from '../../../visits/checks.ts'
import { messages } from '../../../visits/messages.ts'
import { Basics } from './Basics.tsx'
import { Closing } from './Closing.tsx'
import { asVisit, type Beginning, blankDraft, type Change, type Draft, draftName, touched } from './draft.ts'
import { FaultList, goTo } from './FaultLines.tsx'
import { faultsOf, refusedFaults } from './faults.ts'
import { Items, OtherFindings } from './Items.tsx'
import { Rechecks } from './Rechecks.tsx'

export interface EditorProps {
  readonly begin: Beginning & { readonly draft: Draft }
  readonly place: Pick<Premises, 'id' | 'name' | 'address'>
  readonly checklist: { readonly checklist: Checklist | null; readonly items: readonly Item[] }
  readonly hazard: string | undefined
}

/** Whether one visit more of this kind needs a reason of its own: asked of the server, which alone counts. */
function useBeyondCap(begin: Draft, kind: string): boolean {
  const [input] = useState(() => asVisit({ ...begin, answers: [], photos: [], reasonWords: null, reason: 'plan' }))
  const { data } = useQuery({
    ...api.inspections.visits.check.queryOptions({ input: { ...input, kind } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.faults.some(({ rule }) => rule === 'beyond-cap') ?? false
}

export function Editor({ begin, place, checklist, hazard }: EditorProps) {
  const words = useWords(messages)
  const { form: w } = words
  const shell = useWords(shellMessages)
  const grounds = { ...useWords(hazardMessages).grounds, ...useWords(areaMessages).grounds, ...words.grounds }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { person } = useMe()
  const { entries } = useCodes('visit-kind')
  const { draft, setDraft, fromKept, drop, forget } = useKeptDraft(draftName(begin), begin.draft, (now) =>
    touched(now, begin.draft),
  )
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (tries > 0) goTo('visit-faults')
  }, [tries])
  const change: Change = (next) => setDraft((was) => ({ ...was, ...(typeof next === 'function' ? next(was) : next) }))

  const kind = VisitKind.safeParse(entries.find(({ code }) => code === draft.kind)?.props).data
  const beyond = useBeyondCap(begin.draft, draft.kind)
  const items = kind?.checklist === false ? [] : checklist.items
  const found = (begin.corrected?.findings ?? []).flatMap(({ item }) => item ?? [])
  const visit: Draft = {
    ...draft,
    checklist: items.length > 0 ? (checklist.checklist?.id ?? null) : null,
    answers: items.length > 0 ? draft.answers : [],
    findings: items.length > 0 ? draft.findings : draft.findings.filter(({ item }) => item === null),
  }
  // What counts towards the cap the server has counted: here it is only reached or not.
  const cap = { before: Number(beyond), perYear: beyond ? 1 : null }
  const ground: VisitGround | undefined = kind && { kind, items, now: instantNow(), person, found, ...cap }
  const faults = faultsOf(visit, ground, error, tried)
  const sections = { draft: visit, change, faults }
  const answered = items.filter(({ code }) => draft.answers.some(({ item }) => item === code)).length

  const submit = async () => {
    setTries(tries + 1)
    setError(undefined)
    if (faultsOf(visit, ground, undefined, true).wrong > 0) return
    setBusy(true)
    try {
      const { visit: taken } = await client.inspections.visits.submit({ ...asVisit(visit), deviceAt: instantNow() })
      forget()
      await Promise.all(
        [api.inspections, api.hazards, api.premises].map((area) => queries.invalidateQueries({ queryKey: area.key() })),
      )
      message.success(w.submitted)
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
      tag={place.name}
      subtitle={place.address}
      breadcrumbs={[
        { label: words.title, place: paths.visits() },
        { label: place.name, place: paths.premises(place.id) },
      ]}
    >
      {fromKept && <DraftKept onDrop={() => drop(blankDraft({ ...begin, now: instantNow() }))} />}
      {begin.corrected && (
        <Alert
          className="error-block"
          type="info"
          showIcon
          title={fill(w.correcting, { n: begin.corrected.findings.length })}
        />
      )}
      <Form layout="vertical" component="div" className="visit-form">
        <Panel title={w.basics}>
          <Basics {...sections} kind={kind} beyond={beyond} />
        </Panel>
        <Rechecks {...sections} first={hazard} />
        {items.length > 0 && (
          <Panel title={fill(w.items, { done: answered, n: items.length })}>
            <Items {...sections} items={items} found={found} />
          </Panel>
        )}
        <Panel title={w.others}>
          <OtherFindings {...sections} />
        </Panel>
        <Panel title={w.closing}>
          <Closing {...sections} />
        </Panel>
        {tried && faults.all.length > 0 && (
          <Panel title={faults.wrong > 0 ? fill(w.wrong, { n: faults.wrong }) : w.lookAgain}>
            <div id="visit-faults">
              <FaultList faults={faults.all} draft={visit} items={items} />
            </div>
          </Panel>
        )}
      </Form>
      {error !== undefined && refusedFaults(error).length === 0 && (
        <div className="form-error">
          <ErrorBlock error={error} grounds={grounds} />
          {isTransient(error) && <p className="quiet">{shell.draft.safe}</p>}
        </div>
      )}
      <div className="form-foot">
        <div aria-live="polite">
          {items.length > 0 && <span>{fill(w.progress, { done: answered, n: items.length })}</span>}
          {visit.findings.length > 0 && <span>{fill(words.list.found, { n: visit.findings.length })}</span>}
          {visit.rechecks.length > 0 && <span>{fill(words.list.rechecked, { n: visit.rechecks.length })}</span>}
          {tried && faults.wrong > 0 && (
            <Button type="link" danger onClick={() => goTo('visit-faults')}>
              {fill(w.wrong, { n: faults.wrong })}
            </Button>
          )}
        </div>
        <div>
          <Link {...paths.premises(place.id)} className="ant-btn-like">
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
