/** The hazards of the place that stand: seen again, put right or not; what cannot be decided today says why. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { api } from '../../../../../desk/api.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { type Tried, tryActOf, useRefusalText } from '../../../../../desk/refusal.ts'
import { useMe } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { NextLine } from '../../../../hazards/desk/parts/HazardMarks.tsx'
import { hazardActs } from '../../../../hazards/lifecycle.ts'
import { messages as hazardMessages } from '../../../../hazards/messages.ts'
import type { Hazard } from '../../../../hazards/record-contract.ts'
import { messages } from '../../../visits/messages.ts'
import { Choice } from './Choice.tsx'
import { type Change, type Draft, rechecked, visitedOn } from './draft.ts'
import { FaultLines } from './FaultLines.tsx'
import { type Faults, faultsAt } from './faults.ts'
import { PictureField } from './PictureField.tsx'

interface RechecksProps {
  readonly draft: Draft
  readonly change: Change
  readonly faults: Faults
  /** The hazard for whose sake the visit is made: it comes first. */
  readonly first: string | undefined
}

export function Rechecks({ draft, change, faults, first }: RechecksProps) {
  const words = useWords(messages)
  const { body } = useMe()
  const open = useQuery(
    api.hazards.list.queryOptions({
      input: {
        premises: [draft.premises],
        state: ['ordered', 'uncorrected'],
        body: [body.id],
        sort: 'due',
        limit: 100,
      },
    }),
  )
  const found = open.data?.items ?? []
  const hazards = [...found.filter(({ id }) => id === first), ...found.filter(({ id }) => id !== first)]
  const wanted = faultsAt(faults, draft, 'visit-rechecks')
  if (hazards.length === 0 && draft.kind !== 'RECHECK') return null
  return (
    <Panel title={words.form.rechecks}>
      <div id="visit-rechecks">
        {open.data && hazards.length === 0 && <p className="quiet">{words.form.nothingStands}</p>}
        {hazards.map((hazard) => (
          <Row key={hazard.id} hazard={hazard} draft={draft} change={change} faults={faults} />
        ))}
        <FaultLines faults={wanted} />
      </div>
    </Panel>
  )
}

/** What a re-check that finds it put right, or not, would run into. */
function tries(hazard: Hazard, on: string): { yes: Tried<Hazard>; no: Tried<Hazard> } {
  const input = { on, visit: null, photosAfter: [] }
  const late = tryActOf(hazardActs, 'failRecheck', hazard, input)
  return {
    yes: tryActOf(hazardActs, 'passRecheck', hazard, input),
    // While the term runs it may only be found not ready, and that only where the party has asked.
    no: late.ground === 'term-still-runs' ? tryActOf(hazardActs, 'findUnready', hazard, input) : late,
  }
}

function Row({ hazard, draft, change, faults }: Omit<RechecksProps, 'first'> & { hazard: Hazard }) {
  const words = useWords(messages)
  const { form: w } = words
  const refusalText = useRefusalText(useWords(hazardMessages).grounds)
  const seen = draft.rechecks.find((one) => one.hazard === hazard.id)
  const { yes, no } = tries(hazard, visitedOn(draft))
  const refusals = [...new Set([refusalText(yes), refusalText(no)].filter(Boolean))]
  const say = (more: Partial<NonNullable<typeof seen>> | null) =>
    change((was) => ({ rechecks: rechecked(was.rechecks, hazard.id, more) }))
  return (
    <section id={`recheck-${hazard.id}`} className="visit-item" aria-label={hazard.words}>
      <div>
        {hazard.words} {hazard.spot && <span className="quiet">{hazard.spot}</span>}
        <div className="quiet">
          <NextLine {...hazard} />
        </div>
      </div>
      <Choice
        label={hazard.words}
        value={seen ? (seen.corrected ? 'yes' : 'no') : null}
        options={[
          { value: 'yes', label: w.corrected, disabled: yes.ground !== undefined },
          { value: 'no', label: w.uncorrected, disabled: no.ground !== undefined },
        ]}
        onChange={(value) => say({ corrected: value === 'yes' })}
      />
      {refusals.map((text) => (
        <p key={text} className="quiet">
          {text}
        </p>
      ))}
      {seen && (
        <>
          <Input
            aria-label={`${hazard.words} ${w.seenWords}`}
            placeholder={w.seenWords}
            maxLength={500}
            value={seen.words ?? ''}
            onChange={({ target }) => say({ words: target.value || null })}
          />
          <PictureField name={hazard.words} files={seen.photos} onChange={(photos) => say({ photos })} />
          <Button type="text" className="visit-remove" onClick={() => say(null)}>
            {w.notSeen}
          </Button>
        </>
      )}
      <FaultLines faults={faultsAt(faults, draft, `recheck-${hazard.id}`)} />
    </section>
  )
}
