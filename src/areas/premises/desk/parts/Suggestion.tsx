/** One record that a search found: its name with what was typed marked, where it is, what it is, why it was found. */
import { useCodes } from '../../../../desk/codes.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Suggested } from '../../finding/contract.ts'
import { messages } from '../../messages.ts'
import { StateText } from './Marks.tsx'
import './find.css'

const han = /\p{Script=Han}/u

export function Suggestion({ found, q }: { found: Suggested; q: string }) {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('premises-kind')
  const { name, address, form, kind, state, premisesNo, by, mark } = found
  // Latin letters that the name does not hold are its sound.
  const sounds = !han.test(q) && !name.toLowerCase().includes(q.toLowerCase())
  const why = by === 'name' ? (sounds ? words.find.by.pinyin : undefined) : words.find.by[by]
  return (
    <span className={`suggestion ${state === 'open' || state === 'paused' ? '' : 'suggestion-gone'}`}>
      <span className="suggestion-line">
        <strong>{by === 'name' ? <Marked text={name} mark={mark} /> : name}</strong>
        <span className="quiet nowrap">{kind ? kindName(kind) : words.forms[form]}</span>
        {state !== 'open' && <StateText state={state} />}
        {why && <span className="suggestion-why">{why}</span>}
      </span>
      <span className="suggestion-line quiet">
        <span>{by === 'address' ? <Marked text={address} mark={mark} /> : address || '—'}</span>
        <span className="num">{by === 'number' ? <Marked text={premisesNo} mark={[0, q.length]} /> : premisesNo}</span>
      </span>
    </span>
  )
}

function Marked({ text, mark }: { text: string; mark: readonly [number, number] | null }) {
  if (mark === null) return text
  const [from, to] = mark
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}
