/** The buttons of a hazard's page, each with its dialog; what is refused now says why, with the article. */
import { Button } from 'antd'
import { useState } from 'react'
import { useRefusalText } from '../../../../desk/refusal.ts'
import { useMay, useMe } from '../../../../desk/session.ts'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Hazard } from '../../record-contract.ts'
import { ActDialog } from './ActDialog.tsx'
import { isNext, offered, type PageAct, permissionOf } from './acts.ts'

export function HazardActs({ hazard }: { hazard: Hazard }) {
  const words = useWords(messages)
  const offers = useOffers(hazard)
  const [chosen, setChosen] = useState<PageAct>()
  const names: Readonly<Record<string, string>> = words.acts
  return (
    <>
      {offers.map(({ act, tried }) => (
        <Button
          key={act}
          type={isNext(act, hazard) && tried.ground === undefined ? 'primary' : 'default'}
          danger={act === 'void'}
          disabled={tried.ground !== undefined}
          {...(tried.ground ? { 'aria-describedby': `refused-${act}` } : {})}
          onClick={() => setChosen(act)}
        >
          {names[`hazard.${act}`]}
        </Button>
      ))}
      {chosen && <ActDialog act={chosen} hazard={hazard} onClose={() => setChosen(undefined)} />}
    </>
  )
}

export function RefusedActs({ hazard }: { hazard: Hazard }) {
  const words = useWords(messages)
  const refusalText = useRefusalText(words.grounds)
  const may = useMay()
  const { body } = useMe()
  const names: Readonly<Record<string, string>> = words.acts
  if (may('hazards.order') && hazard.body !== body.id)
    return <p className="quiet refused-acts">{words.grounds['of-another-body']}</p>
  const refused = useOffers(hazard).filter(({ tried }) => tried.ground)
  if (refused.length === 0) return null
  return (
    <ul className="quiet refused-acts">
      {refused.map(({ act, tried }) => (
        <li key={act} id={`refused-${act}`}>
          {names[`hazard.${act}`]}
          {words.colon}
          {refusalText(tried)}
        </li>
      ))}
    </ul>
  )
}

function useOffers(hazard: Hazard) {
  const may = useMay()
  const { body } = useMe()
  if (hazard.body !== body.id) return []
  return offered(hazard, today()).filter(({ act }) => may(permissionOf(act)))
}
