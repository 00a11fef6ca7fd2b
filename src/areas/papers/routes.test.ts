import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { inContext } from '../../app/parts.ts'
import { cornerShop, shopKeeper, spots } from '../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../app/testing/world.ts'
import { now } from '../../platform/clock.ts'
import { type Issue, issuePaper } from './public.ts'
import type { FormKey } from './record-contract.ts'
import { samples } from './samples.ts'

const world = await makeWorld()
const officer = await world.as('officer')
const head = await world.as('head')
const inspector = await world.as('inspector')
const street = await world.as('street')
const planner = await world.as('planner')
const { PCS01 = '', XF = '' } = world.ids
const { day } = now()
const year = Number(day.slice(0, 4))

const shop = await head.premises.enter({ facts: cornerShop, contacts: shopKeeper })
const other = await inspector.premises.enter({
  facts: { ...cornerShop, ...spots.S2C1, name: '麦田小店', address: '试验市试验区麦田路3号' },
  contacts: shopKeeper,
})
const visit = '01a20b69-0000-7000-8000-0000000000aa'
const issue = (form: FormKey, by: Client = officer, premises = shop.id) =>
  by.papers.issue({ form, premises, values: samples[form] as Record<string, unknown> })
/** As another area issues one about its own record. */
async function issuedBy(username: string, order: Issue, after: () => void = () => undefined) {
  const { rows } = await world.parts.database.pool.query(
    'select id, district from organisation.account where username = $1',
    [username],
  )
  return inContext(world.parts, { district: rows[0].district, account: rows[0].id, name: 'test' }, async (context) => {
    const paper = await issuePaper(context, order)
    after()
    return paper
  })
}

const page = async (id: string, by: Client = head, copy?: number) =>
  ((await by.papers.document({ id, format: 'html', ...(copy ? { copy } : {}) })).body as File).text()

const png = new File(
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0])],
  '签收件.png',
  { type: 'image/png' },
)

describe('a paper', () => {
  it('takes the next number, its body’s name in full, and stays as it was filled in', async () => {
    const first = await issue('recheck')
    expect(first).toMatchObject({
      no: `试公（东街）消复字〔${year}〕第0001号`,
      ...{ year, serial: 1, body: PCS01, bodyKind: 'station', state: 'issued', served: null, edition: 1 },
      ...{ title: '复查意见书', partyName: '××商店', issuedBy: '钱勤', premises: shop.id, station: PCS01 },
      letterhead: { fullName: '试验市公安局试验分局东街派出所' },
    })
    expect(await issue('recheck')).toMatchObject({ serial: 2, no: `试公（东街）消复字〔${year}〕第0002号` })
    const { paper, about } = await head.papers.get({ id: first.id })
    expect(paper).toEqual(first)
    expect(about).toEqual([{ kind: 'premises', id: shop.id }])
  })
  it('that is not filled in as its form wants is refused by the field, and takes no number', async () => {
    const before = await issue('extensionGranted')
    const values = { ...samples.extensionGranted, newTerm: '2026-02-30' }
    await expect(officer.papers.issue({ form: 'extensionGranted', premises: shop.id, values })).rejects.toMatchObject({
      status: 409,
      message: 'paper-unsound',
      data: { field: 'newTerm' },
    })
    expect((await issue('extensionGranted')).serial).toBe(before.serial + 1)
  })
  it('that a station has no power to issue is refused to it, and the brigade’s to issue (令第120号第二十二条)', async () => {
    for (const form of ['seal', 'release', 'majorOrder'] as const) {
      await expect(issue(form, head)).rejects.toMatchObject({ status: 409, message: 'no-power' })
      await expect(issue(form, street)).rejects.toMatchObject({ status: 409, message: 'no-power' })
      expect(await issue(form, inspector)).toMatchObject({ body: XF, bodyKind: 'brigade' })
    }
  })
  it('about a place beyond the reach is about none', async () => {
    await expect(issue('recheck', officer, other.id)).rejects.toMatchObject({ status: 404 })
    const { id } = await issue('recheck', inspector, other.id)
    await expect(officer.papers.get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(officer.papers.document({ id, format: 'html' })).rejects.toMatchObject({ status: 404 })
    const seen = await officer.papers.list({ limit: 200 })
    expect(seen.items.map((paper) => paper.id)).not.toContain(id)
  })
  it('of another body on one’s own ground is seen, and not acted on', async () => {
    const { id } = await issue('seal', inspector)
    expect((await officer.papers.get({ id })).paper.body).toBe(XF)
    await expect(officer.papers.void({ id, reason: '写错了' })).rejects.toMatchObject({ message: 'of-another-body' })
  })
})

describe('a paper is found', () => {
  it('by its record, its number, its form, its state and its days', async () => {
    const subject = { kind: 'complaint', id: '01a20b69-0000-7000-8000-0000000000bb' }
    const paper = await issuedBy('officer', { form: 'complaint', subject, premises: null, values: samples.complaint })
    const found = async (filter: Parameters<Client['papers']['list']>[0]) =>
      (await head.papers.list(filter)).items.map(({ id }) => id)
    expect(await found({ subjectKind: 'complaint', subject: subject.id })).toEqual([paper.id])
    expect(await found({ subjectKind: 'hazard', subject: subject.id })).toEqual([])
    expect(await found({ no: paper.no })).toEqual([paper.id])
    expect(await found({ q: '消举字', form: ['complaint'], state: ['issued'], served: 'false' })).toContain(paper.id)
    expect(await found({ from: day, until: day, form: ['complaint'] })).toContain(paper.id)
    expect(await found({ until: '2020-01-01' })).toEqual([])
  })
  it('page by page, each once', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const some: Awaited<ReturnType<Client['papers']['list']>> = await head.papers.list({
        limit: 3,
        ...(after ? { after } : {}),
      })
      seen.push(...some.items.map(({ id }) => id))
      after = some.next
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await head.papers.list({ limit: 200 })).items.length)
  })
})

describe('a paper is served', () => {
  const served = { on: day, mode: 'direct', recipientName: '韩松', witness: null } as const
  it('once, and the archived copy says so', async () => {
    const { id, version } = await issue('orderByTerm')
    const after = await officer.papers.serve({ id, version, ...served })
    expect(after.served).toEqual(served)
    expect(await page(id)).toContain('签收人：韩松')
    expect(await page(id, head, 2)).not.toContain('签收人：韩松')
    await expect(officer.papers.serve({ id, ...served })).rejects.toMatchObject({ message: 'served-already' })
  })
  it.each([
    [{ ...served, mode: 'left', witness: null }, 'witness-wanted'],
    [{ ...served, recipientName: null }, 'recipient-wanted'],
    [{ ...served, on: '2099-01-01' }, 'day-ahead'],
    [{ ...served, on: '2020-01-01' }, 'before-the-paper'],
  ] as const)('not as %o', async (input, ground) => {
    const { id } = await issue('orderByTerm')
    await expect(officer.papers.serve({ id, ...input })).rejects.toMatchObject({ status: 409, message: ground })
  })
})

describe('a signed copy', () => {
  it('is attached by whoever brought it, hashed, and seen by all who see the paper', async () => {
    const { id } = await issue('orderAtOnce')
    const { file } = await officer.papers.bringFile({ file: png })
    await expect(inspector.papers.attach({ id, scans: [file] })).rejects.toMatchObject({ message: 'of-another-body' })
    await expect(head.papers.attach({ id, scans: [file] })).rejects.toMatchObject({ message: 'strange-scan' })
    await expect(planner.papers.attach({ id, scans: [file] })).rejects.toMatchObject({ status: 403 })
    expect((await officer.papers.attach({ id, scans: [file] })).scans).toEqual([file])
    expect(((await head.papers.file({ id: file })).body as File).size).toBe(16)
    const { rows } = await world.parts.database.pool.query('select sha256 from platform.file where id = $1', [file])
    expect(rows[0].sha256).toMatch(/^[\da-f]{64}$/)
  })
  it('that is no picture is none', async () => {
    const file = new File(['<html>'], 'a.png', { type: 'image/png' })
    await expect(officer.papers.bringFile({ file })).rejects.toMatchObject({ message: 'not-a-picture' })
  })
  it('of a paper beyond the reach is none', async () => {
    const { id } = await issue('recheck', inspector, other.id)
    const { file } = await inspector.papers.bringFile({ file: png })
    await inspector.papers.attach({ id, scans: [file] })
    await expect(officer.papers.file({ id: file })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a paper that is struck', () => {
  it('keeps its number, says so, and leaves it to no other', async () => {
    const { id, no, serial } = await issue('serviceReturn')
    expect(await officer.papers.void({ id, reason: '当事人写错' })).toMatchObject({
      state: 'voided',
      no,
      voidReason: '当事人写错',
    })
    expect((await issue('serviceReturn')).serial).toBe(serial + 1)
    expect(await page(id)).toContain('（作废）')
    await expect(officer.papers.void({ id, reason: '再一次' })).rejects.toMatchObject({ message: 'act-not-allowed' })
    const { items } = await head.papers.series.list({})
    const series = items.find(({ body }) => body === PCS01)?.series.find(({ form }) => form === 'serviceReturn')
    expect(series).toMatchObject({ last: serial + 1, voided: 1 })
  })
})

describe('what is done is in the ledger', () => {
  it('issued, served, attached, printed, struck', async () => {
    const { id } = await issue('orderAtOnce')
    await officer.papers.serve({ id, on: day, mode: 'post', recipientName: null, witness: null })
    const { file } = await officer.papers.bringFile({ file: png })
    await officer.papers.attach({ id, scans: [file] })
    await page(id)
    await officer.papers.void({ id, reason: '重新签发' })
    const { rows } = await world.parts.database.pool.query(
      'select act, note from platform.ledger_entry where kind = $1 and subject = $2 order by seq',
      ['paper', id],
    )
    expect(rows.map(({ act }) => act)).toEqual([
      'paper.issue',
      'paper.serve',
      'paper.attach',
      'paper.document',
      'paper.void',
    ])
    expect(rows.at(-1).note).toBe('重新签发')
  })
})

describe('the Word file', () => {
  it('has a copy for the archive and one for the party, which differ by the receipt', async () => {
    const { id, no, title } = await issue('orderByTerm')
    const { headers, body } = await head.papers.document({ id })
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain(`${title} ${no}.docx`)
    const zip = await JSZip.loadAsync(await (body as File).arrayBuffer())
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')
    const [archived = '', handed = ''] = text.split('（交当事人）')
    expect(archived).toContain('受送达人（代收人）签收')
    expect(handed).not.toContain('签收')
    for (const copy of [archived, handed]) expect(copy).toContain('对第1项于2026年12月4日前')
  })
})

describe('numbers under fifty at once', () => {
  const numbersOf = async (form: FormKey) => {
    const { rows } = await world.parts.database.pool.query(
      'select serial from papers.paper where body = $1 and form = $2 and year = $3 order by serial',
      [PCS01, form, year],
    )
    return rows.map(({ serial }) => Number(serial))
  }
  it('over HTTP: no gap, no double', async () => {
    const papers = await Promise.all(Array.from({ length: 50 }, () => issue('seriousReport')))
    expect(new Set(papers.map(({ no }) => no)).size).toBe(50)
    expect(await numbersOf('seriousReport')).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })
  it('in fifty transactions of which some are rolled back: no gap, no double', async () => {
    const order: Issue = {
      form: 'complaintResult',
      subject: { kind: 'complaint', id: visit },
      premises: null,
      values: samples.complaintResult,
    }
    const one = (at: number) =>
      issuedBy('officer', order, () => {
        if (at % 3 === 0) throw new Error('thrown away')
      }).then(
        ({ serial }) => serial,
        (error: Error) => {
          if (error.message !== 'thrown away') throw error
          return undefined
        },
      )
    const serials = (await Promise.all(Array.from({ length: 50 }, (_, at) => one(at)))).flatMap((n) => n ?? [])
    const wanted = Array.from({ length: 33 }, (_, at) => at + 1)
    expect(serials.toSorted((a, b) => a - b)).toEqual(wanted)
    expect(await numbersOf('complaintResult')).toEqual(wanted)
    // What was rolled back left nothing behind, and the next one goes on.
    expect((await issuedBy('officer', order)).serial).toBe(34)
  })
})
