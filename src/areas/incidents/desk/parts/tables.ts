/** The rules of severity, for trying them while a person types. */
import { useMemo } from 'react'
import { useTable } from '../../../../desk/codes.ts'
import type { Classify } from '../../record.ts'
import { classifier } from '../../severity.ts'

/** The district's rules of severity; undefined until they are there. */
export function useClassify(): Classify | undefined {
  const rules = useTable('severity-rule')
  return useMemo(() => rules && classifier(rules), [rules])
}
