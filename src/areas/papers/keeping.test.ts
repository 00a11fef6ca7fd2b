import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper } from '../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../app/testing/world.ts'
import { now } from '../../platform/clock.ts'
import { samples } from './samples.ts'

const world = await makeWorld()
const officer = await world.as('officer')
const head = await world.as('head')
const inspector = await world.as('inspector')
const leader = await world.as('leader')
const { PCS01 = '', PCS02 = '', XF = '' } = world.ids
const year = now().day.slice(0, 4)
const reason = '按省级文书式样调整'
const values = samples.recheck as Record<string, unknown>
const shop = await head.premises.enter({ facts: cornerShop, contacts: shopKeeper })
const issue = (by: Client = officer) => by.papers.issue({ form: 'recheck', premises: shop.id, values })
const seriesOf = async (by: Client, body: string) =>
  (await by.papers.series.list({})).items.find((one) => one.body === body)
const texts = {
  title: '复查意见书',
  opening: '{we}于{recheckedDay}对{partyName}复查：',
}

describe('numbers', () => {
  it('are seen by one’s own body, and all by who reaches the district', async () => {
    expect((await officer.papers.series.list({})).items.map(({ body }) => body)).toEqual([PCS01])
    expect((await leader.papers.series.list({})).items.length).toBeGreaterThan(3)
    expect(await seriesOf(officer, PCS01)).toMatchObject({ mine: false, usual: true })
    expect(await seriesOf(head, PCS01)).toMatchObject({ mine: true })
  })
  it('leave out what a body has no power to issue', async () => {
    const forms = (await seriesOf(head, PCS01))?.series.map(({ form }) => form)
    expect(forms).toContain('orderByTerm')
    expect(forms).not.toContain('seal')
    expect((await seriesOf(inspector, XF))?.series.map(({ form }) => form)).toContain('seal')
  })
  it('follow the pattern that the head sets, from the next paper on', async () => {
    const first = await issue()
    const pattern = '{organ}消复〔{year}〕{serial}号'
    const after = await head.papers.series.set({ body: PCS01, form: 'recheck', pattern })
    expect(after.series.find(({ form }) => form === 'recheck')).toMatchObject({
      pattern,
      usual: false,
      last: first.serial,
    })
    expect(await issue()).toMatchObject({ no: `试公消复〔${year}〕0002号`, serial: first.serial + 1 })
    expect((await head.papers.get({ id: first.id })).paper.no).toBe(first.no)
    await head.papers.series.set({ body: PCS01, form: 'recheck', pattern: '' })
    expect((await issue()).no).toBe(`试公（东街）消复字〔${year}〕第0003号`)
  })
  it.each([
    ['{organ}〔{year}〕第号', 'pattern-wants'],
    ['{organ}{vord}〔{year}〕第{serial}号', 'unknown-field'],
    ['{organ}{station}消即字〔{year}〕第{serial}号', 'same-numbers'],
  ])('are refused as %s', async (pattern, rule) =>
    expect(head.papers.series.set({ body: PCS01, form: 'recheck', pattern })).rejects.toMatchObject({
      status: 409,
      message: rule,
    }),
  )
  it('of another body are not one’s own to set', async () => {
    const input = { body: PCS02, form: 'recheck', pattern: '〔{year}〕{serial}' } as const
    await expect(head.papers.series.set(input)).rejects.toMatchObject({ status: 404 })
    await expect(officer.papers.series.set({ ...input, body: PCS01 })).rejects.toMatchObject({ status: 403 })
    expect(await inspector.papers.series.set(input)).toMatchObject({ body: PCS02 })
  })
  it('carry the marks of the letterhead, and no two bodies have the same', async () => {
    const known = await seriesOf(head, PCS01)
    if (!known) throw new Error('no series')
    const letterhead = { ...known.letterhead, fullName: '试验市公安局东街派出所', station: '（东）' }
    expect(await head.papers.series.setLetterhead({ body: PCS01, ...letterhead })).toMatchObject({
      letterhead,
      usual: false,
    })
    expect(await issue()).toMatchObject({ no: `试公（东）消复字〔${year}〕第0004号`, letterhead })
    await expect(
      head.papers.series.setLetterhead({ body: PCS01, ...letterhead, station: '（西街）' }),
    ).rejects.toMatchObject({ message: 'same-numbers', data: { with: '西街派出所' } })
  })
})

describe('texts', () => {
  it('are the district’s: the brigade drafts them, and papers follow once they are in force', async () => {
    const before = await issue()
    await expect(head.papers.templates.draft({ form: 'recheck', texts, version: null })).rejects.toMatchObject({
      message: 'texts-of-the-district',
    })
    const draft = await inspector.papers.templates.draft({ form: 'recheck', texts, version: null })
    expect(draft).toMatchObject({ edition: 2, state: 'draft', shipped: false })
    expect((await issue()).edition).toBe(1)
    expect(await inspector.papers.templates.putInForce({ form: 'recheck', reason })).toMatchObject({
      ...{ edition: 2, state: 'inForce', changedBy: '周巡安' },
    })
    const after = await issue()
    expect(after.edition).toBe(2)
    const page = async (id: string) => ((await head.papers.document({ id, format: 'html' })).body as File).text()
    expect(await page(after.id)).toMatch(/我所于<u>2026年12月4日<\/u>对<u>××商店<\/u>复查：/)
    // What was issued by the edition before stays as it was.
    expect(await page(before.id)).toContain('现提出复查意见如下')
  })
  it('with an unknown field are refused by its name and where it stands', async () => {
    const wrong = { ...texts, notes: '说明\n见{premisesNmae}。' }
    await expect(
      inspector.papers.templates.draft({ form: 'recheck', texts: wrong, version: null }),
    ).rejects.toMatchObject({
      status: 409,
      message: 'unknown-field',
      data: { field: 'premisesNmae', part: 'notes', line: 2, column: 2 },
    })
    await expect(officer.papers.preview({ form: 'recheck', texts: wrong })).rejects.toMatchObject({
      message: 'unknown-field',
    })
  })
  it('that two people draft at once do not cross', async () => {
    const first = await inspector.papers.templates.draft({
      form: 'seal',
      texts: { title: '临时查封决定书' },
      version: null,
    })
    await expect(
      inspector.papers.templates.draft({ form: 'seal', texts: { title: '查封决定书' }, version: null }),
    ).rejects.toMatchObject({ message: 'moved-meanwhile' })
    await inspector.papers.templates.draft({ form: 'seal', texts: { title: '查封决定书' }, version: first.version })
    await inspector.papers.templates.discard({ form: 'seal' })
    const { items } = await head.papers.templates.list({ form: 'seal' })
    expect(items.map(({ state }) => state)).toEqual(['inForce'])
    await expect(inspector.papers.templates.putInForce({ form: 'seal', reason })).rejects.toMatchObject({ status: 404 })
  })
  it('are listed for each form, as the program ships them', async () => {
    const { items } = await officer.papers.templates.list({})
    expect(new Set(items.map(({ form }) => form)).size).toBe(14)
    expect(items.find(({ form }) => form === 'referral')).toMatchObject({ shipped: true, state: 'inForce', edition: 1 })
  })
})

describe('a preview', () => {
  it('shows the form filled in, and writes nothing', async () => {
    const count = async () => (await world.parts.database.pool.query('select count(*) from papers.paper')).rows[0].count
    const before = await count()
    const { html } = await officer.papers.preview({ form: 'orderByTerm' })
    expect(html).toContain('（样张）')
    expect(html).toContain('责令限期改正通知书')
    expect(html).toContain('（编号于签发时取得）')
    const told = await officer.papers.preview({ form: 'recheck', values })
    expect(told.html).toContain('（预览）')
    expect(await count()).toBe(before)
  })
  it('of what is not filled in names the field', async () =>
    expect(officer.papers.preview({ form: 'recheck', values: { ...values, items: [] } })).rejects.toMatchObject({
      message: 'paper-unsound',
      data: { field: 'items' },
    }))
  it('serves those whose body issues nothing', async () =>
    expect((await leader.papers.preview({ form: 'recheck' })).html).toContain('（签发机关全称）'))
})
