/** Inspections: the routes of their parts, put together. */
import { implement } from '@orpc/server'
import type { Context } from '../../platform/context.ts'
import type { FileStore } from '../../platform/files/files.ts'
import { checklistRoutes } from './checklists/routes.ts'
import { inspectionContract } from './contract.ts'
import { drawRoutes } from './draws/routes.ts'
import { visitRoutes } from './visits/routes.ts'

export const inspectionRoutes = (parts: { files: FileStore }) =>
  implement(inspectionContract)
    .$context<Context>()
    .router({ checklists: checklistRoutes, visits: visitRoutes(parts), draws: drawRoutes })
