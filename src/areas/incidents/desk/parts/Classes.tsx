/** The classes of a fire, each with the rule by which it was judged and the figures that it rests on. */
import { Tag } from 'antd'
import { useCodes } from '../../../../desk/codes.ts'
import { listText, moneyText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'

const counts = ['deaths', 'seriousInjuries', 'households'] as const

export function Classes({ incident }: { incident: Incident }) {
  const words = useWords(messages)
  const lang = useLang()
  const { nameOf } = useCodes('severity')
  const { page: w, fields, units } = words
  const { statClass, accidentClass, productionAccident, receivedOn, minorFire } = incident
  if (!statClass) return <p className="quiet">{w.noClass}</p>
  const lossText = (field: 'directLossFen' | 'economicLossFen') =>
    `${fields[field]} ${incident[field] === null ? words.unknown : `${moneyText(incident[field])} ${units[field]}`}`
  const countText = (field: (typeof counts)[number]) =>
    `${fields[field]} ${incident[field] === null ? words.unknown : `${incident[field]} ${units[field]}`}`
  const why = (facts: string[]) => fill(w.why, { facts: listText(facts, lang) })
  return (
    <dl className="classes">
      <dt>{w.statClass}</dt>
      <dd>
        <Tag color={statClass === 'ordinary' ? 'default' : 'error'}>{nameOf(statClass)}</Tag>
        <p className="quiet">{receivedOn < '2025-05-01' ? w.statRuleOld : w.statRuleNew}</p>
        <p className="quiet">{why([...counts.map(countText), lossText('directLossFen')])}</p>
        {minorFire && <p>{w.minorFire}</p>}
      </dd>
      <dt>{w.accidentClass}</dt>
      <dd>
        {accidentClass ? (
          <>
            <Tag color={accidentClass === 'ordinary' ? 'default' : 'error'}>{nameOf(accidentClass)}</Tag>
            <p className="quiet">{w.accidentRule}</p>
            <p className="quiet">
              {why([countText('deaths'), countText('seriousInjuries'), lossText('economicLossFen')])}
            </p>
          </>
        ) : (
          <span className="quiet">{productionAccident === null ? w.accidentUnknown : w.notAccident}</span>
        )}
      </dd>
    </dl>
  )
}
