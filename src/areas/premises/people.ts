/** The people in charge of a place as they are stored and as they are shown: a rule. */
import { maskedName, maskedPhone } from '../../kernel/masking.ts'
import type { Contacts, Premises } from './record-contract.ts'

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

export const maskedContacts = (contacts: Contacts): Premises['contacts'] => ({
  legalPerson: maskedName(contacts.legalPerson),
  responsibleName: maskedName(contacts.responsibleName),
  responsiblePhone: maskedPhone(contacts.responsiblePhone),
  managerName: maskedName(contacts.managerName),
  managerPhone: maskedPhone(contacts.managerPhone),
})
