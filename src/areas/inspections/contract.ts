/** Inspections (消防监督检查): what may be asked of this area. */
import { area } from '../../kernel/contract.ts'
import { checklistContract } from './checklists/contract.ts'
import { drawContract } from './draws/contract.ts'
import { visitContract } from './visits/contract.ts'

export const inspectionContract = {
  checklists: checklistContract,
  visits: visitContract,
  ...area.prefix('/inspections').tag('inspections').router({ draws: drawContract }),
}
