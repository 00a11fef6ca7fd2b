/** Several people at once do whatever may be done to a few records: what must never be is asked of the database. */
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { expect, it } from 'vitest'
import { inContext } from '../../app/parts.ts'
import { testDistrict } from '../../app/testing/founding.ts'
import { cornerShop, shopKeeper, spots } from '../../app/testing/premises.ts'
import { makeWorld } from '../../app/testing/world.ts'
import { settled } from './record.ts'
import { factsOf, type Premises, type PremisesFacts } from './record-contract.ts'
import { decidedOf, recordingOf } from './recording/public.ts'
import { find } from './store.ts'

const world = await makeWorld()
const { XF = '', PCS01 = '', PCS02 = '', JD01 = '' } = world.ids
const { db } = world.parts.database
const people = await Promise.all((['inspector', 'head', 'street', 'officer'] as const).map((name) => world.as(name)))
type Who = (typeof people)[number]
const inspector = people[0] as Who
const sides = [XF, PCS01, JD01, PCS02]
const places = [spots.S1C1, spots.S1C2, spots.S2C1]
const reason = '随机办理'
const since = '2026-05-01'

const acts = ['offer', 'accept', 'return', 'withdraw', 'keep', 'correct', 'locate', 'state', 'merge', 'undo'] as const
const seldom = ['import', 'reassign', 'enter'] as const
interface Step {
  readonly act: (typeof acts)[number] | (typeof seldom)[number]
  readonly by: number
  readonly record: number
  readonly other: number
}
const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...acts) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  ),
  by: fc.nat(people.length - 1),
  record: fc.nat(4),
  other: fc.nat(4),
})
/** What is done at one time by several people, and one such time after another. */
const work = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 20 })

const ids: string[] = []
async function enter(name: string, place: object = spots.S1C1): Promise<void> {
  const facts = { ...cornerShop, ...place, name, kind: 'CARE-CLINIC', beds: 60 }
  ids.push((await inspector.premises.enter({ facts, contacts: shopKeeper })).id)
}
const nth = <T>(list: readonly T[], n: number) => list[n % list.length] as T

/** What is known of a record by whoever acts; with the version as it was a moment ago. */
const seen = async (who: Who, id: string) => (await who.premises.get({ id })) as Premises

const openTransfer = async (id: string) =>
  (await inspector.premises.transfers.list({ premises: [id], state: ['offered'] })).items[0]?.id ?? id

const doing: Readonly<Record<Step['act'], (who: Who, id: string, step: Step) => Promise<unknown>>> = {
  offer: (who, premises, { other }) => who.premises.transfers.offer({ premises, to: nth(sides, other), reason }),
  accept: async (who, id) => who.premises.transfers.accept({ id: await openTransfer(id) }),
  return: async (who, id) => who.premises.transfers.return({ id: await openTransfer(id), reason }),
  withdraw: async (who, id) => who.premises.transfers.withdraw({ id: await openTransfer(id) }),
  keep: (who, id) => who.premises.keep({ id, reason }),
  correct: async (who, id, { other }) => {
    const before = await seen(who, id)
    const beds = before.beds === 60 ? 10 : 60
    const facts: PremisesFacts = { ...factsOf(before), beds, kind: other === 0 ? 'SHOP-STORE' : 'CARE-CLINIC' }
    return who.premises.correct({ id, version: before.version, facts, reason })
  },
  locate: async (who, id, { other }) => {
    const { version } = await seen(who, id)
    return who.premises.locate({ id, version, ...nth(places, other), community: null })
  },
  state: async (who, id, { other }) => {
    const { premises } = who
    return [premises.pause, premises.deregister, premises.reopen, premises.reopen][other % 4]?.({ id, since, reason })
  },
  merge: async (who, id, { other }) => {
    const [keep, drop] = [await seen(who, id), await seen(who, nth(ids, other))]
    const sidesOf = ['name', 'supervisor', 'state', 'beds', 'kind', 'point', 'community', 'station', 'grid', 'list']
    const choices = Object.fromEntries(
      sidesOf.map((field, n) => [field, (other + n) % 2 === 0 ? 'keep' : 'drop'] as const),
    )
    const versions = { keepVersion: keep.version, dropVersion: drop.version }
    return who.premises.twins.merge({ keep: keep.id, drop: drop.id, ...versions, choices, reason })
  },
  undo: async (who, id) => {
    const { items } = await who.premises.twins.merges({ premises: id })
    const last = items.find(({ undoneAt }) => undoneAt === null)
    return who.premises.twins.undo({ id: last?.id ?? id, reason })
  },
  import: async (who, id, { other }) => {
    const { premisesNo, name } = await seen(who, id)
    const csv = `场所编号,名称,床位数,状态\n${premisesNo},${name},${10 + other},在营\n`
    const { imports } = who.premises
    const { file, proposal: profile } = await imports.upload({ file: new File([csv], 'own.csv', { type: 'text/csv' }) })
    const ended = async (run: string) => {
      await expect
        .poll(async () => (await imports.get({ id: run })).state, { timeout: 20_000 })
        .not.toMatch(/waiting|running/)
      return run
    }
    const trial = await ended((await imports.start({ file, profile, dryRun: true, skipBad: false })).id)
    return ended((await imports.approve({ id: trial, skipBad: false, except: [] })).id)
  },
  reassign: (who) => who.premises.reassign({ filter: { q: '诊所' }, to: null, reason }),
  enter: (_who, _id, { other }) => enter(`新诊所${ids.length}`, nth(places, other)),
}

/** True where it was done; a refusal is part of the work, and a fault of ours is none. */
async function went(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    // Two who lock the same in the other order would end here.
    expect([403, 404, 409], message).toContain(status)
    return false
  }
}

const tallied = sql.raw('form, state, kind, tags, street, community, station, supervisor, list, officer')

/** What must not be, by name: each question finds what breaks it. */
const questions = {
  'a supervisor that is none': sql`
    select p.id from premises.premises p left join organisation.body b on b.district = p.district and b.id = p.supervisor
      and b.active and b.kind in ('brigade', 'station', 'street') where b.id is null`,
  'a station that is not the one that supervises': sql`
    select p.id from premises.premises p join organisation.body b on b.district = p.district and b.id = p.supervisor
    where b.kind = 'station' and p.station is distinct from p.supervisor and p.state <> 'merged'`,
  'an open transfer twice, of another body, or of what was merged': sql`
    select p.id from premises.premises p join premises.transfer t on t.district = p.district and t.premises = p.id
    where t.state = 'offered' group by p.id, p.state, p.supervisor
    having count(*) > 1 or p.state = 'merged' or bool_or(t.from_body <> p.supervisor)`,
  'merged into what was merged itself': sql`
    select p.id from premises.premises p join premises.premises k on k.district = p.district and k.id = p.merged_into
    where k.state = 'merged'`,
  'a merged record without exactly one standing merge': sql`
    select p.id from premises.premises p
    left join premises.merge m on m.district = p.district and m.dropped = p.id and m.undone_at is null
    group by p.id, p.state having (p.state = 'merged') <> (count(m.id) = 1)`,
  'a tally that counts otherwise': sql`
    select ${tallied}, located, proposed, hazardous, inspected, sum(n) as n from (
      select ${tallied}, located, proposed, hazardous, inspected, n from premises.tally
      union all
      select ${tallied}, lng is not null, proposed, open_hazards > 0, last_inspected_on is not null, -1 from premises.premises) both_of_them
    group by ${tallied}, located, proposed, hazardous, inspected having sum(n) <> 0`,
}

async function demandSound(): Promise<void> {
  for (const [what, question] of Object.entries(questions)) {
    const { rows } = await question.execute(db)
    expect(rows, what).toEqual([])
  }
  await inContext(world.parts, { district: testDistrict, name: 'test' }, async (context) => {
    const wide = { ...context, actor: { ...context.actor, reach: { district: true, stations: [], communities: [] } } }
    const { settling } = await recordingOf(wide)
    for (const id of ids) {
      const stored = await find(wide, id)
      if (!stored || stored.state === 'merged') continue
      const { criteria, dueBody, list, proposed, station, street, officer } = settled(
        { ...factsOf(stored), premisesNo: stored.premisesNo },
        decidedOf(stored),
        settling,
      )
      expect(stored, id).toMatchObject({ criteria, dueBody, list, proposed, station, street, officer })
    }
  })
}

it('each record has exactly one supervisor, whatever they do and whoever does it at the same time', async () => {
  for (const name of ['甲诊所', '乙诊所', '丙诊所', '丁诊所']) await enter(name)
  await enter('戊诊所', spots.S2C1)
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(work, async (times) => {
      for (const together of times) {
        const asked = together.map(async (one) => {
          if (await went(doing[one.act](nth(people, one.by), nth(ids, one.record), one))) done.add(one.act)
        })
        await Promise.all(asked)
        await demandSound()
      }
    }),
    { numRuns: 8, seed: 119, endOnFailure: true },
  )
  expect([...done].sort()).toEqual([...acts, ...seldom].sort())
}, 240_000)

/** What breaks each of the questions, done past the program. */
const breaks: readonly (readonly [what: keyof typeof questions, how: RawBuilder<unknown>])[] = [
  [
    'a supervisor that is none',
    sql`update organisation.body set active = false where id = (select supervisor from premises.premises limit 1)`,
  ],
  [
    'a station that is not the one that supervises',
    sql`update premises.premises set supervisor = ${PCS01}, station = null where state <> 'merged'`,
  ],
  [
    'an open transfer twice, of another body, or of what was merged',
    sql`insert into premises.transfer (district, premises, from_body, to_body, state, reason, offered_by, offered_at)
      select district, id, ${PCS02}, ${JD01}, 'offered', '', '', now() from premises.premises
      where supervisor <> ${PCS02} and not exists (select from premises.transfer t where t.premises = premises.id) limit 1`,
  ],
  [
    'merged into what was merged itself',
    sql`update premises.premises p set state = 'merged', merged_into = other.id from premises.premises other
      where p.id <> other.id`,
  ],
  [
    'a merged record without exactly one standing merge',
    sql`update premises.premises set state = 'merged', merged_into = id where state <> 'merged'`,
  ],
  ['a tally that counts otherwise', sql`update premises.tally set n = n + 1`],
]

it.each(breaks)('%s would be seen', async (what, how) => {
  await enter('破坏诊所', spots.S2C1)
  const undone = new Error('undone')
  const broken = db.transaction().execute(async (tx) => {
    await how.execute(tx)
    expect((await questions[what].execute(tx)).rows).not.toEqual([])
    throw undone
  })
  await expect(broken).rejects.toBe(undone)
})
