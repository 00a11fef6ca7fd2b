/** What can be done with one object while a draw is prepared: exclude, admit, note a recusal, each with words. */
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { useMay } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Draw, DrawObject } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import { useAfterDraw } from './after-draw.ts'

type Act = 'exclude' | 'admit' | 'recuse'

const openFor = ({ excluded }: DrawObject): readonly Act[] => {
  if (excluded === null) return ['exclude', 'recuse']
  return excluded === 'not-open' ? [] : ['admit']
}

export function ObjectActs({ draw, object }: { draw: Draw; object: DrawObject }) {
  const words = useWords(messages).page
  const may = useMay()
  const [chosen, setChosen] = useState<Act>()
  if (!may('inspections.draw')) return null
  return (
    <span className="draw-acts">
      {openFor(object).map((act) => (
        <Button key={act} size="small" type="link" onClick={() => setChosen(act)}>
          {words[act]}
        </Button>
      ))}
      {chosen && <Dialog act={chosen} draw={draw} object={object} onClose={() => setChosen(undefined)} />}
    </span>
  )
}

interface DialogProps {
  readonly act: Act
  readonly draw: Draw
  readonly object: DrawObject
  readonly onClose: () => void
}

function Dialog({ act, draw: { id, version, inspectors }, object, onClose }: DialogProps) {
  const { page: words, grounds } = useWords(messages)
  const afterDraw = useAfterDraw()
  const [inspector, setInspector] = useState<string>()
  const titles = { exclude: words.excludeTitle, admit: words.admitTitle, recuse: words.recuseTitle }
  const explained = { exclude: words.excludeMore, admit: words.admitMore, recuse: words.recuseMore }
  const { premises, name } = object
  const confirm = async (reason: string) => {
    if (act === 'recuse')
      await client.inspections.draws.recuse({ id, version, premises, reason, inspector: inspector ?? '' })
    else await client.inspections.draws[act]({ id, version, premises: [premises], reason })
    await afterDraw(words.done[act])
  }
  return (
    <ReasonModal
      open
      title={fill(titles[act], { name })}
      explain={explained[act]}
      okText={words[act]}
      grounds={grounds}
      blocked={act === 'recuse' && inspector === undefined}
      onClose={onClose}
      onConfirm={confirm}
    >
      {act === 'recuse' && (
        <Form layout="vertical" component="div">
          <Form.Item label={words.inspector} htmlFor="recused">
            <Select<string>
              id="recused"
              showSearch={{ optionFilterProp: 'label' }}
              value={inspector ?? null}
              options={inspectors.map((one) => ({ value: one.id, label: `${one.name} ${one.body}` }))}
              onChange={setInspector}
            />
          </Form.Item>
        </Form>
      )}
    </ReasonModal>
  )
}
