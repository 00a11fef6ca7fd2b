/** What its supervising body may do with a record: offer it to another, or decide that it stays. */
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../../desk/words.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { Keep } from './Keep.tsx'
import { OfferOne } from './Offer.tsx'
import { useActingSide } from './sides.ts'

export function ProposalActs({ premises, small = false }: { premises: Premises; small?: boolean }) {
  const words = useWords(messages).desk
  const own = useActingSide()
  const [chosen, setChosen] = useState<'offer' | 'keep'>()
  const { supervisor, state, proposed } = premises
  if (own !== supervisor || (state !== 'open' && state !== 'paused')) return null
  const close = () => setChosen(undefined)
  const size = small ? 'small' : 'middle'
  return (
    <div className="transfer-acts">
      <Button size={size} onClick={() => setChosen('offer')}>
        {words.offer}
      </Button>
      {proposed && (
        <Button size={size} onClick={() => setChosen('keep')}>
          {words.keep}
        </Button>
      )}
      {chosen === 'offer' && <OfferOne premises={premises} onClose={close} />}
      {chosen === 'keep' && <Keep premises={premises} onClose={close} />}
    </div>
  )
}
