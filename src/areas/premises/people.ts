/** The people in charge of a place as they are stored: a rule. */
import type { Contacts } from './record-contract.ts'

/** As it is searched for, whole: narrow digits without blanks. */
export const plainPhone = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '')

const plainName = (text: string | null) => text?.normalize('NFKC').trim() || null

export const plainContacts = (contacts: Contacts): Contacts => ({
  legalPerson: plainName(contacts.legalPerson),
  responsibleName: plainName(contacts.responsibleName),
  responsiblePhone: (contacts.responsiblePhone && plainPhone(contacts.responsiblePhone)) || null,
  managerName: plainName(contacts.managerName),
  managerPhone: (contacts.managerPhone && plainPhone(contacts.managerPhone)) || null,
})
