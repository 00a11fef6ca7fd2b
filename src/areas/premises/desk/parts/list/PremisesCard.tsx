/** A record of the register on a phone: what, where, whose. */
import { useCodes } from '../../../../../desk/codes.ts'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { useBodies } from '../../../../organisation/desk/parts/places.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { StateText, Tags } from '../Marks.tsx'

export function PremisesCard({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const { named } = useMarks()
  const { nameOf: kindName } = useCodes('premises-kind')
  const { nameOf: listName } = useCodes('supervision-list')
  const { nameOf: bodyName } = useBodies()
  const { name, form, kind, tags, address, state, supervisor, list, lastInspectedOn, openHazards } = premises
  return (
    <div>
      <div className="card-line">
        <strong>{name}</strong>
        {state !== 'open' && <StateText state={state} />}
      </div>
      <div>{address || '—'}</div>
      <div className="card-tags">
        <span className="quiet">{kind ? kindName(kind) : words.forms[form]}</span> <Tags tags={tags} most={3} />
        {premises.proposed && <span className="tone-caution">{words.list.proposedMark}</span>}
      </div>
      <div className="card-line card-quiet">
        <span>
          {bodyName(supervisor)} · {listName(list)}
        </span>
        <span className="num">
          {openHazards > 0 ? (
            <span className="tone-bad">{named(words.list.hazards, String(openHazards))}</span>
          ) : lastInspectedOn ? (
            named(words.fields.lastInspectedOn, lastInspectedOn)
          ) : (
            words.list.never
          )}
        </span>
      </div>
    </div>
  )
}
