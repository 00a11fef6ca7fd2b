/** Entering a record of the register, or correcting one with a reason; checked while it is typed. */
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { api, client } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { DraftKept } from '../../../desk/components/DraftKept.tsx'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { Moved } from '../../../desk/components/Moved.tsx'
import { Offers } from '../../../desk/components/Offers.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useAnswerInSight } from '../../../desk/in-sight.ts'
import { useKeptDraft } from '../../../desk/kept-draft.ts'
import { messages as shellMessages } from '../../../desk/messages.ts'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { isTransient } from '../../../desk/transient.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { faultsIn } from '../checks.ts'
import { fieldWord } from '../field-words.ts'
import { messages } from '../messages.ts'
import { factsOf, type Premises, Form as RecordForm } from '../record-contract.ts'
import { useAfterAct } from './parts/after-act.ts'
import { ContactsFields, contactFaults } from './parts/ContactsFields.tsx'
import { useChecks } from './parts/form/checks.ts'
import {
  blankDraft,
  changedKeys,
  type Draft,
  draftName,
  draftOf,
  type Facts,
  rebased,
  settledFacts,
  touched,
} from './parts/form/draft.ts'
import { FactsForm } from './parts/form/FactsForm.tsx'
import { Follows } from './parts/form/Follows.tsx'
import { useValueWords } from './parts/names.ts'
import { TwinWarning } from './parts/twins/TwinWarning.tsx'
import '../../../desk/styles/premises.css'

const Search = z.object({ form: RecordForm.optional() })

export function PremisesForm() {
  const words = useWords(messages)
  const { id } = useParams({ strict: false }) as { id?: string }
  const { values } = useSearchState(Search)
  const record = useQuery({
    ...api.premises.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    // The version seen must be the newest when the person begins; later ones are shown as such.
    staleTime: 0,
    gcTime: 0,
  })
  if (id === undefined) return <Editor key="new" begin={blankDraft(values.form ?? 'unit')} />
  return record.data ? (
    <Editor key={id} begin={draftOf(record.data)} />
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
  const [busy, setBusy] = useState(false)
  const [fieldsPlace, answerPlace] = useAnswerInSight(tries, newest ?? error)
  const { facts, contacts, base, reason } = draft
  const { findings, supervisor } = useChecks(facts, id ?? null)
  const settled = settledFacts(facts)
  const changed = base ? changedKeys(factsOf(base), settled) : []

  const hasTried = tries > 0
  const wanting: (keyof Facts)[] = hasTried && !settled.name ? ['name'] : []
  const lacksReason = base !== null && reason.trim().length < 2
  const faults = faultsIn(findings).length + (base ? 0 : contactFaults(contacts).length)
  const warnings = findings.length - faultsIn(findings).length
  const set = (change: Partial<Facts>) => setDraft((was) => ({ ...was, facts: { ...was.facts, ...change } }))
  const drop = (to: Draft) => {
    keeping.drop(to)
    setNewest(undefined)
    setTries(0)
  }
  const saved = async (after: Premises, text: string) => {
    forget()
    await navigate(paths.premises(after.id))
    await afterAct(after, fill(text, { name: after.name }))
  }
  const submit = async () => {
    setTries(tries + 1)
    if (!settled.name || faults > 0 || lacksReason) return
    setBusy(true)
    setError(undefined)
    try {
      if (base === null) await saved(await client.premises.enter({ facts: settled, contacts }), w.entered)
      else
        await saved(
          await client.premises.correct({ id: base.id, version: base.version, facts: settled, reason: reason.trim() }),
          w.corrected,
        )
    } catch (fault) {
      if (base && fault instanceof ORPCError && fault.message === 'moved-meanwhile')
        setNewest(await client.premises.get({ id: base.id }))
      else setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={base ? w.correctTitle : w.enterTitle}
      {...(base ? { tag: base.name } : {})}
      subtitle={base ? w.correctMore : w.enterMore}
      breadcrumbs={[
        { label: words.title, place: paths.premisesList() },
        ...(base ? [{ label: base.name, place: paths.premises(base.id) }] : []),
      ]}
    >
      {fromKept && !newest && <DraftKept onDrop={() => drop(begin)} />}
      {newest && (
        <div ref={answerPlace} className="form-moved">
          <Moved
            rows={changedKeys(factsOf(newest), facts).map((field) => ({
              field: fieldWord(words, field, newest.form),
              mine: valueText(field, facts[field]),
              theirs: valueText(field, factsOf(newest)[field]),
            }))}
            onKeep={() => {
              setDraft(rebased(draft, newest))
              setNewest(undefined)
            }}
            onDrop={() => drop(draftOf(newest))}
          />
        </div>
      )}
      <div ref={fieldsPlace}>
        <FactsForm
          editing={{ facts, findings, wanting, set }}
          isNew={base === null}
          {...(base === null
            ? {
                people: (
                  <Panel title={words.page.people}>
                    <ContactsFields
                      contacts={contacts}
                      onChange={(next) => setDraft((was) => ({ ...was, contacts: next }))}
                    />
                  </Panel>
                ),
              }
            : {})}
        />
        {base !== null && (
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
              <Offers texts={w.reasons} onTake={(text) => setDraft({ ...draft, reason: text })} />
            </Form.Item>
          </Form>
        )}
        {base === null && <TwinWarning facts={settled} phone={contacts.responsiblePhone} />}
        <Follows facts={settled} base={base} supervisor={supervisor} />
      </div>
      {error !== undefined && (
        <div className="form-error" ref={answerPlace}>
          <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />
          {isTransient(error) && <p className="quiet">{shell.draft.safe}</p>}
        </div>
      )}
      <div className="form-foot">
        <div aria-live="polite">
          {faults > 0 && <span className="tone-bad">{fill(w.faults, { n: faults })}</span>}
          {warnings > 0 && <span className="tone-caution">{fill(w.warnings, { n: warnings })}</span>}
          {base && <span>{changed.length > 0 ? fill(w.changed, { n: changed.length }) : w.nothing}</span>}
        </div>
        <div>
          <Link {...(base ? paths.premises(base.id) : paths.premisesList())} className="ant-btn-like">
            {w.cancel}
          </Link>
          <Button
            type="primary"
            loading={busy}
            disabled={newest !== undefined || (base !== null && changed.length === 0)}
            onClick={() => void submit()}
          >
            {base ? w.submitCorrection : w.submit}
          </Button>
        </div>
      </div>
    </Page>
  )
}
