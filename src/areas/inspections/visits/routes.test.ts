/** Visits over HTTP: submitted whole and once, whatever a device, a clock or the register does meanwhile. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../../app/testing/world.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { PremisesFacts } from '../../premises/record-contract.ts'
import { mostFindings, type VisitFinding, type VisitInput } from './record-contract.ts'
import { aFinding, anAnswer, soundVisit } from './testing.ts'

const world = await makeWorld()
const [officer, head, inspector, leader, sysadmin] = (await Promise.all(
  (['officer', 'head', 'inspector', 'leader', 'sysadmin'] as const).map((name) => world.as(name)),
)) as [Client, Client, Client, Client, Client]
const personOf = async (client: Client) => (await client.organisation.accounts.me()).person
const [officerId, headId, inspectorId] = (await Promise.all([officer, head, inspector].map(personOf))) as [
  string,
  string,
  string,
]
const { PCS01 = '', PCS02 = '', XF = '' } = world.ids
const { submit, check, get, list, counts } = officer.inspections.visits

const minutes = (n: number, from = Date.now()) => new Date(from + n * 60_000).toISOString()
/** The day of a visit that ended just now. */
const today = () => dayOf(minutes(-5))
const newId = () => crypto.randomUUID()
let serial = 0
const place = async (change: Partial<PremisesFacts> = {}) => {
  serial++
  const facts = { ...cornerShop, name: `东街${serial}号店`, address: `柳荫路${serial}号`, ...change }
  return inspector.premises.enter({ facts, contacts: shopKeeper })
}

/** Every item of the place answered with yes, a moment ago, by the officer and the head. */
async function visitTo(premises: string, change: Partial<VisitInput> = {}): Promise<VisitInput> {
  const { checklist, items } = await inspector.inspections.checklists.forPlace({ premises })
  return {
    ...soundVisit,
    id: newId(),
    premises,
    inspectors: [officerId, headId],
    startedAt: minutes(-25),
    endedAt: minutes(-5),
    checklist: checklist?.id ?? null,
    answers: items.map(({ code }) => anAnswer(code)),
    signature: { ...soundVisit.signature, file: null },
    deviceAt: minutes(0),
    ...change,
  }
}
const found = (change: Partial<VisitFinding> = {}) => aFinding(newId(), change)
/** A patrol of the officer, which goes by no list. */
const patrol = (premises: string, change: Partial<VisitInput> = {}) =>
  visitTo(premises, { kind: 'PATROL', checklist: null, answers: [], remarks: '巡查', reason: 'other', ...change })
const png = (last: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, last])
const bring = (by: Client, bytes = png(1)) =>
  by.inspections.visits.bringFile({ file: new File([bytes], '现场.png', { type: 'image/png' }) })

describe('a visit', () => {
  it('is taken in whole: what it says, its hazards with their next duty, the place’s last inspection, the ledger', async () => {
    const { id: premises, dueMonths } = await place()
    const { file } = await bring(officer)
    const term = addDays(today(), 15)
    const findings = [
      found({ item: 'U4e', disposal: 'term', term, photos: [file] }),
      found({ conduct: '33-2', words: '安全出口上锁' }),
      found({ conduct: '33-O', words: '未经检查开业', disposal: 'later' }),
      found({ minor: true, disposal: 'spot', photosAfter: [file] }),
    ]
    const input = await visitTo(premises, { findings, photos: [file] })
    const answers = input.answers.map((one) => (one.item === 'U4e' ? { ...one, answer: 'no' as const } : one))
    const { visit, found: hazards } = await submit({ ...input, answers })
    expect(visit).toMatchObject({
      ...{ id: input.id, premises, body: PCS01, station: PCS01, inspectorNames: ['钱勤', '赵望'], hazards: 4 },
      ...{ marks: [], correctedBy: null, submittedBy: '钱勤', visitedOn: today() },
    })
    expect(hazards).toHaveLength(4)
    expect(hazards.find(({ order }) => order === 'term')).toMatchObject({
      ...{ state: 'ordered', term, visit: visit.id, body: PCS01, photos: [file], item: 'U4e' },
      next: { duty: 'serve-notice', law: '120-19' },
    })
    expect(hazards.find(({ conduct }) => conduct === '33-2')).toMatchObject({ next: { duty: 'serve-at-once' } })
    expect(hazards.find(({ conduct }) => conduct === '33-O')).toMatchObject({
      ...{ state: 'found', referTo: 'brigade', next: { duty: 'refer', law: '120-33' } },
    })
    expect(hazards.find(({ order }) => order === 'spot')).toMatchObject({ state: 'closed', next: null })
    expect(await officer.premises.get({ id: premises })).toMatchObject({
      ...{ lastInspectedOn: today(), openHazards: 3, dueMonths },
    })
    expect(await get({ id: visit.id })).toMatchObject({ visit: { id: visit.id, answers }, rechecked: [] })
    const { rows } = await sql<{ act: string; actorName: string }>`
      select act, actor_name from platform.ledger_entry where subject = ${visit.id}`.execute(world.parts.database.db)
    expect(rows).toEqual([{ act: 'visit.submit', actorName: '钱勤' }])
    const { rows: told } = await sql<{ n: number }>`
      select count(*)::int as n from platform.ledger_entry where act = 'hazard.find' and subject = any(${hazards.map(({ id }) => id)})`.execute(
      world.parts.database.db,
    )
    expect(told).toEqual([{ n: 4 }])
  })

  it('is one, however often it is submitted, from whichever device, at once or later', async () => {
    const { id: premises } = await place()
    const input = await visitTo(premises, { findings: [found()] })
    const answers = await Promise.all([
      submit(input),
      submit(input),
      // Another device of the same officer, with a clock of its own.
      submit({ ...input, deviceAt: minutes(0.2) }),
    ])
    const late = await submit({ ...input, deviceAt: null })
    for (const one of [...answers, late])
      expect(one).toMatchObject({ visit: { id: input.id }, found: [{ visit: input.id }] })
    expect(await counts({ premises: [premises] })).toEqual({ visits: 1, premises: 1, hazards: 1 })
    expect(await officer.premises.get({ id: premises })).toMatchObject({ openHazards: 1 })
  })

  it('the last one that the yearly cap allows is one too, when it comes twice at once', async () => {
    const { id: premises } = await place()
    for (let i = 0; i < 3; i++) await submit(await visitTo(premises))
    const input = await visitTo(premises)
    await Promise.all([submit(input), submit(input), submit(input)])
    await expect(submit(await visitTo(premises))).rejects.toMatchObject({
      message: 'visit-unsound',
      data: { faults: [{ at: 'reasonWords', rule: 'beyond-cap' }] },
    })
    const { visit } = await submit(await visitTo(premises, { reasonWords: '节前专项检查' }))
    expect(visit.marks).toEqual(['alike', 'beyond-cap'])
  })

  it('an id that says something else, or comes from somebody else, is refused', async () => {
    const { id: premises } = await place()
    const input = await visitTo(premises)
    await submit(input)
    await expect(submit({ ...input, remarks: '另有情况' })).rejects.toMatchObject({
      ...{ status: 409, message: 'visit-differs' },
    })
    await expect(head.inspections.visits.submit(input)).rejects.toMatchObject({ message: 'visit-differs' })
    expect((await get({ id: input.id })).visit.remarks).toBeNull()
  })

  it('two ids that say the same are two visits, and marked', async () => {
    const { id: premises } = await place()
    const input = await visitTo(premises)
    await submit(input)
    const { visit } = await submit({ ...input, id: newId() })
    expect(visit.marks).toEqual(['alike'])
    expect((await list({ premises: [premises], mark: ['alike'] })).items.map(({ id }) => id)).toEqual([visit.id])
  })

  it('names every fault by its place, and writes nothing', async () => {
    const { id: premises } = await place()
    const input = await visitTo(premises)
    const bad = { ...input, inspectors: [officerId], answers: input.answers.slice(1), endedAt: minutes(90) }
    const [first] = input.answers
    const faults = [
      { at: 'endedAt', rule: 'in-the-future', weight: 'fault' },
      { at: 'inspectors', rule: 'too-few-inspectors', weight: 'fault' },
      { at: `items.${first?.item}`, rule: 'item-unanswered', weight: 'fault' },
    ]
    await expect(submit(bad)).rejects.toMatchObject({ status: 409, message: 'visit-unsound', data: { faults } })
    expect((await check(bad)).faults).toEqual(expect.arrayContaining(faults))
    await expect(submit(await visitTo(premises, { inspectors: [officerId, newId()] }))).rejects.toMatchObject({
      data: { faults: [{ at: 'inspectors', rule: 'unknown-inspector' }] },
    })
    await expect(submit(await visitTo(premises, { kind: 'DANCE' }))).rejects.toMatchObject({
      message: 'unknown-visit-kind',
    })
    expect(await counts({ premises: [premises] })).toMatchObject({ visits: 0 })
  })

  it('takes 200 findings, and no more', async () => {
    const { id: premises } = await place()
    const many = (n: number) => Array.from({ length: n }, () => found({ conduct: 'OTHER', words: '线路未穿管' }))
    await expect(submit(await visitTo(premises, { findings: many(mostFindings + 1) }))).rejects.toMatchObject({
      status: 400,
    })
    const { found: hazards } = await submit(await visitTo(premises, { findings: many(mostFindings) }))
    expect(hazards).toHaveLength(200)
    expect(await officer.premises.get({ id: premises })).toMatchObject({ openHazards: 200 })
  })

  it('a term on 30 February is no day', async () => {
    const { id: premises } = await place()
    const findings = [found({ disposal: 'term', term: '2027-02-30' })]
    await expect(submit(await visitTo(premises, { findings }))).rejects.toMatchObject({ status: 400 })
  })

  it('cannot be changed or taken out, not even with the database’s password', async () => {
    const { id: premises } = await place()
    const { visit } = await submit(await visitTo(premises))
    const { db } = world.parts.database
    for (const statement of [
      sql`update inspections.visit set remarks = '无' where id = ${visit.id}`,
      sql`delete from inspections.visit where id = ${visit.id}`,
      sql`truncate inspections.visit`,
    ])
      await expect(statement.execute(db)).rejects.toThrow('a visit is never changed')
  })
})

it('goes by a checklist for objects like the place', async () => {
  const { id: premises } = await place()
  const { items } = await inspector.inspections.checklists.list({})
  const other = items.find(({ forms, state }) => state === 'issued' && !forms.includes('unit'))
  const answers = (other?.items ?? []).map(({ code }) => anAnswer(code))
  const input = await visitTo(premises, { checklist: other?.id ?? null, answers })
  await expect(submit(input)).rejects.toMatchObject({
    ...{ message: 'visit-unsound', data: { faults: [{ at: 'checklist', rule: 'another-checklist' }] } },
  })
})

describe('time', () => {
  it('a device one day ahead: the visit is where the server’s clock has it, and marked', async () => {
    const { id: premises } = await place()
    const day = 24 * 60
    const said = { startedAt: minutes(day - 25), endedAt: minutes(day - 5), deviceAt: minutes(day) }
    const { visit } = await submit(await visitTo(premises, said))
    expect(visit).toMatchObject({ visitedOn: dayOf(minutes(-5)), saidStartedAt: said.startedAt, marks: ['clock-off'] })
    expect(Math.abs(Date.parse(visit.startedAt) - Date.parse(minutes(-25)))).toBeLessThan(30_000)
  })

  it('one whose clock is not told of is refused where it lies ahead', async () => {
    const { id: premises } = await place()
    const ahead = { startedAt: minutes(60), endedAt: minutes(90), deviceAt: null }
    await expect(submit(await visitTo(premises, ahead))).rejects.toMatchObject({
      data: { faults: [{ at: 'endedAt', rule: 'in-the-future' }] },
    })
  })

  it('an older visit that comes late is marked and does not set the last inspection back', async () => {
    const { id: premises } = await place()
    await submit(await visitTo(premises))
    const old = minutes(-60 * 24 * 40)
    const { visit } = await submit(await visitTo(premises, { startedAt: old, endedAt: minutes(20, Date.parse(old)) }))
    expect(visit.marks).toEqual(['late-entry'])
    expect(await officer.premises.get({ id: premises })).toMatchObject({ lastInspectedOn: today() })
  })

  it('guidance is no inspection: it leaves the last one as it is', async () => {
    const { id: premises } = await place()
    const before = await officer.premises.get({ id: premises })
    await submit(await patrol(premises, { kind: 'GUIDE', guidance: '讲解报警方法' }))
    const after = await officer.premises.get({ id: premises })
    expect([after.lastInspectedOn, after.dueOn]).toEqual([before.lastInspectedOn, before.dueOn])
  })
})

describe('the register meanwhile', () => {
  it('a place that was merged: the visit is to the record that it became', async () => {
    const kept = await place()
    const gone = await place()
    await inspector.premises.twins.merge({
      ...{ keep: kept.id, drop: gone.id, keepVersion: kept.version, dropVersion: gone.version },
      ...{ choices: { name: 'keep', address: 'keep' }, reason: '同一家' },
    })
    const { visit } = await submit(await visitTo(kept.id, { premises: gone.id, findings: [found()] }))
    expect(visit).toMatchObject({ premises: kept.id, premisesName: kept.name, marks: ['merged'] })
    expect(await officer.premises.get({ id: kept.id })).toMatchObject({ lastInspectedOn: today(), openHazards: 1 })
  })

  it('a place that was closed: the visit was made, and is marked', async () => {
    const { id } = await place()
    const input = await visitTo(id)
    await inspector.premises.deregister({ id, since: today(), reason: '已停办' })
    expect((await submit(input)).visit.marks).toEqual(['closed'])
  })

  it('an officer who has changed station since: the visit is the former station’s', async () => {
    const { id: premises } = await place()
    const input = await patrol(premises, { inspectors: [officerId], findings: [found()] })
    const { posts } = await sysadmin.organisation.body({ id: PCS02 })
    const post = posts[0] ?? (await sysadmin.organisation.createPost({ body: PCS02, name: '社区民警' }))
    const move = async (to: string) => {
      const [person] = (await sysadmin.organisation.people({ id: officerId })).items
      if (!person) throw new Error('nobody')
      const { name, active, version } = person
      await sysadmin.organisation.savePerson({ id: officerId, name, active, version, post: to })
      return person.post
    }
    const home = await move(post.id)
    try {
      const { visit, found: hazards } = await submit(input)
      expect(visit).toMatchObject({ body: PCS01, marks: ['moved-on'] })
      expect(hazards).toMatchObject([{ body: PCS01, bodyKind: 'station' }])
      // Sent again by the device: the same answer, though the place is out of reach by now.
      expect(await submit(input)).toMatchObject({ visit: { id: input.id } })
      await expect(get({ id: visit.id })).rejects.toMatchObject({ status: 404 })
      const since = { startedAt: minutes(0), endedAt: minutes(0.1), deviceAt: null }
      await expect(submit(await patrol(premises, { inspectors: [officerId], ...since }))).rejects.toMatchObject({
        status: 404,
      })
    } finally {
      await move(home)
    }
  })
})

describe('pictures', () => {
  it('what is none is refused, whatever it is called', async () => {
    const text = new TextEncoder().encode('<script>alert(1)</script>')
    await expect(bring(officer, text)).rejects.toMatchObject({ status: 409, message: 'not-a-picture' })
  })

  it('somebody else’s and one that never was are put on no visit', async () => {
    const { id: premises } = await place()
    const { file } = await bring(head, png(7))
    for (const photo of [file, newId()]) {
      const findings = [found({ photos: [photo] })]
      await expect(submit(await visitTo(premises, { findings }))).rejects.toMatchObject({
        ...{ message: 'strange-pictures', data: { pictures: [photo] } },
      })
    }
  })

  it('are seen by whoever sees the visit, and by nobody else', async () => {
    const { id: premises } = await place()
    const { file } = await bring(officer, png(9))
    await submit(await visitTo(premises, { photos: [file] }))
    const status = async (name: 'head' | 'leader' | 'street' | 'sysadmin') =>
      (
        await fetch(`${world.url}/api/inspections/visits/files/${file}`, {
          headers: { cookie: await world.cookieOf(name), 'x-shouwang': '1' },
        })
      ).status
    expect(await Promise.all((['head', 'leader', 'sysadmin'] as const).map(status))).toEqual([200, 200, 403])
    const stranger = await bring(inspector, png(11))
    await expect(officer.inspections.visits.file({ id: stranger.file })).rejects.toMatchObject({ status: 404 })
  })
})

describe('hazards seen again', () => {
  const again = (hazard: string, corrected: boolean) => ({ hazard, corrected, words: null, photos: [] })
  const recheck = (premises: string, hazard: string, corrected: boolean, change: Partial<VisitInput> = {}) =>
    visitTo(premises, {
      ...{ kind: 'RECHECK', checklist: null, answers: [], rechecks: [again(hazard, corrected)], ...change },
    })
  /** A place with a hazard that is to be put right within 15 days. */
  async function ordered() {
    const { id: premises } = await place()
    const findings = [found({ disposal: 'term', term: addDays(today(), 15) })]
    const { found: hazards } = await submit(await visitTo(premises, { findings }))
    return { premises, hazard: hazards[0]?.id ?? '' }
  }

  it('put right before the term is closed, and counted at the place', async () => {
    const { premises, hazard } = await ordered()
    const { visit, rechecked } = await submit(await recheck(premises, hazard, true))
    expect(rechecked).toMatchObject([{ id: hazard, state: 'closed', recheckVisit: visit.id, next: null }])
    expect(await officer.premises.get({ id: premises })).toMatchObject({ openHazards: 0 })
    await expect(submit(await recheck(premises, hazard, true))).rejects.toMatchObject({ message: 'act-not-allowed' })
  })

  it('not put right before the term, without an application: nothing can be decided, and nothing is written', async () => {
    const { premises, hazard } = await ordered()
    const input = await recheck(premises, hazard, false)
    await expect(submit(input)).rejects.toMatchObject({ status: 409, message: 'not-applied', data: { law: '120-20' } })
    await expect(get({ id: input.id })).rejects.toMatchObject({ status: 404 })
    await officer.hazards.applyForRecheck({ id: hazard, on: today() })
    expect((await submit(input)).rechecked).toMatchObject([{ state: 'ordered', recheckedOn: today() }])
  })

  it('another body’s hazard, and one of another place, are not seen again', async () => {
    const { premises, hazard } = await ordered()
    const brigade = await inspector.organisation.people({ body: XF, limit: 2 })
    const inspectors = [inspectorId, brigade.items.find(({ id }) => id !== inspectorId)?.id ?? '']
    await expect(
      inspector.inspections.visits.submit(await recheck(premises, hazard, true, { inspectors })),
    ).rejects.toMatchObject({ message: 'of-another-body' })
    const elsewhere = await place()
    await expect(submit(await recheck(elsewhere.id, hazard, true))).rejects.toMatchObject({ status: 404 })
  })

  it('two re-checks at once: one closes it, the other is told', async () => {
    const { premises, hazard } = await ordered()
    const inputs = [await recheck(premises, hazard, true), await recheck(premises, hazard, true)]
    const answers = await Promise.allSettled([
      submit(inputs[0] as VisitInput),
      head.inspections.visits.submit(inputs[1] as VisitInput),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await officer.premises.get({ id: premises })).toMatchObject({ openHazards: 0 })
  })
})

describe('a correction', () => {
  it('cites the visit, leaves it as it is, and counts neither towards the cap nor as much alike', async () => {
    const { id: premises } = await place()
    const first = await submit(await visitTo(premises, { remarks: '二楼未查' }))
    const input = await visitTo(premises, { remarks: '二楼已查', corrects: first.visit.id })
    const { visit } = await submit(input)
    expect(visit).toMatchObject({ corrects: first.visit.id, marks: [], dueOn: first.visit.dueOn })
    expect((await get({ id: first.visit.id })).visit).toMatchObject({ remarks: '二楼未查', correctedBy: visit.id })
    expect((await list({ premises: [premises] })).items.map(({ correctedBy }) => correctedBy)).toContain(visit.id)
    // Sent again, it is still the one correction.
    expect(await submit(input)).toMatchObject({ visit: { id: visit.id } })
  })

  it('need not find again what its visit found: those hazards stand', async () => {
    const { id: premises } = await place()
    const said = (visit: VisitInput): VisitInput => ({
      ...visit,
      answers: visit.answers.map((one) => (one.item === 'U4e' ? { ...one, answer: 'no' as const } : one)),
    })
    const first = await submit(said(await visitTo(premises, { findings: [found({ item: 'U4e' })] })))
    await submit(said(await visitTo(premises, { corrects: first.visit.id })))
    expect(await counts({ premises: [premises] })).toMatchObject({ visits: 2, hazards: 1 })
    expect(await officer.premises.get({ id: premises })).toMatchObject({ openHazards: 1 })
  })

  it('shows again the pictures of the visit, whoever brought them', async () => {
    const { id: premises } = await place()
    const { file } = await bring(officer, png(13))
    const first = await submit(await visitTo(premises, { photos: [file] }))
    const again = await visitTo(premises, { photos: [file], corrects: first.visit.id })
    expect((await head.inspections.visits.submit(again)).visit.photos).toEqual([file])
    await expect(head.inspections.visits.submit(await visitTo(premises, { photos: [file] }))).rejects.toMatchObject({
      message: 'strange-pictures',
    })
  })

  it('is made once, at the same place; the correction may be corrected in turn', async () => {
    const { id: premises } = await place()
    const { visit } = await submit(await visitTo(premises))
    const corrected = await submit(await visitTo(premises, { corrects: visit.id }))
    await expect(submit(await visitTo(premises, { corrects: visit.id }))).rejects.toMatchObject({
      ...{ message: 'corrected-already', data: { by: corrected.visit.id } },
    })
    const elsewhere = await place()
    await expect(submit(await visitTo(elsewhere.id, { corrects: corrected.visit.id }))).rejects.toMatchObject({
      message: 'corrects-another-place',
    })
    await expect(submit(await visitTo(premises, { corrects: newId() }))).rejects.toMatchObject({ status: 404 })
    expect((await submit(await visitTo(premises, { corrects: corrected.visit.id }))).visit.marks).toEqual([])
  })

  it('two corrections at once: one is made', async () => {
    const { id: premises } = await place()
    const { visit } = await submit(await visitTo(premises))
    const inputs = await Promise.all([1, 2, 3].map(() => visitTo(premises, { corrects: visit.id })))
    const answers = await Promise.allSettled(inputs.map((input) => submit(input)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of answers)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ message: 'corrected-already' })
  })
})

describe('reach', () => {
  it('a station sees the visits of its ground and its own, the brigade all of them', async () => {
    const west = await place(spots.S2C1)
    const brigade = await inspector.organisation.people({ body: XF, limit: 2 })
    const inspectors = brigade.items.map(({ id }) => id)
    const input = await visitTo(west.id, { inspectors })
    const { visit } = await inspector.inspections.visits.submit(input)
    for (const client of [officer, head])
      await expect(client.inspections.visits.get({ id: visit.id })).rejects.toMatchObject({ status: 404 })
    expect((await list({ premises: [west.id] })).items).toEqual([])
    expect((await leader.inspections.visits.list({ premises: [west.id] })).items).toHaveLength(1)
    await expect(submit(await patrol(west.id, { inspectors: [officerId] }))).rejects.toMatchObject({ status: 404 })
    await expect(leader.inspections.visits.submit(input)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the list', () => {
  it('finds by kind, day, inspector, what was found and words, and counts what it finds', async () => {
    const shop = await place({ name: '麒麟五金' })
    await submit(await visitTo(shop.id, { findings: [found(), found()] }))
    await submit(await patrol(shop.id, { inspectors: [officerId] }))
    const asked = { q: '麒麟五金' }
    expect(await counts(asked)).toEqual({ visits: 2, premises: 1, hazards: 2 })
    expect((await list({ ...asked, kind: ['PATROL'] })).items).toMatchObject([{ kind: 'PATROL', hazards: 0 }])
    expect((await list({ ...asked, found: 'true' })).items).toMatchObject([{ kind: 'SUP', hazards: 2 }])
    expect((await list({ ...asked, inspector: [headId] })).items).toHaveLength(1)
    expect((await list({ ...asked, until: addDays(today(), -1) })).items).toEqual([])
    const first = await list({ ...asked, limit: 1 })
    const second = await list({ ...asked, limit: 1, after: first.next ?? '' })
    expect([first.items[0]?.id, second.items[0]?.id].filter(Boolean)).toHaveLength(2)
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id)
    expect(second.next).toBeNull()
  })

  it('goes out as a file in Chinese words, and the ledger says so', async () => {
    const shop = await place({ name: '出档商店' })
    await submit(await visitTo(shop.id))
    const answer = await fetch(`${world.url}/api/inspections/visits/export?format=csv&q=出档商店`, {
      headers: { cookie: await world.cookieOf('head'), 'x-shouwang': '1' },
    })
    const text = await answer.text()
    expect(text).toContain('检查日期')
    expect(text).toContain('监督检查')
    expect(text).toContain('东街派出所')
    expect(text.trim().split(/\r?\n/)).toHaveLength(2)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from platform.ledger_entry where act = 'visit.export'`.execute(world.parts.database.db)
    expect(rows).toEqual([{ n: 1 }])
  })
})
