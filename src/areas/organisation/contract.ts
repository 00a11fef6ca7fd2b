/** The district's bodies, posts, people and areas: what may be asked. */
import { z } from 'zod'
import { area, ById, Id, listOf, PageQuery, page } from '../../kernel/contract.ts'
import { accountContract } from './accounts/contract.ts'
import { areaContract, Border, PolygonShape } from './areas/contract.ts'
import { auditContract } from './audit/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { codeContract } from './codes/contract.ts'

export const bodyKinds = ['branch', 'brigade', 'station', 'department', 'street'] as const
export const BodyKind = z.enum(bodyKinds)

export const Body = z.object({
  id: Id,
  kind: BodyKind,
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/),
  name: z.string().trim().min(2).max(60),
  parent: Id.nullable(),
  polygon: PolygonShape.nullable().describe("a station's area"),
  active: z.boolean(),
  version: z.int(),
})
export type Body = z.infer<typeof Body>
const BodyInput = Body.extend({ polygon: Border.nullable() })
/** Bodies are many times named and seldom drawn: lists leave the polygon out. */
export const BodyItem = Body.omit({ polygon: true }).extend({ people: z.int(), hasArea: z.boolean() })
export type BodyItem = z.infer<typeof BodyItem>

export const Post = z.object({ id: Id, body: Id, name: z.string().trim().min(2).max(40) })
export type Post = z.infer<typeof Post>

export const Person = z.object({
  id: Id,
  name: z.string().trim().min(2).max(40),
  post: Id,
  postName: z.string(),
  body: Id,
  bodyName: z.string(),
  phone: z.string().nullable().describe('masked: 199****0001'),
  active: z.boolean(),
  username: z.string().nullable(),
  version: z.int(),
})
export type Person = z.infer<typeof Person>

export const District = z.object({
  code: z.string(),
  name: z.string(),
  city: z.string(),
  levels: z.array(z.string().trim().min(1).max(10)).min(1).max(5),
  demonstration: z.boolean(),
})
export type District = z.infer<typeof District>

const read = { may: 'organisation.read' }
const write = { may: 'organisation.write' }

const organisation = area
  .prefix('/organisation')
  .tag('organisation')
  .router({
    district: area.route({ method: 'GET', path: '/district', summary: 'The district' }).meta(read).output(District),
    saveDistrict: area
      .route({ method: 'PUT', path: '/district', summary: 'Change names and the names of levels' })
      .meta(write)
      .input(District.pick({ name: true, city: true, levels: true }))
      .output(District),
    bodies: area
      .route({ method: 'GET', path: '/bodies', summary: 'All bodies' })
      .meta(read)
      .input(z.object({ kind: BodyKind.optional() }))
      .output(listOf(BodyItem)),
    body: area
      .route({ method: 'GET', path: '/bodies/{id}', summary: 'A body with its area, posts and people' })
      .meta(read)
      .input(ById)
      .output(Body.extend({ posts: z.array(Post), people: z.array(Person) })),
    createBody: area
      .route({ method: 'POST', path: '/bodies', summary: 'Add a body' })
      .meta(write)
      .input(BodyInput.omit({ id: true, version: true, active: true }))
      .output(Body),
    saveBody: area
      .route({ method: 'PUT', path: '/bodies/{id}', summary: 'Change a body; the version seen must still hold' })
      .meta(write)
      .input(BodyInput)
      .output(Body),
    createPost: area
      .route({ method: 'POST', path: '/posts', summary: 'Add a post to a body' })
      .meta(write)
      .input(Post.omit({ id: true }))
      .output(Post),
    people: area
      .route({ method: 'GET', path: '/people', summary: 'People by name' })
      .meta(read)
      .input(PageQuery.extend({ q: z.string().max(40).optional(), body: Id.optional(), id: Id.optional() }))
      .output(page(Person)),
    createPerson: area
      .route({ method: 'POST', path: '/people', summary: 'Add a person to a post' })
      .meta(write)
      .input(
        z.object({
          name: Person.shape.name,
          post: Id,
          phone: z
            .string()
            .regex(/^\d{11}$/)
            .nullable(),
        }),
      )
      .output(Person),
    savePerson: area
      .route({ method: 'PUT', path: '/people/{id}', summary: 'Move a person to another post, or mark as left' })
      .meta(write)
      .input(ById.extend({ name: Person.shape.name, post: Id, active: z.boolean(), version: z.int() }))
      .output(Person),
  })

export const organisationContract = {
  accounts: accountContract,
  calendar: calendarContract,
  codes: codeContract,
  ledger: auditContract,
  ...organisation,
  ...areaContract,
}
