/** One record that a search found: its name with what was typed marked, where it is, what it is, why it was found. */
import { useCodes } from '../../../../desk/codes.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Found } from '../../finding/contract.ts'
import { messages } from '../../messages.ts'
import { StateText } from './Marks.tsx'

export function Suggestion({ found, q }: { found: Found; q: string }) {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('premises-kind')
  const { name, address, form, kind, state, premisesNo, by } = found
  const literal = by === 'name' && name.toLowerCase().includes(q.toLowerCase())
  const why = by === 'name' ? (literal ? undefined : words.find.by.pinyin) : words.find.by[by]
  return (
    <span className={`suggestion ${state === 'open' || state === 'paused' ? '' : 'suggestion-gone'}`}>
      <span className="suggestion-line">
        <strong>
          <Marked text={name} part={q} />
        </strong>
        <span className="quiet nowrap">{kind ? kindName(kind) : words.forms[form]}</span>
        {state !== 'open' && <StateText state={state} />}
        {why && <span className="suggestion-why">{why}</span>}
      </span>
      <span className="suggestion-line quiet">
        <span>{by === 'address' ? <Marked text={address} part={q} /> : address || '—'}</span>
        <span className="num">{by === 'number' ? <Marked text={premisesNo} part={q} /> : premisesNo}</span>
      </span>
    </span>
  )
}

/** The first place where the text holds what was typed, in the letters it has there. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  )
}
