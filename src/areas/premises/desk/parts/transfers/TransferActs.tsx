/** The buttons of an open transfer: what the person's side may do, each with its dialog. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { tryActOf } from '../../../../../desk/refusal.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { openActs } from '../../../../../kernel/lifecycle.ts'
import type { Transfer } from '../../../transfers/contract.ts'
import { type TransferInputs, transferActs } from '../../../transfers/lifecycle.ts'
import { messages } from '../../../transfers/messages.ts'
import { useAfterTransfer } from './after-transfer.ts'
import { useActingSide, useSupervisors, useTransferGrounds } from './sides.ts'

type Act = keyof TransferInputs

/** What the rules leave open for a side. */
const openFor = (transfer: Transfer, body: string): Act[] =>
  openActs(transferActs, transfer).filter(
    (act) => tryActOf(transferActs, act, transfer, { body, by: body, reason: '' }).ground === undefined,
  )

export function TransferActs({ transfer, small = false }: { transfer: Transfer; small?: boolean }) {
  const words = useWords(messages).desk
  const own = useActingSide()
  const [chosen, setChosen] = useState<Act>()
  if (!own) return null
  const close = () => setChosen(undefined)
  return (
    <div className="transfer-acts">
      {openFor(transfer, own).map((act) => (
        <Button
          key={act}
          size={small ? 'small' : 'middle'}
          type={act === 'accept' ? 'primary' : 'default'}
          onClick={() => setChosen(act)}
        >
          {words[act]}
        </Button>
      ))}
      {chosen === 'accept' && <Accept transfer={transfer} onClose={close} />}
      {(chosen === 'return' || chosen === 'withdraw') && <Refuse act={chosen} transfer={transfer} onClose={close} />}
    </div>
  )
}

interface DialogProps {
  readonly transfer: Transfer
  readonly onClose: () => void
}

function Accept({ transfer: { id, name, reason }, onClose }: DialogProps) {
  const words = useWords(messages).desk
  const grounds = useTransferGrounds()
  const afterTransfer = useAfterTransfer()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const accept = async () => {
    setBusy(true)
    try {
      await client.premises.transfers.accept({ id })
      await afterTransfer(fill(words.acceptedDone, { name }))
      onClose()
    } catch (fault) {
      setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={fill(words.acceptTitle, { name })}
      okText={words.accept}
      confirmLoading={busy}
      onOk={() => void accept()}
      onCancel={onClose}
    >
      {error !== undefined && <ErrorBlock error={error} grounds={grounds} />}
      <p>{fill(words.acceptMore, { reason })}</p>
    </Modal>
  )
}

function Refuse({ act, transfer, onClose }: DialogProps & { act: 'return' | 'withdraw' }) {
  const words = useWords(messages).desk
  const afterTransfer = useAfterTransfer()
  const { nameOf } = useSupervisors()
  const { id, name, fromBody } = transfer
  const returns = act === 'return'
  return (
    <ReasonModal
      open
      title={fill(returns ? words.returnTitle : words.withdrawTitle, { name })}
      explain={returns ? fill(words.returnMore, { from: nameOf(fromBody) }) : words.withdrawMore}
      okText={words[act]}
      grounds={useTransferGrounds()}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.premises.transfers[act]({ id, reason })
        await afterTransfer(fill(returns ? words.returnedDone : words.withdrawnDone, { name }))
      }}
    />
  )
}
