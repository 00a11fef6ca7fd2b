/** Every code table that the program ships with. */
import { analysisCodeTables } from '../areas/analysis/codes.ts'
import { incidentCodeTables } from '../areas/incidents/codes.ts'
import type { CodeTable } from '../kernel/codes.ts'

export const shippedTables: readonly CodeTable[] = [...incidentCodeTables, ...analysisCodeTables]
