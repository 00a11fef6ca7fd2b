/** Inspections: what may be asked. */
import { area } from '../../kernel/contract.ts'
import { drawContract } from './draws/contract.ts'

export const inspectionContract = area.prefix('/inspections').tag('inspections').router({ draws: drawContract })
