/** The verdict: what the rules propose and why, and what a person made of it. Both are kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
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
import type { Proposal } from '../../figures/contract.ts'
import { messages } from '../messages.ts'
import { useGrounds } from './grounds.ts'

const courseColour = { better: 'green', worse: 'red', level: 'default', mixed: 'gold', unknown: 'default' } as const

/** What the rules propose for a period, with what they weighed. */
export function ProposedVerdict({ proposal }: { proposal: Proposal }) {
  const words = useWords(messages).verdict
  const lang = useLang()
  const { nameOf } = useCodes('verdict')
  return (
    <Panel title={words.title} extra={<Tag>{words.proposed}</Tag>}>
      <p className="verdict-word">{nameOf(proposal.verdict)}</p>
      <p className="note">
        {words.rule}: {proposal.ruleWords[lang]}
      </p>
      <Weighed proposal={proposal} />
    </Panel>
  )
}

function Weighed({ proposal }: { proposal: Proposal }) {
  const words = useWords(messages).verdict
  const lang = useLang()
  return (
    <ul className="weighed" aria-label={words.weighed}>
      {proposal.weighed.map(({ figure, course, qoq, yoy }) => (
        <li key={figure}>
          <Tag color={courseColour[course]}>{words[figure]}</Tag>
          <span className="note">
            {qoq.word[lang]} / {yoy.word[lang]}
          </span>
        </li>
      ))}
    </ul>
  )
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
          <p className="note">
            {words.rule}: {verdict.ruleWords[lang]}
          </p>
        </dd>
        <dt>{words.chosen}</dt>
        <dd>
          {verdict.chosen ? <strong>{nameOf(verdict.chosen)}</strong> : words.none}
          {verdict.chosenBy && verdict.chosenAt && (
            <p className="note">{fill(words.by, { who: verdict.chosenBy, when: timeText(verdict.chosenAt) })}</p>
          )}
          {verdict.reason && (
            <p className="note">
              {words.reason}: {verdict.reason}
            </p>
          )}
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
