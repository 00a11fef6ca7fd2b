/** What the server and other areas may ask of the organisation. */

import type { Calendar } from '../../kernel/calendar.ts'
import type { CodeTable } from '../../kernel/codes.ts'
import type { Moment } from '../../kernel/lifecycle.ts'
import { firstPassword, hashPassword } from '../../platform/auth/password.ts'
import { tokenHash } from '../../platform/auth/token.ts'
import type { Actor, Context, Db } from '../../platform/context.ts'
import type { SignedIn } from '../../platform/http/transaction.ts'
import { record } from '../../platform/ledger/store.ts'
import { Username } from './accounts/contract.ts'
import { reachOf } from './accounts/identify.ts'
import { isOver, mustChangeOn, type SessionLimits } from './accounts/signin.ts'
import * as accounts from './accounts/store.ts'
import * as areas from './areas/store.ts'
import { askRenewalOfDuties } from './calendar/jobs.ts'
import * as calendar from './calendar/store.ts'
import { shippedYears } from './calendar/years.ts'
import * as codes from './codes/store.ts'
import * as founding from './founding/store.ts'
import { locator, type Place } from './locate.ts'
import * as notices from './notices/store.ts'
import * as people from './people/store.ts'
import { isRole, type Permission, permissionsOf, type Role, roles, rolesThatMay } from './roles.ts'
import * as store from './store.ts'
import { groundFinder, type Inspector } from './territory.ts'

/** The subject of acts on the district as a whole, which has a code and no id. */
const nil = '00000000-0000-0000-0000-000000000000'

/** Whose session a token is. Roles are read at each request, so a change acts at once. */
export const identifier =
  (limits: SessionLimits) =>
  async (tx: Context['tx'], token: string, at: Moment): Promise<SignedIn | undefined> => {
    const hash = tokenHash(token)
    const session = await accounts.findSession(tx, hash)
    if (!session?.active || !session.present || isOver(session, limits, at.instant)) return undefined
    const { district } = session
    // Once a minute is exact enough for an idle limit of minutes, and spares a write a request.
    if (Date.parse(at.instant) - Date.parse(session.seenAt) > 60_000)
      await accounts.touchSession(tx, district, hash, at.instant)
    return {
      district,
      actor: await toActor(tx, district, session),
      mustChange: mustChangeOn(session, at.day),
    }
  }

/** Who an account is, for work done in its name after its request; undefined where it was closed meanwhile. */
export async function actorOf(tx: Context['tx'], district: string, account: string): Promise<Actor | undefined> {
  const found = await accounts.findActor(tx, district, account)
  return found?.active && found.present ? toActor(tx, district, found) : undefined
}

async function toActor(
  tx: Context['tx'],
  district: string,
  found: { account: string; role: string; person: string; name: string; body: string; bodyKind: string },
): Promise<Actor> {
  const { account, person, name, role, body, bodyKind } = found
  const communities = bodyKind === 'street' ? await accounts.communitiesOfStreetBody(tx, district, body) : []
  return {
    account,
    person,
    name,
    role,
    body,
    bodyKind,
    permissions: permissionsOf(role),
    reach: reachOf(role, { id: body, kind: bodyKind }, communities),
  }
}

/** A code table as the district has it now. */
export async function codeTable(context: Context, key: string): Promise<CodeTable> {
  const table = await codes.findTable(context, key)
  if (!table) throw new Error(`the district has no code table ${key}: were the shipped ones put in at start?`)
  return table
}

/** Puts the shipped code tables in, or renews what the district did not edit. */
export const shipCodes = (world: Pick<Context, 'tx' | 'district'>, tables: readonly CodeTable[]): Promise<void> =>
  codes.ship(world, tables)

/** Puts the shipped years of the calendar in, or renews what the district did not edit. */
export async function shipCalendar(world: Pick<Context, 'tx' | 'district'>): Promise<void> {
  if (await calendar.ship(world, shippedYears)) await askRenewalOfDuties(world)
}

/** Which days the district works, as this transaction sees it. Cheap: asked at every act with a term. */
export const calendarOf = (context: Pick<Context, 'tx' | 'district'>): Promise<Calendar> => calendar.find(context)
/** Who may be sent on an inspection: people of the stations and the brigade, whoever asks. */
export const inspectorsOf = (context: Context): Promise<Inspector[]> => store.inspectors(context)

export interface PlaceNames {
  readonly stations: readonly { id: string; code: string; name: string }[]
  readonly communities: readonly {
    id: string
    code: string
    name: string
    street: string | null
    station: string | null
    urban: string | null
  }[]
  readonly streets: readonly { id: string; code: string; name: string }[]
}

/** The stations, streets and communities of the district, with codes and names. */
export const placeNames = (context: Context): Promise<PlaceNames> => store.placeNames(context)

/** Finds where a point or a community lies, by the polygons and the tree as they are now. */
export async function gazetteerOf(context: Context) {
  const { communities, stations } = await areas.polygons(context)
  const names = await store.placeNames(context)
  const byId = new Map(names.communities.map(({ id, street, station, urban }) => [id, { street, station, urban }]))
  return {
    ofPoint: locator(communities, stations),
    ofCommunity: (community: string): Place | undefined => {
      const found = byId.get(community)
      return found && { community, ...found }
    },
  }
}

/** All that another area places its records by: the bodies that supervise, the ground, and who answers for it. */
export async function territoryOf(context: Context) {
  const { communities, grids } = await areas.answerers(context)
  const shapes = await areas.polygons(context)
  const officers = await store.officers(context)
  return {
    district: await store.getDistrict(context),
    bodies: await store.supervising(context),
    streets: (await store.placeNames(context)).streets,
    stations: shapes.stations.map(({ polygon }) => polygon),
    communities,
    grids,
    officers,
    ground: groundFinder({ communities, grids, officers, ofPoint: locator(shapes.communities, shapes.stations) }),
  }
}
/** The bodies that issue papers, and the district as they call it. */
export const issuersOf = async (context: Context) => ({
  bodies: await store.issuers(context),
  district: await store.getDistrict(context),
})

export type Territory = Awaited<ReturnType<typeof territoryOf>>

/** Tells an account something, with a link to where it can be seen. */
export const tell = (
  context: Context,
  account: string,
  notice: { message: string; values: Record<string, string | number>; link: string | null },
): Promise<void> => notices.add(context, account, notice)

/** Tells it to a person, where they have an open account; whether they had one. */
export const tellPerson = (
  context: Context,
  person: string,
  notice: { message: string; values: Record<string, string | number>; link: string | null },
): Promise<boolean> => notices.addForPerson(context, person, notice)

/** Tells it to everybody in these roles, but for whoever acts. */
export const tellRole = (
  context: Context,
  toRoles: readonly Role[],
  notice: { message: string; values: Record<string, string | number>; link: string | null },
): Promise<void> => notices.addForRoles(context, toRoles, notice)

/** Tells it to everybody of a body who may do what is to be done about it, but for whoever acts. */
export const tellBody = (
  context: Context,
  body: string,
  permission: Permission,
  notice: { message: string; values: Record<string, string | number>; link: string | null },
): Promise<void> => notices.addForBody(context, body, rolesThatMay(permission), notice)

/** What the sign-in page may show; accounts only of a demonstration district. */
export const welcomeOf = (context: Pick<Context, 'tx'>) => store.findWelcome(context)

/** Forgets sessions that are long over. */
export const endStaleWork = (db: Db): Promise<void> => accounts.sweep(db)

/** Makes a district with its code tables; false where it is there already. */
export async function createDistrict(
  context: Context,
  names: founding.DistrictNames,
  tables: readonly CodeTable[],
): Promise<boolean> {
  if (!(await founding.createDistrict(context, names))) return false
  await codes.ship(context, tables)
  await calendar.ship(context, shippedYears)
  await record(
    context,
    'district.create',
    { kind: 'district', id: nil },
    { after: { district: context.district, ...names } },
  )
  return true
}

/** Adds what a district is founded with. All accounts get the same first password. */
export async function foundDistrict(context: Context, all: founding.Founding, password: string): Promise<void> {
  await founding.found(context, all, await hashPassword(password))
  const counts = { bodies: all.bodies.length, people: all.people.length, areas: all.areas.length }
  await record(context, 'district.found', { kind: 'district', id: nil }, { after: counts })
}

/** Opens an account for a new person of the branch, and returns its first password. Throws where the name is taken. */
export async function createUser(
  context: Context,
  user: { username: string; name: string; role: string },
): Promise<string> {
  const username = Username.parse(user.username)
  if ((await accounts.findByUsername(context.tx, username, context.district)).length > 0)
    throw new Error(`用户名已存在 the user name is taken: ${username}`)
  const password = firstPassword()
  const branch = { code: 'FJ', kind: 'branch', name: '分局' }
  const known = await store.findBodyByCode(context, branch.code)
  const person = {
    name: user.name,
    body: branch.code,
    post: `${roles[roleOf(user.role)].zh}`,
    account: { username, role: user.role },
  }
  await founding.found(
    context,
    { bodies: known ? [] : [branch], people: [person], areas: [] },
    await hashPassword(password),
  )
  const [account] = await accounts.findByUsername(context.tx, username, context.district)
  if (!account) throw new Error('the account was not made')
  await accounts.change(context.tx, context.district, account.id, { mustChange: true })
  await record(context, 'account.create', { kind: 'account', id: account.id }, { after: { username, role: user.role } })
  return password
}

function roleOf(role: string): Role {
  if (!isRole(role)) throw new Error(`没有这个角色 no such role: ${role}`)
  return role
}

/** People by their ids, and the request as its actor stood at an instant. */
export interface Crew {
  readonly people: readonly { id: string; name: string; body: string }[]
  readonly asOf: Context
}

/**
 * Who these people are, whether they still work there or not; and the request as its actor stood at an instant: where they
 * have moved to another body since, what they did before is their former body's.
 */
export async function crewAt(context: Context, ids: readonly string[], instant: string): Promise<Crew> {
  const { actor, tx, district } = context
  const found = await people.crew(context, [...new Set([...ids, actor.person])].filter(Boolean), actor.person, instant)
  const { formerBody: body, formerKind: kind } = found.find(({ id }) => id === actor.person) ?? {}
  const named = found.map(({ id, name, body: now }) => ({ id, name, body: now }))
  if (!body || !kind || body === actor.body) return { people: named, asOf: context }
  const communities = kind === 'street' ? await accounts.communitiesOfStreetBody(tx, district, body) : []
  const reach = reachOf(actor.role, { id: body, kind }, communities)
  return { people: named, asOf: { ...context, actor: { ...actor, body, bodyKind: kind, reach } } }
}

/** Everybody who works there, by body. */
export const peopleByBody = (context: Context) => people.byBody(context)
