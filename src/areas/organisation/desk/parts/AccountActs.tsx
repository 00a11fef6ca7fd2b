/** The dialogs of an administrator's acts on an account. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { troubleLine } from '../../../../desk/errors.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Account } from '../../accounts/contract.ts'
import { messages } from '../../messages.ts'
import { type Role, roleKeys, roles } from '../../roles.ts'
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
  const after = useAfterAct()
  const [role, setRole] = useState<Role>(account.role)
  // 三员分立: an account does not change sides; the server refuses it too.
  const separated = (key: Role) => 'administrator' in roles[key]
  const choices = roleKeys.map((value) => ({
    value,
    label: roles[value][lang],
    disabled: separated(account.role) ? value !== account.role : separated(value),
  }))
  return (
    <ReasonModal
      open
      title={`${words.accounts.grant}: ${account.name}`}
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
  const after = useAfterAct()
  const { active } = account
  return (
    <ReasonModal
      open
      danger={active}
      title={`${active ? words.accounts.close : words.accounts.reopen}: ${account.name}`}
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

/** Done at once: it needs no question. */
function Unlock({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { message } = App.useApp()
  const after = useAfterAct()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the account that was chosen
  useEffect(() => {
    client.organisation.accounts
      .unlock({ id: account.id })
      .then(() => after(words.accounts.unlocked))
      .catch((error: unknown) => message.error(troubleLine(error, lang, words.grounds)))
      .finally(onClose)
  }, [account.id])
  return null
}

function Reset({ account, onClose }: ActProps) {
  const words = useWords(messages)
  const after = useAfterAct()
  const [password, setPassword] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (password) return <FirstPasswordShown name={account.name} password={password} onClose={onClose} />
  const reset = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const made = await client.organisation.accounts.resetPassword({ id: account.id })
      setPassword(made.password)
      await after()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={fill(words.accounts.resetAsk, { name: account.name })}
      okText={words.accounts.reset}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onOk={() => void reset()}
      onCancel={onClose}
    >
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} />}
      <p>{words.accounts.resetMore}</p>
    </Modal>
  )
}
