/** From a row of the business register as it was read to the row as it is staged: a rule. */
import { fold } from '../../../../kernel/fold.ts'
import { addressKeyOf } from '../../record.ts'
import { plainUscc } from '../../uscc.ts'
import type { BusinessRow } from './layout.ts'

export interface StagedBusiness {
  line: number
  uscc: string
  name: string
  address: string
  legal_person: string | null
  status: string
  opened_on: string | null
  ended_on: string | null
  scope: string | null
  name_key: string
  address_key: string
  as_of: string
  complete: boolean
}

/** `today` is the day of a file that names none; `prefixes` are what every address of the district may begin with. */
export const stagedBusiness = (
  line: number,
  row: BusinessRow,
  { today, prefixes }: { readonly today: string; readonly prefixes: readonly string[] },
): StagedBusiness => ({
  line,
  uscc: plainUscc(row.uscc),
  name: row.name,
  address: row.address ?? '',
  legal_person: row.legalPerson?.normalize('NFKC').trim() || null,
  status: row.status,
  opened_on: row.openedOn,
  ended_on: row.endedOn,
  scope: row.scope,
  name_key: fold(row.name),
  address_key: addressKeyOf(row.address ?? '', prefixes),
  as_of: row.asOf ?? today,
  // A file is a list of changes unless it says that it names everything.
  complete: row.complete ?? false,
})
