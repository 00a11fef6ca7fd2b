/** The verdict: what the rules propose and why, and what a person made of it. Both are kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Select, Space, Tag } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { useCodes } from '../../../../desk/codes.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { timeText } from '../../../../desk/components/TimeText.tsx'
import { useMay } from '../../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Analysis } from '../../contract.ts'
import { type Comparison, type Figures, graverClasses, type VerdictFigure } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'
import { oneBase, placeOf, valueText } from './shown.ts'

/** What the rules propose for a period, with what they weighed. */
export function ProposedVerdict({ figures }: { figures: Figures }) {
  const { proposal } = figures
  const words = useWords(messages).verdict
  const lang = useLang()
  const { nameOf } = useCodes('verdict')
  return (
    <Panel title={words.title} extra={<Tag>{words.proposed}</Tag>}>
      <p className="verdict-word">{nameOf(proposal.verdict)}</p>
      <p className="note">{fill(words.rule, { rule: proposal.ruleWords[lang] })}</p>
      <Weighed figures={figures} />
    </Panel>
  )
}

/** The records behind what is weighed; casualties are three figures in one, which no single list holds. */
const keyOf: Readonly<Record<VerdictFigure, string | undefined>> = {
  fires: figureKey('period', 'fires'),
  loss_fen: figureKey('period', 'loss_fen'),
  deaths: figureKey('period', 'deaths'),
  casualties: undefined,
  largerFires: figureKey('period', 'fires', { statClass: graverClasses }),
  majorFires: figureKey('period', 'fires', { statClass: ['major', 'extreme'] }),
}

function Weighed({ figures }: { figures: Figures }) {
  const words = useWords(messages)
  const { verdict, home } = words
  const once = oneBase(figures)
  return (
    <table className="weighed" aria-label={verdict.weighed}>
      <thead>
        <tr>
          <th scope="col">{verdict.weighed}</th>
          <th scope="col">{verdict.value}</th>
          {!once && <th scope="col">{home.qoq}</th>}
          <th scope="col">{home.yoy}</th>
        </tr>
      </thead>
      <tbody>
        {figures.proposal.weighed.map(({ figure, value, qoq, yoy }) => {
          const key = keyOf[figure]
          const place = key === undefined ? undefined : placeOf(figures, key)
          const shown = valueText(figure === 'loss_fen' ? 'loss_fen' : 'fires', value) ?? '—'
          return (
            <tr key={figure}>
              <th scope="row">{verdict[figure]}</th>
              <td className="num">{place && value ? <Link {...place}>{shown}</Link> : shown}</td>
              {!once && <Went comparison={qoq} />}
              <Went comparison={yoy} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Of all that is weighed, less is better. */
function Went({ comparison: { course, word } }: { comparison: Comparison }) {
  const lang = useLang()
  return <td className={course === 'up' ? 'tone-bad' : course === 'down' ? 'tone-good' : ''}>{word[lang]}</td>
}

/** The verdict of an analysis: confirmed as proposed, or changed with a reason. */
export function VerdictPanel({ analysis }: { analysis: Analysis }) {
  const words = useWords(messages).verdict
  const grounds = useGrounds()
  const lang = useLang()
  const may = useMay()
  const queries = useQueryClient()
  const { nameOf, choices } = useCodes('verdict')
  const [changing, setChanging] = useState(false)
  const [other, setOther] = useState<string>()
  const choose = useMutation(
    api.analysis.chooseVerdict.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.analysis.key() }),
    }),
  )
  const { verdict, id, version, state } = analysis
  const open = state === 'draft' && may('analysis.issue')
  return (
    <Panel title={words.title}>
      <dl className="facts">
        <dt>{words.proposed}</dt>
        <dd>
          <strong>{nameOf(verdict.proposed)}</strong>
          <p className="note">{fill(words.rule, { rule: verdict.ruleWords[lang] })}</p>
        </dd>
        <dt>{words.chosen}</dt>
        <dd>
          {verdict.chosen ? <strong>{nameOf(verdict.chosen)}</strong> : words.none}
          {verdict.chosenBy && verdict.chosenAt && (
            <p className="note">{fill(words.by, { who: verdict.chosenBy, when: timeText(verdict.chosenAt) })}</p>
          )}
          {verdict.reason && <p className="note">{fill(words.reason, { reason: verdict.reason })}</p>}
        </dd>
      </dl>
      {verdict.moved && state === 'draft' && <Alert type="warning" title={words.moved} showIcon />}
      {choose.error && !changing && <ErrorBlock error={choose.error} grounds={grounds} />}
      {open && (
        <Space wrap style={{ marginTop: 8 }}>
          {(verdict.chosen !== verdict.proposed || verdict.moved) && (
            <Button
              type={verdict.chosen ? 'default' : 'primary'}
              loading={choose.isPending}
              onClick={() => choose.mutate({ id, version, verdict: verdict.proposed, reason: null })}
            >
              {words.confirm}
            </Button>
          )}
          <Button onClick={() => setChanging(true)}>{words.change}</Button>
        </Space>
      )}
      <ReasonModal
        open={changing}
        title={words.changeTitle}
        explain={words.changeExplain}
        grounds={grounds}
        blocked={other === undefined}
        onClose={() => setChanging(false)}
        onConfirm={(reason) => choose.mutateAsync({ id, version, verdict: other ?? verdict.proposed, reason })}
      >
        <Select
          aria-label={words.choose}
          placeholder={words.choose}
          style={{ width: '100%', marginBottom: 12 }}
          value={other ?? null}
          onChange={(value: string | null) => setOther(value ?? undefined)}
          options={choices().filter(({ value }) => value !== verdict.proposed)}
        />
      </ReasonModal>
    </Panel>
  )
}
