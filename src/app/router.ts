/** Every area's routes, put together behind the contract. */
import { implement } from '@orpc/server'
import { analysisRoutes } from '../areas/analysis/routes.ts'
import { hazardRoutes } from '../areas/hazards/routes.ts'
import { incidentRoutes } from '../areas/incidents/routes.ts'
import { inspectionRoutes } from '../areas/inspections/routes.ts'
import { organisationRoutes } from '../areas/organisation/routes.ts'
import { paperRoutes } from '../areas/papers/routes.ts'
import { premisesRoutes } from '../areas/premises/routes.ts'
import { workRoutes } from '../areas/work/routes.ts'
import type { Context } from '../platform/context.ts'
import type { FileStore } from '../platform/files/files.ts'
import { codeShapes } from './codes.ts'
import { contract } from './contract.ts'
import { welcomeRoutes } from './welcome.ts'

/** What routes need beside a request's context. */
export interface RouterParts {
  readonly files: FileStore
}

export const router = (parts: RouterParts) =>
  implement(contract)
    .$context<Context>()
    .router({
      welcome: welcomeRoutes,
      organisation: organisationRoutes({ codeShapes }),
      premises: premisesRoutes(parts),
      incidents: incidentRoutes(parts),
      papers: paperRoutes(parts),
      hazards: hazardRoutes,
      inspections: inspectionRoutes(parts),
      work: workRoutes,
      analysis: analysisRoutes,
    })
