/** Importing the register from a file: what may be asked. */
import { approvedImportContractOf } from '../../../kernel/import-contract.ts'

export const premisesImportContract = approvedImportContractOf({ may: 'premises.import' })
