/** What a visit answered, item by item, in the words of the edition that it went by. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../desk/api.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import { citation } from '../../../../kernel/law.ts'
import { Pictures } from '../../../hazards/desk/parts/pictures.tsx'
import { messages } from '../../visits/messages.ts'
import type { Visit } from '../../visits/record-contract.ts'

export function Answers({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const lang = useLang()
  const checklist = useQuery({
    ...api.inspections.checklists.get.queryOptions({ input: { id: visit.checklist ?? '' } }),
    enabled: visit.checklist !== null,
  })
  const items = new Map((checklist.data?.items ?? []).map((item) => [item.code, item]))
  return (
    <ul className="answers">
      {visit.answers.map(({ item, answer, words: said, measured, photos }) => {
        const asked = items.get(item)
        return (
          <li key={item}>
            <span>
              {asked?.[lang] || asked?.zh || item}
              {asked && <span className="quiet"> {citation(asked.law, lang)}</span>}
            </span>
            <strong className={answer === 'no' ? 'due-late' : ''}>{words.answers[answer]}</strong>
            {(said || measured !== null) && (
              <span className="quiet">
                {said} {measured !== null && `${measured} ${asked?.unit ?? ''}`}
              </span>
            )}
            <Pictures files={photos} name={item} />
          </li>
        )
      })}
    </ul>
  )
}
