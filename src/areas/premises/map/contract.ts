/** The register on a map: its points as a file for the map's own reader, and what lies at a place. */
import { z } from 'zod'
import { area } from '../../../kernel/contract.ts'
import { Bounds, Found, PremisesFilter } from '../finding/contract.ts'
import { Premises } from '../record-contract.ts'
import { colourings } from './colours.ts'

/** More points than this are gathered into cells: so many are drawn at once on any machine, and nobody tells more apart. */
export const pointsAtMost = 20_000

const read = { may: 'premises.read' }

export const PointsQuery = PremisesFilter.extend({
  ...Bounds.partial().shape,
  colour: z.enum(colourings).default('list'),
})
export type PointsQuery = z.infer<typeof PointsQuery>

export const PlaceQuery = PremisesFilter.extend(Bounds.shape)
export type PlaceQuery = z.infer<typeof PlaceQuery>

/** A record as the card on the map shows it. */
export const Placed = Found.omit({ by: true }).extend({
  ...Premises.pick({ list: true, supervisor: true, openHazards: true }).shape,
  lng: z.number(),
  lat: z.number(),
})
export type Placed = z.infer<typeof Placed>

export const mapContract = {
  points: area
    .route({
      method: 'GET',
      path: '/map',
      summary: `What a filter finds, as GeoJSON; more than ${pointsAtMost} points as cells with their number n`,
      outputStructure: 'detailed',
    })
    .meta(read)
    .input(PointsQuery)
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  at: area
    .route({ method: 'GET', path: '/map/at', summary: 'Records within bounds, those in their middle first' })
    .meta(read)
    .input(PlaceQuery)
    .output(z.object({ total: z.int(), items: z.array(Placed) })),
}
