/** How a paper stands: issued or void, served or not. */
import { Tag } from 'antd'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Paper } from '../../record-contract.ts'
import { isServed } from './served-forms.ts'

export function PaperState({ paper: { state, served, form } }: { paper: Paper }) {
  const words = useWords(messages)
  if (state === 'voided') return <Tag>{words.states.voided}</Tag>
  if (served) return <Tag color="green">{words.served}</Tag>
  return isServed(form) ? <Tag color="gold">{words.unserved}</Tag> : <Tag color="blue">{words.states.issued}</Tag>
}

/** 2026-11-27 直接送达, 签收人 … */
export function ServedLine({ paper: { served } }: { paper: Paper }) {
  const words = useWords(messages)
  if (!served) return null
  const { on, mode, recipientName, witness } = served
  return (
    <span className="quiet">
      {fill(words.part.servedLine, { on, mode: words.modes[mode] })}
      {recipientName && ` ${fill(words.part.signedBy, { name: recipientName })}`}
      {witness && ` ${fill(words.part.witnessed, { name: witness })}`}
    </span>
  )
}

/** The number, struck through where the paper is void. */
export const PaperNo = ({ paper: { no, state } }: { paper: Paper }) => (
  <span className={`num ${state === 'voided' ? 'paper-void' : ''}`}>{no}</span>
)
