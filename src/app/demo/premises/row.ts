/** A record of the demonstration's register, in the keys of the canonical layout. What is not known is left out. */
import type { premisesLayout } from '../../../areas/premises/import-layout.ts'
import type { Form } from '../../../areas/premises/record-contract.ts'

type Key = (typeof premisesLayout.columns)[number]['key']

export type PremisesDemoRow = { readonly [K in Key]?: string | number | undefined } & {
  readonly premises_no: string
  readonly form: Form
  readonly name: string
}
