/** The buttons of a record's page: what its state leaves open and the person may do, each with its dialog. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../../desk/components/DownloadButton.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { useMay } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { openActs } from '../../../../../kernel/lifecycle.ts'
import { premisesActs } from '../../../lifecycle.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { AssignOfficer, ChangeList, useOwnLists } from './Assign.tsx'
import { ChangePeople } from './ChangePeople.tsx'
import { ChangeState, openChanges } from './ChangeState.tsx'

type Dialog = 'setContacts' | 'state' | 'assign' | 'setList'

/** The acts with a dialog that are offered here, and why one of them cannot be done now. */
function useOffered(premises: Premises): { dialog: Dialog; refused?: string }[] {
  const words = useWords(messages).act
  const may = useMay()
  const lists = useOwnLists(premises)
  const open = openActs(premisesActs, premises)
  const writes = may('premises.write')
  const assigns = may('premises.assign')
  return [
    ...(writes && open.includes('setContacts') ? [{ dialog: 'setContacts' as const }] : []),
    ...(writes && openChanges(premises).length > 0 ? [{ dialog: 'state' as const }] : []),
    ...(assigns && open.includes('assign')
      ? [{ dialog: 'assign' as const, ...(premises.station === null ? { refused: words.noStation } : {}) }]
      : []),
    ...(assigns && open.includes('setList')
      ? [{ dialog: 'setList' as const, ...(lists.length < 2 ? { refused: words.oneList } : {}) }]
      : []),
  ]
}

export function PremisesActs({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const may = useMay()
  const [chosen, setChosen] = useState<Dialog>()
  const close = () => setChosen(undefined)
  const offered = useOffered(premises)
  const { id, premisesNo, state } = premises
  return (
    <>
      <DownloadButton path={`/api/premises/${id}/document`} fileName={`${premisesNo}.docx`} grounds={words.grounds}>
        {words.page.document}
      </DownloadButton>
      {offered.map(({ dialog, refused }) => (
        <Button
          key={dialog}
          disabled={refused !== undefined}
          {...(refused ? { 'aria-describedby': `refused-${dialog}` } : {})}
          onClick={() => setChosen(dialog)}
        >
          {words.act[dialog]}
        </Button>
      ))}
      {may('premises.write') && state !== 'merged' && (
        <Link {...paths.premisesEdit(id)} className="ant-btn-like">
          {words.page.correct}
        </Link>
      )}
      {chosen === 'setContacts' && <ChangePeople premises={premises} onClose={close} />}
      {chosen === 'state' && <ChangeState premises={premises} onClose={close} />}
      {chosen === 'assign' && <AssignOfficer premises={premises} onClose={close} />}
      {chosen === 'setList' && <ChangeList premises={premises} onClose={close} />}
    </>
  )
}

/** Why what is offered cannot be done now: to be read, not only to be pointed at. */
export function RefusedActs({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const refused = useOffered(premises).filter(({ refused: why }) => why !== undefined)
  if (refused.length === 0) return null
  return (
    <ul className="quiet refused-acts">
      {refused.map(({ dialog, refused: why }) => (
        <li key={dialog} id={`refused-${dialog}`}>
          {words.act[dialog]}
          {words.colon}
          {why}
        </li>
      ))}
    </ul>
  )
}
