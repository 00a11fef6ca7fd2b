import { describe, expect, it } from 'vitest'
import { inContext } from '../../../app/parts.ts'
import { cornerShop, shopKeeper } from '../../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../../app/testing/world.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { now } from '../../../platform/clock.ts'
import { type Disposal, findHazards } from '../public.ts'
import type { Hazard } from '../record-contract.ts'

const world = await makeWorld()
const officer = await world.as('officer')
const head = await world.as('head')
const inspector = await world.as('inspector')
const { PCS01 = '', XF = '' } = world.ids
const { day } = now()
const year = day.slice(0, 4)
const term = addDays(day, 14)

const shop = await head.premises.enter({ facts: cornerShop, contacts: shopKeeper })
let n = 0
const freshId = () => `01a20b69-0000-7000-8000-${String(++n).padStart(12, '0')}`

async function found(
  disposals: Disposal[],
  by: 'officer' | 'inspector' = 'officer',
  more: Partial<Hazard> = {},
): Promise<Hazard[]> {
  const { rows } = await world.parts.database.pool.query(
    'select id, district from organisation.account where username = $1',
    [by],
  )
  const visit = freshId()
  const own = { district: rows[0].district, account: rows[0].id, name: 'test' }
  const { hazards } = await inContext(world.parts, own, (context) =>
    findHazards(
      context,
      {
        premises: shop.id,
        premisesNo: shop.premisesNo,
        premisesName: shop.name,
        address: shop.address ?? '',
        visit,
        foundAt: context.at.instant,
        inspectedOn: context.at.day,
        body: by === 'officer' ? PCS01 : XF,
        bodyKind: by === 'officer' ? 'station' : 'brigade',
        station: PCS01,
        community: shop.community,
        officer: null,
      },
      disposals.map((disposal) => ({
        disposal,
        finding: {
          id: freshId(),
          item: 'U4',
          conduct: '33-2',
          words: '安全出口被货物堵塞',
          spot: '一层东侧',
          photos: [],
          minor: true,
          serious: more.serious ?? false,
        },
      })),
    ),
  )
  return hazards
}
const ids = (hazards: readonly Hazard[]) => hazards.map(({ id }) => id)
const page = async (id: string, by: Client = officer) =>
  ((await by.papers.document({ id, format: 'html' })).body as File).text()

describe('one notice about several hazards of a visit', () => {
  it('is filled from the records, found at each of them and at the visit, and served with them', async () => {
    const hazards = await found([
      { kind: 'term', term },
      { kind: 'term', term: addDays(term, 7) },
    ])
    const paper = await officer.hazards.papers.issue({
      form: 'orderByTerm',
      hazards: ids(hazards),
      details: { inspectors: ['钱勤', '赵望'] },
    })
    expect(paper).toMatchObject({
      ...{ no: `试公（东街）消限字〔${year}〕第0001号`, partyName: shop.name, premises: shop.id, issuedBy: '钱勤' },
    })
    for (const subject of ids(hazards))
      expect((await head.papers.list({ subjectKind: 'hazard', subject })).items).toMatchObject([{ id: paper.id }])
    const visit = hazards[0]?.visit ?? ''
    expect((await head.papers.list({ subjectKind: 'visit', subject: visit })).items).toMatchObject([{ id: paper.id }])
    const html = await page(paper.id)
    expect(html).toContain('安全出口被货物堵塞（部位：一层东侧）；应当清除占用、堵塞，保持疏散通道、安全出口畅通。')
    expect(html).toMatch(/对第1项于.*日前、对第2项于.*日前/)
    // Issuing leaves serving to be done.
    expect((await officer.hazards.get({ id: ids(hazards)[0] ?? '' })).hazard.servedOn).toBeNull()
    const served = { on: day, mode: 'direct', recipientName: '韩松', witness: null } as const
    const after = await officer.hazards.papers.serve({ paper: paper.id, ...served })
    expect(after.paper.served).toEqual(served)
    for (const { servedOn, serviceMode, recipientName } of after.hazards)
      expect({ servedOn, serviceMode, recipientName }).toEqual({
        ...{ servedOn: day, serviceMode: 'direct', recipientName: '韩松' },
      })
    await expect(officer.hazards.papers.serve({ paper: paper.id, ...served })).rejects.toMatchObject({
      message: 'served-already',
    })
  })
  it('is issued once for a hazard, and anew where it was struck', async () => {
    const hazards = await found([{ kind: 'term', term }])
    const input = { form: 'orderByTerm', hazards: ids(hazards) } as const
    const first = await officer.hazards.papers.issue(input)
    await expect(officer.hazards.papers.issue(input)).rejects.toMatchObject({
      message: 'noticed-already',
      data: { no: first.no },
    })
    await officer.papers.void({ id: first.id, reason: '写错' })
    expect((await officer.hazards.papers.issue(input)).serial).toBe(first.serial + 1)
  })
  it('does not say what was not done', async () => {
    const hazards = await found([{ kind: 'later' }])
    for (const form of ['orderByTerm', 'recheck', 'seriousReport', 'referral'] as const)
      await expect(officer.hazards.papers.issue({ form, hazards: ids(hazards) })).rejects.toMatchObject({
        status: 409,
        message: 'form-does-not-fit',
      })
  })
  it('that the form does not take rolls back, and its number is the next one’s', async () => {
    const hazards = await found([{ kind: 'atOnce' }], 'officer', { serious: true })
    const input = { form: 'seriousReport', hazards: ids(hazards) } as const
    await expect(officer.hazards.papers.issue(input)).rejects.toMatchObject({
      message: 'paper-unsound',
      data: { field: 'danger' },
    })
    const paper = await officer.hazards.papers.issue({ ...input, details: { danger: '人员密集，难以疏散' } })
    expect(paper.serial).toBe(1)
    const html = await page(paper.id)
    expect(html).toContain('东街街道办事处、试验市试验区消防救援大队')
    expect(html).toContain('已责令立即改正。')
  })
  it('of another body is not for this one', async () => {
    const hazards = await found([{ kind: 'term', term }], 'inspector')
    await expect(officer.hazards.papers.issue({ form: 'orderByTerm', hazards: ids(hazards) })).rejects.toMatchObject({
      message: 'of-another-body',
    })
    await expect(officer.hazards.papers.issue({ form: 'orderByTerm', hazards: [freshId()] })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('the papers that follow an order', () => {
  it('cite its number: extension with the term before and after, re-check item by item', async () => {
    const hazards = await found([
      { kind: 'term', term },
      { kind: 'term', term },
    ])
    const notice = await officer.hazards.papers.issue({ form: 'orderByTerm', hazards: ids(hazards) })
    const [first = '', second = ''] = ids(hazards)
    const later = addDays(term, 10)
    await officer.hazards.askExtension({ id: first, on: day, until: later, reason: '设备未到货' })
    await head.hazards.grantExtension({ id: first, reason: '理由成立' })
    const granted = await head.hazards.papers.issue({
      form: 'extensionGranted',
      hazards: [first],
      details: { decision: '理由成立' },
    })
    const text = await page(granted.id)
    expect(text).toContain(notice.no)
    const words = (one: string) => `${Number(one.slice(0, 4))}年${Number(one.slice(5, 7))}月${Number(one.slice(8))}日`
    expect(text).toContain(`由<u>${words(term)}</u>延长至<u>${words(later)}</u>`)
    await officer.hazards.applyForRecheck({ id: second, on: day })
    await officer.hazards.passRecheck({ id: second, on: day })
    const opinion = await officer.hazards.papers.issue({ form: 'recheck', hazards: [second] })
    const said = await page(opinion.id)
    expect(said).toContain(notice.no)
    expect(said).toContain('☑\u00a0已改正')
    expect(said).toContain('☑\u00a0全部改正')
  })
})

describe('what the fire body alone may do', () => {
  it('is issued by it: major hazard and seal, and cites the seal when it is lifted', async () => {
    const [hazard] = await found([{ kind: 'term', term }], 'inspector')
    const id = hazard?.id ?? ''
    await inspector.hazards.determineMajor({ id, element: null, experts: false, reason: '集体研究确定' })
    const major = await inspector.hazards.papers.issue({ form: 'majorOrder', hazards: [id] })
    await inspector.hazards.papers.serve({
      paper: major.id,
      on: day,
      mode: 'left',
      recipientName: null,
      witness: '郑街',
    })
    expect((await inspector.hazards.get({ id })).hazard.majorServedOn).toBe(day)
    await inspector.hazards.seal({ id, until: addDays(day, 20), reason: '可能严重威胁公共安全' })
    const seal = await inspector.hazards.papers.issue({ form: 'seal', hazards: [id], details: { parts: '一层东侧' } })
    await inspector.hazards.release({ id, reason: '已消除' })
    const lifted = await inspector.hazards.papers.issue({
      form: 'release',
      hazards: [id],
      details: { parts: '一层东侧' },
    })
    expect(await page(lifted.id, inspector)).toContain(seal.no)
  })
})
