/** What a visit answered, in the words of the edition that it went by: what does not comply first. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'
import { fill, useLang, useMarks, useWords } from '../../../../desk/words.ts'
import { citation } from '../../../../kernel/law.ts'
import { Pictures } from '../../../hazards/desk/parts/pictures.tsx'
import type { Item } from '../../checklists/contract.ts'
import { messages } from '../../visits/messages.ts'
import type { Answer, Visit } from '../../visits/record-contract.ts'

export function Answers({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const { aside } = useMarks()
  const checklist = useQuery({
    ...api.inspections.checklists.get.queryOptions({ input: { id: visit.checklist ?? '' } }),
    enabled: visit.checklist !== null,
  })
  const items = new Map((checklist.data?.items ?? []).map((item) => [item.code, item]))
  const groups = (['no', 'yes', 'na'] as const).map((answer) => ({
    answer,
    answers: visit.answers.filter((one) => one.answer === answer),
  }))
  return groups
    .filter(({ answers }) => answers.length > 0)
    .map(({ answer, answers }) => (
      <section key={answer}>
        <h3 className={`answers-head ${answer === 'no' ? 'tone-bad' : ''}`}>
          {words.answers[answer]}
          {aside(fill(words.page.itemCount, { n: answers.length }))}
        </h3>
        <ul className="answers">
          {answers.map((one) => (
            <Line key={one.item} answer={one} asked={items.get(one.item)} />
          ))}
        </ul>
      </section>
    ))
}

function Line({ answer: { item, words: said, measured, photos }, asked }: { answer: Answer; asked: Item | undefined }) {
  const lang = useLang()
  return (
    <li>
      {asked?.[lang] || asked?.zh || item}
      {asked && <span className="quiet"> {citation(asked.law, lang)}</span>}
      {(said || measured !== null) && (
        <div className="quiet">
          {said} {measured !== null && `${measured} ${asked?.unit ?? ''}`}
        </div>
      )}
      <Pictures files={photos} name={item} />
    </li>
  )
}
