/** Brings the demonstration's two years of visits and hazards in, made from its register as it stands. */
import { bringHazards } from '../../../areas/hazards/public.ts'
import { editionsOf } from '../../../areas/inspections/checklists/public.ts'
import { editionFor, itemsFor } from '../../../areas/inspections/checklists/rules.ts'
import { bringVisits } from '../../../areas/inspections/visits/public.ts'
import { calendarOf, peopleByBody, territoryOf } from '../../../areas/organisation/public.ts'
import { everyPlace, notePlaces } from '../../../areas/premises/inspecting/public.ts'
import type { SupervisorKind } from '../../../areas/premises/record-contract.ts'
import type { Random } from '../../../kernel/random.ts'
import type { Context } from '../../../platform/context.ts'
import { inspected } from './visits.ts'
import type { DemoPlace, InspectionWorld } from './world.ts'

const batch = 2000
const note = '示范数据'

async function worldOf(context: Context): Promise<InspectionWorld> {
  const editions = await editionsOf(context)
  return {
    today: context.at.day,
    calendar: await calendarOf(context),
    inspectors: await peopleByBody(context),
    checklistOf: ({ form, kind }, day) => {
      const edition = editionFor(editions, { form, kind }, day)
      return edition && { id: edition.id, items: itemsFor(edition, { form, kind }) }
    },
  }
}

/** Two years of them, up to the day of the context. */
export async function bringInspections(context: Context, seed: Random): Promise<void> {
  const own = seed.stream('inspections')
  const world = await worldOf(context)
  const kinds = new Map((await territoryOf(context)).bodies.map(({ id, kind }) => [id, kind]))
  for await (const places of everyPlace(context, batch)) {
    const made = places.map((place) => {
      const whole: DemoPlace = { ...place, supervisorKind: kinds.get(place.supervisor) as SupervisorKind }
      return { id: place.id, ...inspected(whole, world, own) }
    })
    await bringVisits(
      context,
      made.flatMap((one) => one.visits),
      note,
    )
    await bringHazards(
      context,
      made.flatMap((one) => one.hazards),
      note,
    )
    await notePlaces(
      context,
      made.map(({ id, hazards }) => ({
        id,
        openHazards: hazards.filter(({ state }) => ['found', 'ordered', 'uncorrected'].includes(state)).length,
      })),
    )
  }
}
