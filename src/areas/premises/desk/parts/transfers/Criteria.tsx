/** The criteria of 重点单位 that a record meets, with the article that each rests on. */
import { useCallback } from 'react'
import { useCodes } from '../../../../../desk/codes.ts'
import { listText } from '../../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import { citation } from '../../../../../kernel/law.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../transfers/messages.ts'
import { useSupervisors } from './sides.ts'

function useCriteria() {
  const lang = useLang()
  const { entries, nameOf } = useCodes('key-unit-rule')
  const lawOf = (code: string) => {
    const law = entries.find((entry) => entry.code === code)?.props.law
    return typeof law === 'string' ? citation(law, lang) : undefined
  }
  return { nameOf, lawOf }
}

/** `brief`: in a table, where the article comes when it is pointed at. */
export function Criteria({ codes, brief = false }: { codes: readonly string[]; brief?: boolean }) {
  const { nameOf, lawOf } = useCriteria()
  return (
    <ul className="criteria">
      {codes.map((code) => (
        <li key={code} title={brief ? lawOf(code) : undefined}>
          {nameOf(code)}
          {!brief && <span className="quiet criteria-law">{lawOf(code)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A function from records to the reason for which they will mostly be handed over. */
export function useProposalReason(): (records: readonly Premises[]) => string {
  const words = useWords(messages).desk
  const lang = useLang()
  const { nameOf } = useCodes('key-unit-rule')
  const { proposedName } = useSupervisors()
  return useCallback(
    (records) => {
      const criteria = new Set(records.map((record) => record.criteria.join()))
      const [first] = records
      if (!first || criteria.size > 1) return words.batchReason
      if (first.criteria.length > 0)
        return fill(words.criterionReason, { criteria: listText(first.criteria.map(nameOf), lang) })
      const [body, ...others] = new Set(records.map(proposedName))
      return others.length > 0 ? words.batchReason : fill(words.divisionReason, { body })
    },
    [words, lang, nameOf, proposedName],
  )
}
