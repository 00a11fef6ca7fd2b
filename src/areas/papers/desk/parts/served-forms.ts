/** Which papers are served on the party: those with a receipt. */
import { forms } from '../../forms.ts'
import type { FormKey } from '../../record-contract.ts'

export const isServed = (form: FormKey): boolean => forms[form].receipt
