/** The demonstration district as plain objects: everything about it but what happens there. */
import type { Polygon } from '../../kernel/geo.ts'
import type { Random } from '../../kernel/random.ts'
import type { CastMember } from './cast.ts'
import { makeLand, type RoadNetwork } from './geography.ts'
import type { DemoWorld } from './incidents.ts'
import { type DemoPerson, demoDistrict, demoFounding, type Founding, nameCommunities } from './organisation.ts'

export interface District extends Founding, DemoWorld {
  readonly code: string
  readonly name: string
  readonly city: string
  readonly posts: readonly { readonly body: string; readonly name: string }[]
  readonly accounts: readonly (Pick<CastMember, 'username' | 'role'> & { readonly person: DemoPerson })[]
  readonly stationAreas: readonly { readonly station: string; readonly polygon: Polygon }[]
  readonly roads: RoadNetwork
}

/** The same seed makes the same district. It is also the world in which incidents happen. */
export function makeDistrict(seed: Random): District {
  const land = makeLand(seed)
  const communities = nameCommunities(land, seed)
  const founding = demoFounding(land, communities, seed)
  const posts = new Map(founding.people.map(({ body, post }) => [`${body} ${post}`, { body, name: post }]))
  return {
    ...demoDistrict,
    ...founding,
    land,
    communities,
    posts: [...posts.values()],
    accounts: founding.people.flatMap((person) => (person.account ? [{ ...person.account, person }] : [])),
    stationAreas: founding.bodies.flatMap(({ code, polygon }) => (polygon ? [{ station: code, polygon }] : [])),
    roads: land.roads,
  }
}
