/** Areas: from contract to rule and store. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import * as bodies from '../store.ts'
import { areaContract } from './contract.ts'
import { importShapes } from './public.ts'
import * as store from './store.ts'
import { type Placed, refusalsOf, treeOf } from './tree.ts'

const os = implement(areaContract).$context<Context>()

/** Refuses an area that the tree, as it is now, has no place for. */
async function demandPlace(context: Context, area: Placed): Promise<void> {
  const { levels } = await bodies.getDistrict(context)
  const stations = await bodies.bodies(context, 'station')
  const nodes = await store.list(context)
  const [ground] = refusalsOf(
    area,
    treeOf(
      nodes,
      levels.length,
      stations.map(({ id }) => id),
    ),
  )
  if (ground) throw new RuleViolation(ground, { code: area.code })
}

export const areaRoutes = os.router({
  areas: os.areas.handler(async ({ input, context }) => ({ items: await store.list(context, input.level) })),
  area: os.area.handler(async ({ input, context }) => {
    const found = await store.find(context, input.id)
    if (!found) throw new NotFound('area')
    return found
  }),
  createArea: os.createArea.handler(async ({ input, context }) => {
    await store.lockTree(context)
    const area = { ...input, active: true }
    await demandPlace(context, area)
    const after = await store.create(context, area)
    await record(context, 'area.create', { kind: 'area', id: after.id }, { after })
    return after
  }),
  saveArea: os.saveArea.handler(async ({ input, context }) => {
    await store.lockTree(context)
    const before = await store.find(context, input.id)
    if (!before) throw new NotFound('area')
    if (input.version !== before.version)
      throw new RuleViolation('moved-meanwhile', { seen: input.version, now: before })
    const area = { ...input, level: before.level }
    await demandPlace(context, area)
    const after = await store.save(context, area)
    await record(context, 'area.save', { kind: 'area', id: after.id }, { before, after })
    return after
  }),
  importAreas: os.importAreas.handler(({ input, context }) => importShapes(context, 'areas', input)),
  importStations: os.importStations.handler(({ input, context }) => importShapes(context, 'stations', input)),
  shapes: os.shapes.handler(async ({ input, context }) => ({ items: await store.shapes(context, input.kind) })),
})
