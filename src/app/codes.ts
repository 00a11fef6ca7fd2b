/** Every code table that the program ships with, and what the properties of their entries must hold. */
import type { z } from 'zod'
import { analysisCodeTables } from '../areas/analysis/codes.ts'
import { settingShapes } from '../areas/analysis/settings.ts'
import { hazardCodeShapes, hazardCodeTables } from '../areas/hazards/codes.ts'
import { incidentCodeTables } from '../areas/incidents/codes.ts'
import { severityShapes } from '../areas/incidents/severity.ts'
import { inspectionCodeShapes, inspectionCodeTables } from '../areas/inspections/codes.ts'
import { paperCodeShapes, paperCodeTables } from '../areas/papers/codes.ts'
import { premisesCodeTables } from '../areas/premises/codes.ts'
import { supervisionShapes } from '../areas/premises/supervision/rules.ts'
import type { CodeTable } from '../kernel/codes.ts'

export const shippedTables: readonly CodeTable[] = [
  ...premisesCodeTables,
  ...incidentCodeTables,
  ...paperCodeTables,
  ...hazardCodeTables,
  ...inspectionCodeTables,
  ...analysisCodeTables,
]
export const codeShapes: Readonly<Record<string, z.ZodType>> = {
  ...supervisionShapes,
  ...severityShapes,
  ...paperCodeShapes,
  ...hazardCodeShapes,
  ...inspectionCodeShapes,
  ...settingShapes,
}
