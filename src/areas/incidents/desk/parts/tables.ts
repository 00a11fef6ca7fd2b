/** Code tables as the rules want them, for trying the rules while a person types. */
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import type { CodeTable } from '../../../../kernel/codes.ts'
import type { Classify } from '../../record.ts'
import { classifier } from '../../severity.ts'

/** Undefined until the table is there. */
export function useTable(key: string): CodeTable | undefined {
  const { entries } = useCodes(key)
  return useMemo(
    () =>
      entries.length === 0
        ? undefined
        : {
            key,
            zh: key,
            en: key,
            entries: entries.map(({ parent, ...entry }) => (parent === null ? entry : { ...entry, parent })),
          },
    [key, entries],
  )
}

/** The district's rules of severity; undefined until they are there. */
export function useClassify(): Classify | undefined {
  const rules = useTable('severity-rule')
  return useMemo(() => rules && classifier(rules), [rules])
}
