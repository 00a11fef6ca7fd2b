/** Facts of a record with their names and units; what is not known says so. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listText } from '../../../../../desk/components/numbers.ts'
import { paths } from '../../../../../desk/paths.ts'
import { useLang, useMarks, useWords } from '../../../../../desk/words.ts'
import { fieldWord } from '../../../field-words.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { ExpiryText, HazardText } from '../Marks.tsx'
import { useValueWords } from '../names.ts'

export type ShownField = Exclude<keyof Premises & keyof typeof messages.zh.fields, 'contacts'>
const linked = new Set<ShownField>(['kind', 'community', 'street', 'grid', 'station'])

interface FactsProps {
  readonly premises: Premises
  readonly fields: readonly ShownField[]
  readonly single?: boolean
  /** Those that are not known are but named in a line: of many possible facts few places have all. */
  readonly knownFirst?: boolean
}

export function Facts({ premises, fields, single = false, knownFirst = false }: FactsProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { named } = useMarks()
  const unknown = knownFirst ? fields.filter((field) => premises[field] === null) : []
  return (
    <>
      <dl className={`facts ${single ? '' : 'facts-two'}`}>
        {fields
          .filter((field) => !unknown.includes(field))
          .map((field) => (
            <div key={field} className="fact">
              <dt>{fieldWord(words, field, premises.form)}</dt>
              <dd>
                <Value field={field} premises={premises} />
              </dd>
            </div>
          ))}
      </dl>
      {unknown.length > 0 && (
        <p className="quiet facts-unknown">
          {named(
            words.unknown,
            listText(
              unknown.map((field) => fieldWord(words, field, premises.form)),
              lang,
            ),
          )}
        </p>
      )}
    </>
  )
}

function Value({ field, premises }: { field: ShownField; premises: Premises }): ReactNode {
  const words = useWords(messages)
  const valueText = useValueWords()
  const value = premises[field]
  if (field === 'openHazards') return <HazardText {...premises} />
  if (field === 'expiresOn') return <ExpiryText on={premises.expiresOn} />
  if (field === 'lastInspectedOn' && value === null) return <span className="quiet">{words.list.never}</span>
  if (value === null || value === '') return <span className="unknown">{words.unknown}</span>
  if (linked.has(field))
    return <Link {...paths.premisesList({ [field]: String(value) })}>{valueText(field, value)}</Link>
  if (typeof value === 'number') return <span className="num">{valueText(field, value)}</span>
  return <span className="fact-text">{valueText(field, value)}</span>
}
