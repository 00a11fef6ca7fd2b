/** The organisation: from contract to store. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../platform/context.ts'
import { record } from '../../platform/ledger/store.ts'
import { accountRoutes } from './accounts/routes.ts'
import { areaRoutes } from './areas/routes.ts'
import * as areas from './areas/store.ts'
import { auditRoutes } from './audit/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { type CodeShapes, codeRoutes } from './codes/routes.ts'
import { type Body, organisationContract } from './contract.ts'
import * as people from './people/store.ts'
import * as store from './store.ts'

const os = implement(organisationContract).$context<Context>()

function demand<T>(found: T | undefined, kind: string): T {
  if (found === undefined) throw new NotFound(kind)
  return found
}

const demandVersion = (seen: number, now: { version: number }) => {
  if (seen !== now.version) throw new RuleViolation('moved-meanwhile', { seen, now })
}

/** A code is used once; a name once among the open bodies of a kind. */
async function demandFree(context: Context, body: Pick<Body, 'kind' | 'code' | 'name' | 'active'> & { id?: string }) {
  const others = (await store.bodies(context, undefined)).filter(({ id }) => id !== body.id)
  if (others.some(({ code }) => code === body.code)) throw new RuleViolation('body-code-taken', { code: body.code })
  const alike = others.filter(({ kind, active }) => active && kind === body.kind)
  if (body.active && alike.some(({ name }) => name === body.name))
    throw new RuleViolation('body-name-taken', { name: body.name })
}

export const organisationRoutes = ({ codeShapes }: { readonly codeShapes: CodeShapes }) =>
  os.router({
    accounts: accountRoutes,
    calendar: calendarRoutes,
    codes: codeRoutes(codeShapes),
    ledger: auditRoutes,
    district: os.district.handler(({ context }) => store.getDistrict(context)),
    saveDistrict: os.saveDistrict.handler(async ({ input, context }) => {
      const before = await store.getDistrict(context)
      const deepest = (await areas.list(context)).at(-1)?.level ?? 1
      if (deepest > input.levels.length) throw new RuleViolation('level-in-use', { level: deepest })
      await store.saveDistrict(context, input)
      const after = { ...before, ...input }
      await record(context, 'district.save', { kind: 'district', id: context.actor.body }, { before, after })
      return after
    }),
    bodies: os.bodies.handler(async ({ input, context }) => ({ items: await store.bodies(context, input.kind) })),
    body: os.body.handler(async ({ input, context }) => {
      const body = demand(await store.findBody(context, input.id), 'body')
      return {
        ...body,
        posts: await store.posts(context, body.id),
        people: await people.list(context, { body: body.id, limit: 500 }),
      }
    }),
    createBody: os.createBody.handler(async ({ input, context }) => {
      await demandFree(context, { ...input, active: true })
      const id = await store.createBody(context, input)
      const after = demand(await store.findBody(context, id), 'body')
      await record(context, 'body.create', { kind: 'body', id }, { after })
      return after
    }),
    saveBody: os.saveBody.handler(async ({ input, context }) => {
      const before = demand(await store.findBody(context, input.id), 'body')
      demandVersion(input.version, before)
      await demandFree(context, input)
      await store.saveBody(context, input)
      const after = { ...input, version: input.version + 1 }
      await record(context, 'body.save', { kind: 'body', id: input.id }, { before, after })
      return after
    }),
    createPost: os.createPost.handler(async ({ input, context }) => {
      demand(await store.findBody(context, input.body), 'body')
      const there = await store.posts(context, input.body)
      if (there.some(({ name }) => name === input.name)) throw new RuleViolation('post-taken', { name: input.name })
      const after = await store.createPost(context, input)
      await record(context, 'post.create', { kind: 'post', id: after.id }, { after })
      return after
    }),
    people: os.people.handler(async ({ input, context }) => {
      const rows = await people.list(context, { ...input, limit: input.limit + 1 })
      const items = rows.slice(0, input.limit)
      return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null }
    }),
    createPerson: os.createPerson.handler(async ({ input, context }) => {
      const id = await people.create(context, input)
      const after = demand(await people.find(context, id), 'person')
      await record(context, 'person.create', { kind: 'person', id }, { after })
      return after
    }),
    savePerson: os.savePerson.handler(async ({ input, context }) => {
      const { version, ...set } = input
      const before = demand(await people.find(context, input.id), 'person')
      demandVersion(version, before)
      await people.save(context, set)
      const after = demand(await people.find(context, input.id), 'person')
      await record(context, 'person.save', { kind: 'person', id: input.id }, { before, after })
      return after
    }),
    ...areaRoutes,
  })
