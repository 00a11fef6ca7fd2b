/** Other people in charge, with the version seen and a reason. */
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { troubleLine } from '../../../../../desk/errors.ts'
import { useMay } from '../../../../../desk/session.ts'
import { useLang, useMarks, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { noContacts, type Premises } from '../../../record-contract.ts'
import { useAfterAct } from '../after-act.ts'
import { ContactsFields, contactFaults } from '../ContactsFields.tsx'

export function ChangePeople({ premises, onClose }: { premises: Premises; onClose: () => void }) {
  const words = useWords(messages)
  const { named } = useMarks()
  const afterAct = useAfterAct()
  const may = useMay()
  const lang = useLang()
  const { message } = App.useApp()
  const [contacts, setContacts] = useState(noContacts)
  const { id, version, name } = premises
  const known = Object.values(premises.contacts).some(Boolean)
  const bring = async () => {
    try {
      setContacts(await client.premises.reveal({ id, purpose: words.act.bringPurpose }))
    } catch (error) {
      message.error(troubleLine(error, lang, words.grounds))
    }
  }
  return (
    <ReasonModal
      open
      title={named(words.act.setContacts, name)}
      explain={words.act.contactsMore}
      grounds={words.grounds}
      blocked={contactFaults(contacts).length > 0}
      onClose={onClose}
      onConfirm={async (reason) => afterAct(await client.premises.setContacts({ id, version, contacts, reason }))}
    >
      {known && may('premises.reveal') && (
        <p>
          <Button size="small" onClick={() => void bring()}>
            {words.act.bringContacts}
          </Button>{' '}
          <span className="quiet">{words.act.bringMore}</span>
        </p>
      )}
      <Form layout="vertical" component="div">
        <ContactsFields contacts={contacts} onChange={setContacts} />
      </Form>
    </ReasonModal>
  )
}
