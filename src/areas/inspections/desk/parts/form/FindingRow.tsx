/** One finding: what it is, where, how grave, and what is done about it there and then. */
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useCodes } from '../../../../../desk/codes.ts'
import { Offers } from '../../../../../desk/components/Offers.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import { addDays } from '../../../../../kernel/calendar.ts'
import { Conduct } from '../../../../hazards/codes.ts'
import { messages as hazardMessages } from '../../../../hazards/messages.ts'
import { messages } from '../../../visits/messages.ts'
import { disposalKinds } from '../../../visits/record-contract.ts'
import { Choice } from './Choice.tsx'
import { type Change, changedIn, type Draft, type DraftFinding, visitedOn, withPhrase } from './draft.ts'
import { FaultLines } from './FaultLines.tsx'
import { type Faults, faultsAt } from './faults.ts'
import { PictureField } from './PictureField.tsx'

interface FindingRowProps {
  readonly finding: DraftFinding
  readonly draft: Draft
  readonly change: Change
  readonly faults: Faults
}

export function FindingRow({ finding, draft, change, faults }: FindingRowProps) {
  const words = useWords(messages)
  const { form: w } = words
  const conducts = useCodes('conduct')
  const { id, conduct, photos, photosAfter, disposal } = finding
  const phrases: Readonly<Record<string, readonly string[]>> = words.phrases
  const set = (more: Partial<DraftFinding>) => change((was) => ({ findings: changedIn(was.findings, id, more) }))
  return (
    <fieldset className="visit-finding" id={`finding-${id}`}>
      <legend className="quiet">{w.finding}</legend>
      <Offers
        label={w.phrases}
        texts={phrases[conduct] ?? []}
        onTake={(phrase) => set({ words: withPhrase(finding.words, phrase) })}
      />
      <Form.Item label={w.words} htmlFor={`words-${id}`} required>
        <Input.TextArea
          id={`words-${id}`}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          value={finding.words}
          onChange={({ target }) => set({ words: target.value })}
        />
      </Form.Item>
      <Form.Item label={w.spot} htmlFor={`spot-${id}`}>
        <Input
          id={`spot-${id}`}
          maxLength={100}
          placeholder={w.spotHint}
          value={finding.spot ?? ''}
          onChange={({ target }) => set({ spot: target.value || null })}
        />
      </Form.Item>
      <PictureField name={w.finding} files={photos} onChange={(next) => set({ photos: next })} />
      <Form.Item label={w.conduct} htmlFor={`conduct-${id}`}>
        <Select
          id={`conduct-${id}`}
          value={conduct}
          options={conducts.choices()}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => set({ conduct: next, disposal: null, term: null, minor: false })}
        />
      </Form.Item>
      <Checkbox
        checked={finding.serious}
        onChange={({ target }) =>
          set({
            serious: target.checked,
            ...(target.checked && disposal === 'spot' ? { disposal: null, minor: false } : {}),
          })
        }
      >
        {w.serious}
      </Checkbox>
      <Disposal finding={finding} on={visitedOn(draft)} set={set} />
      {disposal === 'spot' && (
        <PictureField name={w.after} files={photosAfter} onChange={(next) => set({ photosAfter: next })} />
      )}
      <FaultLines faults={faultsAt(faults, draft, `finding-${id}`)} />
      <Button
        type="text"
        className="visit-remove"
        onClick={() => change((was) => ({ findings: was.findings.filter((one) => one.id !== id) }))}
      >
        {w.removeFinding}
      </Button>
    </fieldset>
  )
}

/** Terms that are mostly given, in days; the conduct's own comes first. */
const usualTerms = [7, 15, 30]

interface DisposalProps {
  readonly finding: DraftFinding
  readonly on: string
  readonly set: (change: Partial<DraftFinding>) => void
}

function Disposal({ finding: { id, conduct, serious, disposal, term }, on, set }: DisposalProps) {
  const words = useWords(messages)
  const { form: w } = words
  const { recipients } = useWords(hazardMessages)
  const { entries } = useCodes('conduct')
  const props = Conduct.safeParse(entries.find(({ code }) => code === conduct)?.props).data
  const elsewhere = props?.refer ?? null
  const mayBeMinor = props?.minor === true && !serious
  const kinds = disposalKinds.filter((kind) => (elsewhere ? kind === 'later' : kind !== 'spot' || mayBeMinor))
  const days = props?.days ?? null
  const dispose = (next: NonNullable<DraftFinding['disposal']>) =>
    set({
      disposal: next,
      minor: next === 'spot',
      term: next === 'term' ? (term ?? addDays(on, days ?? usualTerms[0] ?? 7)) : null,
    })
  return (
    <>
      <Form.Item label={w.disposal} {...(elsewhere ? { extra: fill(w.elsewhere, { to: recipients[elsewhere] }) } : {})}>
        <Choice
          label={w.disposal}
          value={disposal}
          options={kinds.map((value) => ({ value, label: elsewhere ? w.refer : words.disposals[value] }))}
          onChange={dispose}
        />
      </Form.Item>
      {disposal === 'spot' && <p className="quiet">{w.spotMeans}</p>}
      {disposal === 'later' && elsewhere === null && <p className="quiet">{w.laterMeans}</p>}
      {disposal === 'term' && (
        <Form.Item label={w.term} htmlFor={`term-${id}`} {...(days ? { extra: fill(w.termDays, { n: days }) } : {})}>
          <div className="visit-term">
            <Input
              id={`term-${id}`}
              type="date"
              min={addDays(on, 1)}
              value={term ?? ''}
              onChange={({ target }) => set({ term: target.value || null })}
            />
            <Offers
              label={w.usualTerms}
              texts={usualTerms.map((n) => fill(w.inDays, { n }))}
              onTake={(text) => set({ term: addDays(on, Number.parseInt(text, 10)) })}
            />
          </div>
        </Form.Item>
      )}
    </>
  )
}
