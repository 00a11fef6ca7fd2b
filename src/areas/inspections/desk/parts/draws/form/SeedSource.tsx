/** Where the seed will come from: an outside event, or secrets to which people commit themselves now. */
import { Button, DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Panel } from '../../../../../../desk/components/Panel.tsx'
import { fill, useWords } from '../../../../../../desk/words.ts'
import { wallClockOf } from '../../../../../../kernel/calendar.ts'
import { sha256 } from '../../../../../../kernel/sha256.ts'
import { messages } from '../../../../draws/messages.ts'
import type { Commit, DrawDraft, Editing } from './draft.ts'
import { Row } from './Row.tsx'

export function SeedSource({ editing }: { editing: Editing }) {
  const { form: words, desk } = useWords(messages)
  const { draft, set, problem } = editing
  return (
    <Panel title={words.source}>
      <Row label={words.sourceKind} hint={words.sourceHint}>
        <Segmented<DrawDraft['kind']>
          aria-label={words.sourceKind}
          value={draft.kind}
          options={(['event', 'commit'] as const).map((value) => ({ value, label: desk.sources[value] }))}
          onChange={(kind) => set({ kind })}
        />
      </Row>
      {draft.kind === 'event' && (
        <Row label={words.eventWords} field="draw-event" problem={problem('words')}>
          <Input.TextArea
            id="draw-event"
            rows={3}
            maxLength={300}
            placeholder={words.eventHint}
            value={draft.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        </Row>
      )}
      <Row label={draft.kind === 'event' ? words.at : words.commitAt} field="draw-at" problem={problem('at')}>
        <DatePicker
          id="draw-at"
          showTime={{ format: 'HH:mm' }}
          needConfirm={false}
          format="YYYY-MM-DD HH:mm"
          value={draft.at ? dayjs(wallClockOf(draft.at)) : null}
          onChange={(date) =>
            set({ at: date ? new Date(`${date.format('YYYY-MM-DDTHH:mm')}:00+08:00`).toISOString() : null })
          }
        />
      </Row>
      {draft.kind === 'commit' && <Commits editing={editing} />}
    </Panel>
  )
}

function Commits({ editing }: { editing: Editing }) {
  const words = useWords(messages).form
  const { draft, set, problem } = editing
  const change = (key: number, next: Partial<Commit>) =>
    set({ commits: draft.commits.map((one) => (one.key === key ? { ...one, ...next } : one)) })
  const add = () =>
    set({ commits: [...draft.commits, { key: (draft.commits.at(-1)?.key ?? 0) + 1, name: '', commitment: '' }] })
  return (
    <>
      <Row label={words.commitment} problem={problem('commits')} hint={words.commitHint}>
        {draft.commits.map(({ key, name, commitment }, i) => (
          <div key={key} className="draw-line">
            <Input
              className="draw-name"
              aria-label={`${words.person} ${i + 1}`}
              placeholder={words.person}
              maxLength={60}
              value={name}
              onChange={({ target }) => change(key, { name: target.value })}
            />
            <Input
              className="draw-wide draw-code"
              aria-label={`${words.commitment} ${i + 1}`}
              placeholder={words.commitment}
              maxLength={64}
              value={commitment}
              onChange={({ target }) => change(key, { commitment: target.value })}
            />
            {draft.commits.length > 2 && (
              <Button type="link" onClick={() => set({ commits: draft.commits.filter((one) => one.key !== key) })}>
                {words.removePerson}
              </Button>
            )}
          </div>
        ))}
        <Button onClick={add} disabled={draft.commits.length >= 20}>
          {words.addPerson}
        </Button>
      </Row>
      <SecretTool keys={draft.commits.map(({ key }) => key)} onUse={(key, commitment) => change(key, { commitment })} />
    </>
  )
}

const randomSecret = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** As the server reads it: blanks at the ends off, several made one. */
const lineOf = (text: string) => text.replace(/\s+/g, ' ').trim()

function SecretTool({ keys, onUse }: { keys: readonly number[]; onUse: (key: number, commitment: string) => void }) {
  const words = useWords(messages).form
  const [secret, setSecret] = useState('')
  const commitment = lineOf(secret) === '' ? '' : sha256(lineOf(secret))
  return (
    <Row label={words.secretTool} field="draw-secret" hint={words.secretToolHint}>
      <div className="draw-line">
        <Input
          id="draw-secret"
          className="draw-wide draw-code"
          autoComplete="off"
          maxLength={200}
          placeholder={words.secret}
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
        />
        <Button onClick={() => setSecret(randomSecret())}>{words.generate}</Button>
      </div>
      {commitment !== '' && (
        <>
          <code className="draw-digest">{commitment}</code>
          <div className="draw-line">
            {keys.map((key, i) => (
              <Button key={key} size="small" onClick={() => onUse(key, commitment)}>
                {fill(words.use, { n: i + 1 })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Row>
  )
}
