/** The map of the register: from contract to store. */
import { implement } from '@orpc/server'
import type { Context } from '../../../platform/context.ts'
import { premisesContract } from '../contract.ts'
import type { PointsQuery } from './contract.ts'
import * as store from './store.ts'

const os = implement(premisesContract.map).$context<Context>()

async function points(context: Context, query: PointsQuery) {
  const text = await store.pointsText(context, query)
  return { headers: {}, body: new File([text], 'premises.geojson', { type: 'application/geo+json' }) }
}

export const mapRoutes = os.router({
  points: os.points.handler(({ input, context }) => points(context, input)),
  at: os.at.handler(({ input, context }) => store.placedAt(context, input)),
})
