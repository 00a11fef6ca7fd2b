/** The fields of the people in charge, with what the checks find. */
import { Form, Input } from 'antd'
import { useWords } from '../../../../desk/words.ts'
import { checkContacts } from '../../checks.ts'
import { messages } from '../../messages.ts'
import { Contacts, contactKeys } from '../../record-contract.ts'

/** What is wrong with the people as typed: field and rule. */
export function contactFaults(contacts: Contacts): { field: keyof Contacts; rule: string }[] {
  const phones = (['responsiblePhone', 'managerPhone'] as const).filter(
    (field) => !Contacts.shape[field].safeParse(contacts[field]).success,
  )
  return [
    ...checkContacts(contacts).map(({ field, rule }) => ({ field: field as keyof Contacts, rule })),
    ...phones.map((field) => ({ field, rule: 'no-phone' })),
  ]
}

interface ContactsFieldsProps {
  readonly contacts: Contacts
  readonly onChange: (contacts: Contacts) => void
}

export function ContactsFields({ contacts, onChange }: ContactsFieldsProps) {
  const words = useWords(messages)
  const checks: Readonly<Record<string, string>> = words.checks
  const faults = contactFaults(contacts)
  return (
    <div className="form-grid">
      {contactKeys.map((field) => {
        const fault = faults.find((one) => one.field === field)
        return (
          <Form.Item
            key={field}
            label={words.fields[field]}
            htmlFor={`contact-${field}`}
            {...(fault ? { help: checks[fault.rule] ?? words.form.noPhone, validateStatus: 'error' as const } : {})}
          >
            <Input
              id={`contact-${field}`}
              autoComplete="off"
              maxLength={field.endsWith('Phone') ? 20 : 60}
              {...(field.endsWith('Phone') ? { inputMode: 'tel' as const } : {})}
              value={contacts[field] ?? ''}
              onChange={({ target }) => onChange({ ...contacts, [field]: target.value === '' ? null : target.value })}
            />
          </Form.Item>
        )
      })}
    </div>
  )
}
