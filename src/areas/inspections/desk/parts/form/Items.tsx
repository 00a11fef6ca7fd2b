/** The checklist, item by item. Nothing is answered for the officer. */
import { Button, Input, InputNumber } from 'antd'
import { instantNow } from '../../../../../desk/today.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import { citation } from '../../../../../kernel/law.ts'
import type { Item } from '../../../checklists/contract.ts'
import { messages } from '../../../visits/messages.ts'
import { type Answer, answerKinds } from '../../../visits/record-contract.ts'
import { Choice } from './Choice.tsx'
import { answered, blankFinding, type Change, type Draft } from './draft.ts'
import { FaultLines } from './FaultLines.tsx'
import { FindingRow } from './FindingRow.tsx'
import { type Faults, faultsAt } from './faults.ts'
import { PictureField } from './PictureField.tsx'

interface Editing {
  readonly draft: Draft
  readonly change: Change
  readonly faults: Faults
}

/** `found`: items of which the visit that is corrected found something already. */
export function Items({ items, found, ...editing }: Editing & { items: readonly Item[]; found: readonly string[] }) {
  return (
    <>
      {items.map((item, at) => (
        <ItemRow key={item.code} item={item} no={at + 1} found={found.includes(item.code)} {...editing} />
      ))}
    </>
  )
}

/** “No” opens a finding under the item, another answer closes it. */
function withAnswer(was: Draft, item: Item, answer: Answer['answer'], found: boolean): Partial<Draft> {
  const others = was.findings.filter((one) => one.item !== item.code)
  const own = was.findings.filter((one) => one.item === item.code)
  const opened = own.length > 0 || found ? own : [blankFinding(item)]
  const findings = answer === 'no' ? [...others, ...opened] : others
  return { answers: answered(was.answers, item.code, { answer, at: instantNow() }), findings }
}

function ItemRow({ item, no, found, draft, change, faults }: Editing & { item: Item; no: number; found: boolean }) {
  const words = useWords(messages)
  const lang = useLang()
  const { code, law, how } = item
  const given = draft.answers.find((one) => one.item === code)
  const findings = draft.findings.filter((one) => one.item === code)
  const name = (lang === 'en' && item.en) || item.zh
  return (
    <section
      className={`visit-item ${given ? `visit-item-${given.answer}` : ''}`}
      id={`item-${code}`}
      aria-label={name}
    >
      <div className="visit-item-name">{fill(words.form.itemNo, { n: no, name })}</div>
      <Choice
        label={name}
        value={given?.answer ?? null}
        options={answerKinds.map((value) => ({ value, label: words.answers[value] }))}
        onChange={(answer) => change((was) => withAnswer(was, item, answer, found))}
      />
      {given && <Evidence item={item} name={name} given={given} change={change} />}
      {given?.answer === 'no' && found && findings.length === 0 && <p className="quiet">{words.form.foundBefore}</p>}
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} draft={draft} change={change} faults={faults} />
      ))}
      {given?.answer === 'no' && (
        <Button
          type="dashed"
          className="visit-another"
          onClick={() => change((was) => ({ findings: [...was.findings, blankFinding(item)] }))}
        >
          {words.form.another}
        </Button>
      )}
      <FaultLines faults={faultsAt(faults, draft, `item-${code}`)} />
      <details className="quiet">
        <summary>{words.form.how}</summary>
        {how} {citation(law, lang)}
      </details>
    </section>
  )
}

/** What the item wants beside its answer. */
function Evidence({ item, name, given, change }: { item: Item; name: string; given: Answer; change: Change }) {
  const words = useWords(messages)
  const { evidence, unit, code } = item
  const say = (more: Partial<Answer>) => change((was) => ({ answers: answered(was.answers, code, more) }))
  if (given.answer === 'na')
    return (
      <Input
        aria-label={`${name} ${words.form.why}`}
        placeholder={words.form.why}
        maxLength={200}
        value={given.words ?? ''}
        onChange={({ target }) => say({ words: target.value || null })}
      />
    )
  if (evidence === 'measurement')
    return (
      <InputNumber
        aria-label={`${name} ${unit ?? ''}`}
        inputMode="decimal"
        value={given.measured}
        suffix={unit}
        onChange={(measured) => say({ measured })}
      />
    )
  return evidence === 'photo' ? (
    <PictureField name={name} files={given.photos} onChange={(photos) => say({ photos })} />
  ) : null
}

/** What was found beside the items. */
export function OtherFindings({ draft, change, faults }: Editing) {
  const words = useWords(messages)
  const others = draft.findings.filter(({ item }) => item === null)
  return (
    <>
      {others.map((finding) => (
        <FindingRow key={finding.id} finding={finding} draft={draft} change={change} faults={faults} />
      ))}
      <Button
        type="dashed"
        className="visit-another"
        onClick={() => change((was) => ({ findings: [...was.findings, blankFinding(null)] }))}
      >
        {words.form.addFinding}
      </Button>
    </>
  )
}
