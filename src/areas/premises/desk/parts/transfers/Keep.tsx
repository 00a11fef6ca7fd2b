/** Deciding that a record stays where it is, though the rule proposes another body. */
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { useAfterTransfer } from './after-transfer.ts'
import { useTransferGrounds } from './sides.ts'

export function Keep({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const words = useWords(messages).desk
  const afterTransfer = useAfterTransfer()
  const { id, version, name } = premises
  return (
    <ReasonModal
      open
      title={fill(words.keepTitle, { name })}
      explain={words.keepMore}
      okText={words.keep}
      grounds={useTransferGrounds()}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.premises.keep({ id, version, reason })
        await afterTransfer(fill(words.keptDone, { name }))
      }}
    />
  )
}
