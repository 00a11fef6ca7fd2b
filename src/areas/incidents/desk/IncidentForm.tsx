/** Entering an incident in the local ledger, or correcting one with a reason; checked while it is typed. */
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { DraftKept } from '../../../desk/components/DraftKept.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Moved } from '../../../desk/components/Moved.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { useAnswerInSight } from '../../../desk/in-sight.ts'
import { useKeptDraft } from '../../../desk/kept-draft.ts'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { paths } from '../../../desk/paths.ts'
import { useRefusalText } from '../../../desk/refusal.ts'
import { useMe } from '../../../desk/session.ts'
import { isTransient } from '../../../desk/transient.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { faultsIn } from '../checks.ts'
import type { Incident } from '../contract.ts'
import { messages } from '../messages.ts'
import { useAfterAct } from './parts/after-act.ts'
import { FactsForm } from './parts/FactsForm.tsx'
import { useFindings, useTaken } from './parts/form-checks.ts'
import {
  blankFacts,
  changedKeys,
  type Draft,
  draftName,
  type Facts,
  factsOf,
  rebased,
  settledFacts,
  touched,
} from './parts/form-draft.ts'
import { tryAct } from './parts/refusal.ts'
import { useValueWords } from './parts/words.ts'
import './parts/incidents.css'

export function IncidentForm() {
  const words = useWords(messages)
  const { id } = useParams({ strict: false }) as { id?: string }
  const { body } = useMe()
  const station = body.kind === 'station' ? body.id : null
  const record = useQuery({
    ...api.incidents.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    // The version seen must be the newest when the person begins; later ones are shown as such.
    staleTime: 0,
    gcTime: 0,
  })
  if (id === undefined) return <Editor key="new" begin={{ facts: blankFacts(station), base: null, reason: '' }} />
  return record.data ? (
    <Editor key={id} begin={{ facts: factsOf(record.data), base: record.data, reason: '' }} />
  ) : (
    <Page title={words.form.correctTitle}>
      <Asked query={record} grounds={words.grounds} rows={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Editor({ begin }: { begin: Draft }) {
  const words = useWords(messages)
  const { form: w } = words
  const shell = useWords(shellMessages)
  const navigate = useNavigate()
  const afterAct = useAfterAct()
  const refusalText = useRefusalText(words.grounds)
  const valueText = useValueWords()
  const id = begin.base?.id
  const { draft, setDraft, kept, fromKept, forget, ...keeping } = useKeptDraft(draftName(id), begin, (now) =>
    touched(begin, now),
  )
  const [newest, setNewest] = useState(
    kept?.base && begin.base && kept.base.version !== begin.base.version ? begin.base : undefined,
  )
  const [error, setError] = useState<unknown>()
  const [tries, setTries] = useState(0)
  const hasTried = tries > 0
  const [busy, setBusy] = useState(false)
  const [fieldsPlace, answerPlace] = useAnswerInSight(tries, newest ?? error)
  const { facts, base, reason } = draft
  const findings = [...useFindings(facts), ...useTaken(facts.incidentNo, base === null)]
  // What only a fire has goes when it becomes none: that is a change too.
  const changed = base ? changedKeys(factsOf(base), settledFacts(facts) ?? facts) : []

  // Whether anything changed at all is said at the foot; any other ground is a refusal that the person need not run into.
  const settled = settledFacts(facts)
  const tried = base && settled ? tryAct('correct', base, { facts: settled, version: base.version, reason }) : {}
  const refusal = tried.ground === 'nothing-changed' ? undefined : refusalText(tried)
  const wanting: (keyof Facts)[] = hasTried
    ? [
        ...(facts.incidentNo.trim() ? [] : ['incidentNo' as const]),
        ...(facts.receivedAt ? [] : ['receivedAt' as const]),
      ]
    : []
  const lacksReason = base !== null && reason.trim().length < 2
  const faults = faultsIn(findings).length
  const set = (change: Partial<Facts>) => setDraft((was) => ({ ...was, facts: { ...was.facts, ...change } }))
  const drop = (to: Draft) => {
    keeping.drop(to)
    setNewest(undefined)
    setTries(0)
  }

  const saved = async (after: Incident, text: string) => {
    forget()
    await navigate(paths.incident(after.id))
    await afterAct(base, after, fill(text, { no: after.incidentNo }))
  }
  const submit = async () => {
    setTries(tries + 1)
    const ready = settledFacts(facts)
    if (!ready?.incidentNo.trim() || faults > 0 || lacksReason) return
    setBusy(true)
    setError(undefined)
    try {
      if (base === null) await saved(await client.incidents.enter(ready), w.entered)
      else
        await saved(
          await client.incidents.correct({ id: base.id, version: base.version, facts: ready, reason: reason.trim() }),
          w.corrected,
        )
    } catch (fault) {
      if (base && fault instanceof ORPCError && fault.message === 'moved-meanwhile')
        setNewest(await client.incidents.get({ id: base.id }))
      else setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={base ? w.correctTitle : w.enterTitle}
      {...(base ? { tag: base.incidentNo } : {})}
      subtitle={base ? words.act.correctMore : w.local}
      breadcrumbs={[
        { label: words.title, place: paths.incidents() },
        ...(base ? [{ label: base.incidentNo, place: paths.incident(base.id) }] : []),
      ]}
    >
      {fromKept && !newest && <DraftKept onDrop={() => drop(begin)} />}
      {newest && (
        <div ref={answerPlace} className="form-moved">
          <Moved
            rows={changedKeys(factsOf(newest), facts).map((field) => ({
              field: words.fields[field],
              mine: valueText(field, facts[field]),
              theirs: valueText(field, factsOf(newest)[field]),
            }))}
            onKeep={() => {
              setDraft(rebased(draft, newest))
              setNewest(undefined)
            }}
            onDrop={() => drop({ facts: factsOf(newest), base: newest, reason: '' })}
          />
        </div>
      )}
      <div ref={fieldsPlace}>
        <FactsForm editing={{ facts, findings, wanting, set }} base={base} />
        {base && (
          <Form layout="vertical" component="div">
            <Form.Item
              label={w.reason}
              htmlFor="correction-reason"
              required
              {...(hasTried && lacksReason ? { help: w.reasonWant, validateStatus: 'error' as const } : {})}
            >
              <Input.TextArea
                id="correction-reason"
                rows={2}
                maxLength={500}
                placeholder={w.reasonHint}
                value={reason}
                onChange={({ target }) => setDraft({ ...draft, reason: target.value })}
              />
            </Form.Item>
          </Form>
        )}
      </div>
      {error !== undefined && (
        <div className="form-error" ref={answerPlace}>
          <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />
          {isTransient(error) && <p className="quiet">{shell.draft.safe}</p>}
        </div>
      )}
      <div className="form-foot">
        <div aria-live="polite">
          {refusal && <span className="tone-bad">{refusal}</span>}
          {faults > 0 && <span className="tone-bad">{fill(w.faults, { n: faults })}</span>}
          {findings.length > faults && (
            <span className="tone-caution">{fill(w.warnings, { n: findings.length - faults })}</span>
          )}
          {base && <span>{changed.length > 0 ? fill(w.changed, { n: changed.length }) : w.nothing}</span>}
        </div>
        <div>
          <Link {...(base ? paths.incident(base.id) : paths.incidents())} className="ant-btn-like">
            {w.cancel}
          </Link>
          <Button
            type="primary"
            loading={busy}
            disabled={refusal !== undefined || newest !== undefined || (base !== null && changed.length === 0)}
            onClick={() => void submit()}
          >
            {base ? w.submitCorrection : w.submit}
          </Button>
        </div>
      </div>
    </Page>
  )
}
