/** The tags of a record, and those that the facts call for, to be taken over by one click. */
import { Button, Select } from 'antd'
import { useCodes } from '../../../../../desk/codes.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { tagsCalledFor } from '../../../checks.ts'
import { messages } from '../../../messages.ts'
import { useValueWords } from '../names.ts'
import { type Editing, Framed } from './FactField.tsx'

/** The fact that calls for a tag. */
const because = {
  SUPERHIGH: 'heightM',
  HIGHRES: 'heightM',
  HIGHPUB: 'heightM',
  OLD: 'builtYear',
  BOTTLE: 'gas',
  EBIKE: 'ebikeCharging',
  DANGER: 'dangerousGoods',
} as const
const isExplained = (tag: string): tag is keyof typeof because => tag in because

export function TagsField({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const { choices, nameOf } = useCodes('premises-tag')
  const { facts, set } = editing
  const wanting = tagsCalledFor(facts).filter((tag) => !facts.tags.includes(tag))
  return (
    <Framed
      field="tags"
      editing={{ ...editing, findings: editing.findings.filter(({ rule }) => rule !== 'tag-called-for') }}
      wide
    >
      <Select<string[]>
        id="fact-tags"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.form.tagsHint}
        value={facts.tags}
        options={choices()}
        onChange={(tags) => set({ tags })}
      />
      {wanting.length > 0 && (
        <ul className="tag-offers" aria-live="polite">
          {wanting.filter(isExplained).map((tag) => {
            const field = because[tag]
            const known = { field: words.fields[field], value: valueText(field, facts[field]), tag: nameOf(tag) }
            return (
              <li key={tag}>
                {fill(words.form.tagOffer, known)}
                <Button size="small" onClick={() => set({ tags: [...facts.tags, tag] })}>
                  {words.form.tagTake}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Framed>
  )
}
