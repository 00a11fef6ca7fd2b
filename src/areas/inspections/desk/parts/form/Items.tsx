/** The checklist, item by item. Nothing is answered for the officer. */
import { Button, Input, InputNumber, Radio } from 'antd'
import { useLang, useWords } from '../../../../../desk/words.ts'
import { citation } from '../../../../../kernel/law.ts'
import type { Item } from '../../../checklists/contract.ts'
import type { VisitFault } from '../../../visits/contract.ts'
import { messages } from '../../../visits/messages.ts'
import { type Answer, answerKinds, type VisitFinding } from '../../../visits/record-contract.ts'
import { answered, blankFinding, type Change, changedIn, type Draft } from './draft.ts'
import { FaultLines } from './FaultLines.tsx'
import { FindingFields } from './FindingFields.tsx'
import { PictureField } from './PictureField.tsx'

interface ItemsProps {
  readonly items: readonly Item[]
  readonly draft: Draft
  readonly change: Change
  /** Shown only once the person has tried to submit. */
  readonly faults: readonly VisitFault[]
}

export function Items({ items, draft, change, faults }: ItemsProps) {
  return (
    <>
      {items.map((item) => (
        <ItemRow
          key={item.code}
          item={item}
          draft={draft}
          change={change}
          faults={faults.filter(({ at }) => at === `items.${item.code}`)}
        />
      ))}
    </>
  )
}

/** “No” opens a finding under the item, another answer closes it. */
function withAnswer(was: Draft, item: Item, answer: Answer['answer']): Partial<Draft> {
  const others = was.findings.filter((one) => one.item !== item.code)
  const own = was.findings.filter((one) => one.item === item.code)
  const findings = answer === 'no' ? [...others, ...(own.length > 0 ? own : [blankFinding(item)])] : others
  return { answers: answered(was.answers, item.code, { answer, at: new Date().toISOString() }), findings }
}

function ItemRow({ item, draft, change, faults }: { item: Item } & Omit<ItemsProps, 'items'>) {
  const words = useWords(messages)
  const lang = useLang()
  const { code, evidence, unit } = item
  const given = draft.answers.find((one) => one.item === code)
  const findings = draft.findings.filter((one) => one.item === code)
  const say = (more: Partial<Answer>) => change((was) => ({ answers: answered(was.answers, code, more) }))
  const name = (lang === 'en' && item.en) || item.zh
  return (
    <section
      className={`visit-item ${given?.answer === 'no' ? 'visit-item-wrong' : ''}`}
      id={`item-${code}`}
      aria-label={name}
    >
      <div>
        {name} <span className="quiet">{citation(item.law, lang)}</span>
        {item.how && <div className="quiet">{item.how}</div>}
      </div>
      <Radio.Group
        aria-label={name}
        value={given?.answer ?? null}
        onChange={({ target }) => change((was) => withAnswer(was, item, target.value as Answer['answer']))}
      >
        {answerKinds.map((answer) => (
          <Radio.Button key={answer} value={answer}>
            {words.answers[answer]}
          </Radio.Button>
        ))}
      </Radio.Group>
      {evidence === 'measurement' && given && given.answer !== 'na' && (
        <InputNumber
          aria-label={`${name} ${unit ?? ''}`}
          value={given.measured}
          suffix={unit}
          onChange={(measured) => say({ measured })}
        />
      )}
      {evidence === 'photo' && given && given.answer !== 'na' && (
        <PictureField name={name} files={given.photos} onChange={(photos) => say({ photos })} />
      )}
      {given?.answer === 'na' && (
        <Input
          aria-label={`${name} ${words.form.why}`}
          placeholder={words.form.why}
          maxLength={200}
          value={given.words ?? ''}
          onChange={({ target }) => say({ words: target.value || null })}
        />
      )}
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} draft={draft} change={change} />
      ))}
      {given?.answer === 'no' && (
        <Button
          size="small"
          type="dashed"
          onClick={() => change((was) => ({ findings: [...was.findings, blankFinding(item)] }))}
        >
          {words.form.another}
        </Button>
      )}
      <FaultLines faults={faults} />
    </section>
  )
}

function FindingRow({ finding, draft, change }: { finding: VisitFinding; draft: Draft; change: Change }) {
  return (
    <FindingFields
      finding={finding}
      visitedOn={draft.endedAt}
      onChange={(more) => change((was) => ({ findings: changedIn(was.findings, finding.id, more) }))}
      onRemove={() => change((was) => ({ findings: was.findings.filter(({ id }) => id !== finding.id) }))}
    />
  )
}

/** What was found beside the items. */
export function OtherFindings({ draft, change }: { draft: Draft; change: Change }) {
  const words = useWords(messages)
  const others = draft.findings.filter(({ item }) => item === null)
  return (
    <>
      {others.map((finding) => (
        <FindingRow key={finding.id} finding={finding} draft={draft} change={change} />
      ))}
      <Button type="dashed" onClick={() => change((was) => ({ findings: [...was.findings, blankFinding(null)] }))}>
        {words.form.addFinding}
      </Button>
    </>
  )
}
