/** The editions of a form's texts, the newest first. */
import { Tag } from 'antd'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { TimeText } from '../../../../desk/components/TimeText.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Template } from '../../contract.ts'
import { messages } from '../../messages.ts'

const tones = { draft: 'gold', inForce: 'green', past: 'default' } as const

export function Editions({ templates }: { templates: readonly Template[] }) {
  const words = useWords(messages).templates
  return (
    <Panel title={words.history}>
      <ul className="plain-list">
        {templates.map(({ edition, state, shipped, changedBy, changedAt, inForceAt }) => (
          <li key={edition}>
            <span>
              {fill(words.edition, { n: edition })} <Tag color={tones[state]}>{words.states[state]}</Tag>
              {shipped && <span className="quiet">{words.shipped}</span>}
            </span>
            <span className="quiet">
              {!shipped && changedBy} <TimeText at={inForceAt ?? changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
