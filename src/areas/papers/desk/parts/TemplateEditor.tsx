/** Editing the texts of a form: faults are named as one types, the form is shown beside. */
import { Alert, Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { useMay, useMe } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { roles } from '../../../organisation/roles.ts'
import type { Template } from '../../contract.ts'
import { type TextKey, textKeys } from '../../forms/form.ts'
import { forms } from '../../forms.ts'
import { messages } from '../../messages.ts'
import type { FormKey } from '../../record-contract.ts'
import { faultsOf } from '../../templates/rules.ts'
import { useAfterPaper } from './after-paper.ts'
import { TemplatePreview } from './TemplatePreview.tsx'

interface EditorProps {
  readonly form: FormKey
  readonly templates: readonly Template[]
}

export function TemplateEditor({ form, templates }: EditorProps) {
  const words = useWords(messages)
  const w = words.templates
  const may = useMay()
  const { role } = useMe()
  const { nameOf } = useCodes('paper-form')
  const afterPaper = useAfterPaper()
  const draft = templates.find(({ state }) => state === 'draft')
  const shown = draft ?? templates.find(({ state }) => state === 'inForce')
  const [texts, setTexts] = useState<Template['texts']>(shown?.texts ?? {})
  const [at, setAt] = useState<TextKey>('opening')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [asking, setAsking] = useState(false)
  const writes = may('papers.keep') && roles[role].reach === 'district'
  const said = Object.fromEntries(textKeys.flatMap((key) => (texts[key] ? [[key, texts[key]]] : [])))
  const faults = faultsOf(forms[form], said)
  const changed = textKeys.some((key) => (texts[key] ?? '') !== (shown?.texts[key] ?? ''))
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      await afterPaper(done)
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  const keep = () =>
    attempt(() => client.papers.templates.draft({ form, texts: said, version: draft?.version ?? null }), w.kept)
  return (
    <div className="columns">
      <div className="span-6">
        <Panel
          title={nameOf(form)}
          extra={shown && <Tag color={draft ? 'gold' : 'green'}>{w.states[shown.state]}</Tag>}
        >
          {!writes && <p className="quiet">{w.readOnly}</p>}
          {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={w.parts} />}
          {faults.length > 0 && (
            <Alert
              className="error-block"
              type="warning"
              title={
                <ul className="template-faults">
                  {faults.map(({ rule, part, field, line, column }) => (
                    <li key={`${part} ${line} ${column}`}>
                      {fill(rule === 'unknown-field' ? w.fault : w.brace, { part: w.parts[part], line, column, field })}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
          <Form layout="vertical">
            {textKeys.map((key) => (
              <Form.Item key={key} label={w.parts[key]} htmlFor={`text-${key}`}>
                <Input.TextArea
                  id={`text-${key}`}
                  readOnly={!writes}
                  autoSize={{ minRows: key === 'title' ? 1 : 2, maxRows: 10 }}
                  maxLength={3000}
                  spellCheck={false}
                  value={texts[key] ?? ''}
                  onFocus={() => setAt(key)}
                  onChange={({ target }) => setTexts({ ...texts, [key]: target.value })}
                />
              </Form.Item>
            ))}
          </Form>
          <p className="quiet">{w.fields}</p>
          <div className="template-fields">
            {Object.entries(forms[form].fields)
              .toReversed()
              .map(([field, meaning]) => (
                <Button
                  key={field}
                  size="small"
                  disabled={!writes}
                  onClick={() => setTexts({ ...texts, [at]: `${texts[at] ?? ''}{${field}}` })}
                >
                  {`{${field}}`} <span className="quiet">{meaning}</span>
                </Button>
              ))}
          </div>
          {writes && (
            <div className="paper-acts">
              <Button
                type={changed ? 'primary' : 'default'}
                loading={busy}
                disabled={!changed || faults.length > 0}
                onClick={() => void keep()}
              >
                {w.keep}
              </Button>
              {draft && (
                <>
                  <Button
                    type={changed ? 'default' : 'primary'}
                    disabled={changed || busy}
                    onClick={() => setAsking(true)}
                  >
                    {w.putInForce}
                  </Button>
                  <Button
                    danger
                    disabled={busy}
                    onClick={() => void attempt(() => client.papers.templates.discard({ form }), w.discarded)}
                  >
                    {w.discard}
                  </Button>
                </>
              )}
            </div>
          )}
        </Panel>
        {asking && (
          <ReasonModal
            open
            title={w.putInForce}
            explain={fill(w.inForceMore, { form: nameOf(form) })}
            okText={w.putInForce}
            grounds={words.grounds}
            onClose={() => setAsking(false)}
            onConfirm={async (reason) => {
              await client.papers.templates.putInForce({ form, reason })
              await afterPaper(w.inForceDone)
            }}
          />
        )}
      </div>
      <div className="span-6">
        <TemplatePreview form={form} texts={said} sound={faults.length === 0 && Boolean(texts.title?.trim())} />
      </div>
    </div>
  )
}
