/** What a field is called on a record of this form: a shop uses its area, a building has one, an estate has that of all its buildings. */
import type { messages } from './messages.ts'
import type { Form } from './record-contract.ts'

export type Field = keyof typeof messages.zh.fields
interface Words {
  readonly fields: Readonly<Record<Field, string>>
  readonly areas: Readonly<Record<Form, string>>
}

export const fieldWord = ({ fields, areas }: Words, field: Field, form: Form): string =>
  field === 'areaM2' ? areas[form] : fields[field]
