/** Inspections (消防监督检查): what may be asked of this area. */
import { checklistContract } from './checklists/contract.ts'
import { visitContract } from './visits/contract.ts'

export const inspectionContract = { checklists: checklistContract, visits: visitContract }
