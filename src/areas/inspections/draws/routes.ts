/** Draws: from contract to rule and store. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { implement } from '@orpc/server'
import { dayOf } from '../../../kernel/calendar.ts'
import { canonical } from '../../../kernel/canonical.ts'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { exportFile } from '../../../platform/exports/file.ts'
import { handlersOf } from '../../../platform/handlers.ts'
import { record } from '../../../platform/ledger/store.ts'
import { codeTable, inspectorsOf, placeNames } from '../../organisation/public.ts'
import { populationOf } from '../../premises/public.ts'
import { type Draw, type DrawObject, drawContract, type Preparation } from './contract.ts'
import { drawWith, seedFrom, shortOfInspectors, toDrawOf } from './drawing.ts'
import { admitted, ruledOut } from './exclusions.ts'
import { type DrawInputs, drawActs } from './lifecycle.ts'
import * as objects from './objects/store.ts'
import { type Inspector, type ObjectFacts, packageText, Register } from './package.ts'
import { resultColumns, resultRow } from './result.ts'
import * as store from './store.ts'

const os = implement(drawContract).$context<Context>()
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

async function get(context: Context, id: string): Promise<Draw> {
  const draw = await store.find(context, id)
  if (!draw) throw new NotFound('draw')
  return draw
}

/** People who may be sent: of the whole district, or of the own body. */
async function poolOf(context: Context) {
  const { district, stations } = context.actor.reach
  return (await inspectorsOf(context)).filter(({ body }) => district || stations.includes(body))
}

async function chosenFrom(context: Context, chosen: Preparation['inspectors']): Promise<Inspector[]> {
  const people = new Map((await poolOf(context)).map((person) => [person.id, person]))
  const asked = new Map(chosen.map((one) => [one.person, one]))
  return [...asked.values()]
    .map(({ person, away }) => {
      const known = people.get(person)
      if (!known) throw new RuleViolation('not-in-the-pool', { person })
      return { id: person, name: known.name, body: known.bodyName, away }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The draw with its numbers, as its population stands. */
async function counted(context: Context, draw: Draw): Promise<Draw> {
  const { population, eligible } = await objects.sizes(context, draw.id, draw.strata?.by)
  const left = [...eligible.values()].reduce((sum, size) => sum + size, 0)
  return { ...draw, population, excluded: population - left, toDraw: toDrawOf(eligible, draw) }
}

async function prepare(context: Context, input: Preparation): Promise<Draw> {
  const { filter, source, inspectors, ...rest } = input
  if (source.at <= context.at.instant) throw new RuleViolation('source-not-ahead')
  if (source.kind === 'commit' && new Set(source.by.map(({ commitment }) => commitment)).size < source.by.length)
    throw new RuleViolation('commitment-repeated')
  // As JSON has it, so that what is kept is what was published.
  const asked: Record<string, unknown> = JSON.parse(JSON.stringify(filter))
  const people = await chosenFrom(context, inspectors)
  const draw = await store.insert(context, { ...rest, filter: asked, source, inspectors: people })
  const cap = { capMonths: draw.capMonths, day: context.at.day }
  // Read to its end first: a connection that streams answers nothing else.
  const population: objects.NewObject[] = []
  for await (const { id, officer: _, ...facts } of populationOf(context, filter))
    population.push({ ...facts, premises: id, excluded: ruledOut(facts, cap) })
  if (population.length === 0) throw new RuleViolation('nobody-found')
  await objects.insert(context, draw.id, population)
  const after = await store.save(context, await counted(context, draw))
  await record(context, 'draw.prepare', { kind: 'draw', id: draw.id }, { after })
  return after
}

/** An act that changes what is drawn from: `work` does so, then the draw is counted anew. */
const preparing = (act: 'exclude' | 'admit' | 'recuse', work: (context: Context, draw: Draw) => Promise<Draw>) =>
  handlersOf<Draw, DrawInputs>('draw', drawActs, {
    lock: store.lock,
    save: async (context, draw) => store.save(context, await counted(context, await work(context, draw))),
  })(act)

interface OnObjects {
  id: string
  premises: string[]
  reason: string
}

async function chosenOf(context: Context, draw: Draw, premises: readonly string[]): Promise<DrawObject[]> {
  const found = await objects.all(context, draw.id, premises)
  if (found.length < new Set(premises).size) throw new NotFound('premises')
  return found
}

const exclude = (context: Context, input: OnObjects) =>
  preparing('exclude', async (own, draw) => {
    const chosen = await chosenOf(own, draw, input.premises)
    if (chosen.some(({ excluded }) => excluded !== null)) throw new RuleViolation('excluded-already')
    for (const { premises } of chosen)
      await objects.decide(own, draw.id, { premises, excluded: 'by-hand', words: input.reason })
    return draw
  })({ input, context })

const admit = (context: Context, input: OnObjects) =>
  preparing('admit', async (own, draw) => {
    const cap = { capMonths: draw.capMonths, day: dayOf(draw.preparedAt) }
    for (const object of await chosenOf(own, draw, input.premises)) {
      if (object.excluded === null) throw new RuleViolation('not-excluded')
      const decided = admitted(object, input.reason, cap)
      if (!decided) throw new RuleViolation('object-not-open', { name: object.name })
      await objects.decide(own, draw.id, { premises: object.premises, ...decided })
    }
    return draw
  })({ input, context })

const recuse = (context: Context, input: { id: string; inspector: string; premises: string; reason: string }) =>
  preparing('recuse', async (own, draw) => {
    const [object] = await chosenOf(own, draw, [input.premises])
    const { inspector, reason } = input
    if (!draw.inspectors.some(({ id }) => id === inspector)) throw new RuleViolation('not-in-the-pool')
    const no = object?.premisesNo ?? ''
    if (draw.recusals.some((one) => one.inspector === inspector && one.object === no))
      throw new RuleViolation('recused-already')
    return { ...draw, recusals: [...draw.recusals, { inspector, object: no, words: reason }] }
  })({ input, context })

const factsOf = ({
  premises: _,
  premisesNo,
  rank: _r,
  ticket: _t,
  inspectors: _i,
  ...facts
}: DrawObject): ObjectFacts => ({
  no: premisesNo,
  ...facts,
})

/** Everything that is fixed before the seed, as it will be published. */
async function registerOf(context: Context, draw: Draw): Promise<Register> {
  const population = await objects.all(context, draw.id)
  const { stations } = await placeNames(context)
  const named = new Set(population.map(({ station }) => station))
  return {
    district: context.district,
    title: draw.title,
    snapshotAt: draw.preparedAt,
    publishedAt: draw.publishedAt ?? context.at.instant,
    filter: draw.filter,
    capMonths: draw.capMonths,
    take: draw.take,
    strata: draw.strata,
    perObject: draw.perObject,
    source: draw.source,
    stations: Object.fromEntries(stations.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name])),
    inspectors: draw.inspectors,
    recusals: draw.recusals,
    objects: population.map(factsOf),
  }
}

async function publishing(context: Context, draw: Draw): Promise<Draw> {
  const register = await registerOf(context, draw)
  const eligible = register.objects.filter(({ excluded }) => excluded === null).map(({ no }) => no)
  const short = shortOfInspectors(register, eligible, draw.perObject)
  if (short !== undefined) throw new RuleViolation('too-few-inspectors', { no: short, n: draw.perObject })
  const text = canonical(register)
  await store.keepText(context, draw.id, 'register', text)
  return store.save(context, { ...draw, digest: hash(text) })
}

const publish = handlersOf<Draw, DrawInputs>('draw', drawActs, { lock: store.lock, save: publishing })('publish')

interface Seeding {
  id: string
  seed?: string | undefined
  secrets?: string[] | undefined
  evidence?: string | undefined
}

/** Draws from what was published, not from what the tables say now. */
async function drawing(
  context: Context,
  draw: Draw,
  { evidence = null, ...given }: { evidence?: string | null | undefined } & Omit<Seeding, 'evidence' | 'id'>,
): Promise<Draw> {
  const text = await store.textOf(context, draw.id, 'register')
  if (text === undefined || hash(text) !== draw.digest) throw new RuleViolation('register-changed')
  const { seed, secrets } = seedFrom(draw.source, given, hash)
  const drawn = drawWith(Register.parse(JSON.parse(text)), seed, hash)
  const outcome = { seed, secrets, evidence, drawnAt: draw.drawnAt, drawnBy: draw.drawnBy, objects: drawn }
  await store.keepText(context, draw.id, 'outcome', canonical(outcome))
  await objects.markDrawn(context, draw.id, drawn)
  return store.save(context, { ...draw, seed, evidence })
}

const enterSeed = (context: Context, input: Seeding) =>
  handlersOf<Draw, DrawInputs>('draw', drawActs, {
    lock: store.lock,
    save: (own, draw) => drawing(own, draw, input),
  })('draw')({ input: { ...input, by: context.actor.name }, context })

const voidDraw = handlersOf<Draw, DrawInputs>('draw', drawActs, { lock: store.lock, save: store.save })('void')

const attached = (name: string, body: File) => ({
  headers: { 'content-disposition': `attachment; filename="${name}"` },
  body,
})

async function packageFile(context: Context, id: string) {
  const { digest, voidReason, voidedAt, voidedBy } = await get(context, id)
  const register = await store.textOf(context, id, 'register')
  if (register === undefined || digest === null) throw new RuleViolation('not-published-yet')
  const outcome = (await store.textOf(context, id, 'outcome')) ?? null
  const voided = voidedAt === null ? null : { at: voidedAt, by: voidedBy ?? '', reason: voidReason ?? '' }
  const name = `draw-${digest.slice(0, 12)}.json`
  const text = packageText({ register, outcome, digest, voided }, hash)
  return attached(name, new File([text], name, { type: 'application/json' }))
}

const verifierPage = new URL('./verifier.html', import.meta.url)

async function verifierFile() {
  const name = 'draw-verifier.html'
  return attached(name, new File([await readFile(verifierPage)], name, { type: 'text/html' }))
}

async function resultFile(context: Context, { id, format }: { id: string; format: 'csv' | 'xlsx' }) {
  const draw = await get(context, id)
  if (draw.drawnAt === null) throw new RuleViolation('not-drawn-yet')
  const { stations } = await placeNames(context)
  const tables = {
    kinds: await codeTable(context, 'premises-kind'),
    lists: await codeTable(context, 'supervision-list'),
  }
  const row = resultRow(draw, stations, tables)
  const name = `draw-${draw.digest?.slice(0, 12) ?? ''}.${format}`
  const { file } = await exportFile(name, format, resultColumns, (await objects.drawn(context, id)).map(row))
  return attached(name, file)
}

export const drawRoutes = os.router({
  list: os.list.handler(({ input, context }) => store.list(context, input)),
  pool: os.pool.handler(async ({ context }) => ({ items: await poolOf(context) })),
  verifier: os.verifier.handler(verifierFile),
  prepare: os.prepare.handler(({ input, context }) => prepare(context, input)),
  get: os.get.handler(({ input, context }) => get(context, input.id)),
  objects: os.objects.handler(async ({ input, context }) => {
    await get(context, input.id)
    return objects.list(context, input)
  }),
  exclude: os.exclude.handler(({ input, context }) => exclude(context, input)),
  admit: os.admit.handler(({ input, context }) => admit(context, input)),
  recuse: os.recuse.handler(({ input, context }) => recuse(context, input)),
  publish: os.publish.handler(({ input, context }) =>
    publish({ input: { ...input, by: context.actor.name }, context }),
  ),
  draw: os.draw.handler(({ input, context }) => enterSeed(context, input)),
  void: os.void.handler(({ input, context }) => voidDraw({ input: { ...input, by: context.actor.name }, context })),
  package: os.package.handler(({ input, context }) => packageFile(context, input.id)),
  result: os.result.handler(({ input, context }) => resultFile(context, input)),
})
