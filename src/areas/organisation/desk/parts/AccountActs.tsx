/** The dialogs of an administrator's acts on an account. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { fill, useLang, useMarks, useWords } from '../../../../desk/words.ts'
import type { Account } from '../../accounts/contract.ts'
import { messages } from '../../messages.ts'
import { mayBecome, type Role, roleKeys, roles } from '../../roles.ts'
import type { AccountAct } from './account-columns.tsx'
import { FirstPasswordShown } from './FirstPasswordShown.tsx'

export interface ChosenAct {
  readonly act: AccountAct
  readonly account: Account
}
interface ActProps {
  readonly account: Account
  readonly onClose: () => void
}

const dialogs = { grant: Grant, unlock: Unlock, reset: Reset, close: Close, reopen: Close } as const

export function AccountActs({ chosen, onClose }: { chosen: ChosenAct | undefined; onClose: () => void }) {
  if (!chosen) return null
  const Dialog = dialogs[chosen.act]
  return <Dialog key={chosen.account.id} account={chosen.account} onClose={onClose} />
}

/** Asks the list again after an act. */
function useAfterAct() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async (words?: string) => {
    if (words) message.success(words)
    await queries.invalidateQueries({ queryKey: api.organisation.accounts.list.key() })
  }
}

function Grant({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { named } = useMarks()
  const after = useAfterAct()
  const [role, setRole] = useState<Role>(account.role)
  const choices = roleKeys.map((value) => ({
    value,
    label: roles[value][lang],
    disabled: !mayBecome(account.role, value),
  }))
  return (
    <ReasonModal
      open
      title={named(words.accounts.grant, account.name)}
      explain={words.accounts.grantMore}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.organisation.accounts.grantRole({ id: account.id, role, reason })
        await after(words.accounts.granted)
      }}
    >
      <Form.Item layout="vertical" label={words.accounts.role} extra={words.accounts.notHere}>
        <Select<Role> value={role} onChange={setRole} options={choices} aria-label={words.accounts.role} />
      </Form.Item>
    </ReasonModal>
  )
}

function Close({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const { named } = useMarks()
  const after = useAfterAct()
  const { active } = account
  return (
    <ReasonModal
      open
      danger={active}
      title={named(active ? words.accounts.close : words.accounts.reopen, account.name)}
      explain={active ? words.accounts.closeMore : undefined}
      okText={active ? words.accounts.close : words.accounts.reopen}
      grounds={words.grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.organisation.accounts.setActive({ id: account.id, active: !active, reason })
        await after(active ? words.accounts.closed : words.accounts.reopened)
      }}
    />
  )
}

function Unlock({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const { named } = useMarks()
  const after = useAfterAct()
  const unlock = async () => {
    await client.organisation.accounts.unlock({ id: account.id })
    await after(words.accounts.unlocked)
    onClose()
  }
  return (
    <Ask
      title={named(words.accounts.unlock, account.name)}
      okText={words.accounts.unlock}
      onClose={onClose}
      onOk={unlock}
    />
  )
}

function Reset({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const after = useAfterAct()
  const [password, setPassword] = useState<string>()
  if (password) return <FirstPasswordShown name={account.name} password={password} onClose={onClose} />
  const reset = async () => {
    const made = await client.organisation.accounts.resetPassword({ id: account.id })
    setPassword(made.password)
    await after()
  }
  return (
    <Ask
      danger
      title={fill(words.accounts.resetAsk, { name: account.name })}
      more={words.accounts.resetMore}
      okText={words.accounts.reset}
      onClose={onClose}
      onOk={reset}
    />
  )
}

interface AskProps {
  readonly title: string
  readonly more?: string
  readonly okText: string
  readonly danger?: boolean
  readonly onOk: () => Promise<void>
  readonly onClose: () => void
}

/** A question before an act that needs no reason. */
function Ask({ title, more, okText, danger = false, onOk, onClose }: AskProps) {
  const words = useWords(messages)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onOk()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger }}
      confirmLoading={busy}
      onOk={() => void act()}
      onCancel={onClose}
    >
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      {more && <p>{more}</p>}
    </Modal>
  )
}
