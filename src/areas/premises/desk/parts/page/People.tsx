/** The people in charge, masked; as they are for who may see them and says why, as long as the page stays. */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { useMay } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { Contacts, Premises } from '../../../record-contract.ts'

const people = [
  { name: 'legalPerson' },
  { name: 'responsibleName', phone: 'responsiblePhone' },
  { name: 'managerName', phone: 'managerPhone' },
] as const

export function People({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const { page: w } = words
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const [told, setTold] = useState<{ version: number; contacts: Contacts }>()
  // Others may be in charge since.
  const plain = told?.version === premises.version ? told.contacts : undefined
  const shown = plain ?? premises.contacts
  const known = Object.values(premises.contacts).some(Boolean)
  return (
    <Panel
      title={w.people}
      extra={
        known &&
        !plain &&
        may('premises.reveal') && (
          <Button size="small" onClick={() => setAsking(true)}>
            {w.reveal}
          </Button>
        )
      }
    >
      <dl className="facts">
        {people.map((one) => (
          <div key={one.name} className="fact">
            <dt>{words.fields[one.name]}</dt>
            <dd className="person">
              {shown[one.name] ?? <span className="unknown">{words.unknown}</span>}
              {'phone' in one && (
                <Phone number={shown[one.phone]} plain={plain !== undefined} first={one.name === 'responsibleName'} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {plain && <p className="quiet facts-unknown">{w.revealed}</p>}
      {asking && (
        <ReasonModal
          open
          title={w.revealTitle}
          explain={w.revealMore}
          label={words.fields.purpose}
          placeholder={w.revealHint}
          okText={w.reveal}
          offers={w.purposes}
          grounds={words.grounds}
          onClose={() => setAsking(false)}
          onConfirm={async (purpose) => {
            const contacts = await client.premises.reveal({ id: premises.id, purpose })
            setTold({ version: premises.version, contacts })
          }}
        />
      )}
    </Panel>
  )
}

interface PhoneProps {
  readonly number: string | null
  readonly plain: boolean
  readonly first: boolean
}

function Phone({ number, plain, first }: PhoneProps) {
  const link = useRef<HTMLAnchorElement>(null)
  // The button that was pressed is gone: what it was pressed for takes its place.
  useEffect(() => {
    if (plain && first) link.current?.focus()
  }, [plain, first])
  if (number === null) return null
  return plain ? (
    <a ref={link} className="num" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </a>
  ) : (
    <span className="num">{number}</span>
  )
}
