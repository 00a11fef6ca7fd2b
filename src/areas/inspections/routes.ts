/** Inspections: from contract to rule and store. */
import { implement } from '@orpc/server'
import type { Context } from '../../platform/context.ts'
import { inspectionContract } from './contract.ts'
import { drawRoutes } from './draws/routes.ts'

export const inspectionRoutes = implement(inspectionContract).$context<Context>().router({ draws: drawRoutes })
