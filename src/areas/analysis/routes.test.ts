import { beforeAll, describe, expect, it } from 'vitest'
import { inContext } from '../../app/parts.ts'
import { kitchenFire } from '../../app/testing/incidents.ts'
import { makeWorld } from '../../app/testing/world.ts'
import { canonical } from '../../kernel/canonical.ts'
import type { Analysis } from './contract.ts'
import { digestOf, reportOf } from './public.ts'

const world = await makeWorld()
const statistician = await world.as('statistician')
const leader = await world.as('leader')
const head = await world.as('head')
const { PCS01 = '', PCS02 = '', S1C1 = '' } = world.ids
const { db } = world.parts.database

let number = 1
const enter = (day: string, change: Partial<typeof kitchenFire> = {}) => {
  const at = (time: string) => `${day}T${time}.000Z`
  return statistician.incidents.enter({
    ...kitchenFire,
    incidentNo: `JQ-${number++}`,
    receivedAt: at('00:30:00'),
    dispatchedAt: at('00:31:00'),
    arrivedAt: at('00:35:30'),
    controlledAt: at('00:45:00'),
    endedAt: at('01:10:00'),
    ...change,
  })
}
const west = { lng: 122.925 }
const figure = (analysis: Pick<Analysis, 'figures'>, key: string) =>
  analysis.figures.indicators.find((one) => one.key === key)

beforeAll(async () => {
  for (const day of ['2024-05-01', '2024-05-02', '2025-02-03', '2025-02-04', '2025-02-05']) await enter(day)
  for (const day of ['2025-04-11', '2025-04-12', '2025-05-13', '2025-06-14']) await enter(day)
  await enter('2025-06-20', west)
  await enter('2025-06-21', {
    kind: 'rescue',
    place: null,
    cause: null,
    subCause: null,
    directLossFen: null,
    economicLossFen: null,
    burnedAreaM2: null,
    households: null,
    people: null,
    deaths: null,
    seriousInjuries: null,
    minorInjuries: null,
    productionAccident: null,
  })
})

/** A draft of a period of its own, so that tests do not meet. */
const draft = (period: string) => statistician.analysis.create({ period })
const confirmed = async (analysis: Analysis) =>
  leader.analysis.chooseVerdict({ id: analysis.id, version: analysis.version, verdict: analysis.verdict.proposed })
const issue = async (analysis: Analysis) => {
  const ready = await confirmed(analysis)
  return leader.analysis.issue({ id: ready.id, version: ready.version, digest: ready.digest })
}

describe('the live analysis', () => {
  it('counts any period with both bases', async () => {
    const { figures } = await statistician.analysis.live({ period: '2025Q2' })
    expect(figures.indicators.find(({ key }) => key === 'alarms')).toMatchObject({ value: 6, previous: 3, lastYear: 2 })
    expect(figures.indicators.find(({ key }) => key === 'fires')).toMatchObject({ value: 5, previous: 3, lastYear: 2 })
    expect(figures.breakdowns.station.map(({ name, fires }) => [name.zh, fires])).toEqual([
      ['东街派出所', 4],
      ['西街派出所', 1],
    ])
    expect(figures.response.period).toMatchObject({ n: 5, within: 5, medianSeconds: 270 })
    expect(figures.scope).toBe('district')
  })
  it('of a station is its own', async () => {
    const { figures } = await head.analysis.live({ period: '2025Q2' })
    expect(figures.scope).toBe('own')
    expect(figures.indicators.find(({ key }) => key === 'fires')?.value).toBe(4)
    expect(figures.breakdowns.station.map(({ name }) => name.zh)).toEqual(['东街派出所'])
  })
  it('of one without leave to see names has letters', async () => {
    const { figures } = await (await world.as('planner')).analysis.live({ period: '2025Q2' })
    expect(figures.breakdowns.station.map(({ code, name }) => [code, name.zh])).toEqual([
      ['A所', 'A所'],
      ['B所', 'B所'],
    ])
  })
  it('of one who sees no records holds nothing', async () => {
    const { figures } = await (await world.as('dept')).analysis.live({ period: '2025Q2' })
    expect(figures.scope).toBe('none')
    expect(figures.indicators.every(({ value }) => value === null)).toBe(true)
  })
  it.each(['2026Q5', '2026-02-30..2026-03-01', '2026-05-02..2026-05-01', 'now'])(
    'refuses the period %s',
    async (period) => {
      await expect(statistician.analysis.live({ period })).rejects.toMatchObject({ status: 400 })
    },
  )
})

describe('a draft', () => {
  it('is one a period, and follows the records', async () => {
    const analysis = await draft('2025-06')
    expect(analysis).toMatchObject({ state: 'draft', edition: 1, named: true, ledger: null })
    await expect(draft('2025-06')).rejects.toMatchObject({ status: 409, message: 'draft-exists' })
    const before = figure(analysis, 'fires')?.value ?? 0
    await enter('2025-06-25')
    const after = await statistician.analysis.getNamed({ id: analysis.id })
    expect(figure(after, 'fires')?.value).toBe(before + 1)
    expect(after.digest).not.toBe(analysis.digest)
  })
  it('is the drafters’ alone', async () => {
    const { id } = await draft('2025-05')
    for (const name of ['head', 'officer', 'dept', 'street', 'planner'] as const) {
      const client = await world.as(name)
      await expect(client.analysis.get({ id })).rejects.toMatchObject({ status: 404 })
      await expect(client.analysis.list({ period: '2025-05' })).resolves.toMatchObject({ items: [] })
      await expect(client.analysis.create({ period: '2025-03' })).rejects.toMatchObject({ status: 403 })
    }
    const inspector = await world.as('inspector')
    await expect(inspector.analysis.getNamed({ id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the verdict', () => {
  it('is confirmed by a person; another one wants a reason, and both are kept', async () => {
    const analysis = await draft('2025-04')
    const { id, version, verdict } = analysis
    expect(verdict).toMatchObject({ chosen: null, moved: false })
    const other = verdict.proposed === 'grave' ? 'stable' : 'grave'
    await expect(leader.analysis.chooseVerdict({ id, version, verdict: other })).rejects.toMatchObject({
      message: 'reason-wanted',
    })
    await expect(leader.analysis.chooseVerdict({ id, version, verdict: 'splendid' })).rejects.toMatchObject({
      message: 'no-such-verdict',
    })
    const chosen = await leader.analysis.chooseVerdict({
      id,
      version,
      verdict: other,
      reason: '临近高温季节，从严研判',
    })
    expect(chosen.verdict).toMatchObject({
      proposed: verdict.proposed,
      chosen: other,
      reason: '临近高温季节，从严研判',
      chosenBy: '李守正',
    })
    expect(chosen.document.blocks[1]).toMatchObject({ kind: 'heading', text: '火灾形势严峻' })
    await expect(leader.analysis.chooseVerdict({ id, version, verdict: other })).rejects.toMatchObject({
      message: 'moved-meanwhile',
    })
    const entries = await db
      .selectFrom('platform.ledgerEntry')
      .select(['act', 'actorName', 'note'])
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(entries).toEqual([
      { act: 'analysis.create', actorName: '孙明算', note: null },
      { act: 'analysis.chooseVerdict', actorName: '李守正', note: '临近高温季节，从严研判' },
    ])
  })
  it('is the statistician’s and the leader’s to confirm', async () => {
    const { id, version, verdict } = await draft('2025-02')
    await expect(head.analysis.chooseVerdict({ id, version, verdict: verdict.proposed })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a paragraph', () => {
  it('written by hand stays when the figures move, and says that they did', async () => {
    const analysis = await draft('2025H1')
    const { id } = analysis
    const edited = await statistician.analysis.editParagraph({
      id,
      version: analysis.version,
      paragraph: 'overall.counts',
      text: '请见附表。',
    })
    const state = (one: Analysis) => one.paragraphs.find(({ key }) => key === 'overall.counts')
    expect(state(edited)).toMatchObject({ edited: '请见附表。', state: 'fresh', editedBy: '孙明算' })
    await enter('2025-06-28')
    const moved = await statistician.analysis.getNamed({ id })
    expect(state(moved)).toMatchObject({ edited: '请见附表。', state: 'stale' })
    expect(state(moved)?.generated).toContain('共接警')
    expect(moved.document.blocks).toContainEqual({
      kind: 'paragraph',
      key: 'overall.counts',
      runs: [{ text: '请见附表。' }],
    })
    const reset = await statistician.analysis.resetParagraph({
      id,
      version: moved.version,
      paragraph: 'overall.counts',
    })
    expect(state(reset)).toMatchObject({ edited: null, state: 'generated' })
    await expect(
      statistician.analysis.resetParagraph({ id, version: reset.version, paragraph: 'overall.counts' }),
    ).rejects.toMatchObject({ message: 'not-edited' })
    await expect(
      statistician.analysis.editParagraph({ id, version: reset.version, paragraph: 'overall.nothing', text: '无' }),
    ).rejects.toMatchObject({ message: 'no-such-paragraph' })
  })
})

describe('words on a paragraph that is written no more', () => {
  it('hold the issue up until they are dropped', async () => {
    await enter('2022-05-01')
    const other = await enter('2022-05-02')
    const { id, version } = await draft('2022-05')
    const edited = await statistician.analysis.editParagraph({
      id,
      version,
      paragraph: 'features.crossed',
      text: '住宅火灾须引起重视。',
    })
    await statistician.incidents.writeOff({ id: other.id, reason: '复核不是火灾' })
    const chosen = await confirmed(edited)
    expect(chosen.paragraphs.find(({ key }) => key === 'features.crossed')).toMatchObject({
      generated: null,
      edited: '住宅火灾须引起重视。',
      state: 'orphan',
    })
    const issuing = (one: Analysis) => leader.analysis.issue({ id, version: one.version, digest: one.digest })
    await expect(issuing(chosen)).rejects.toMatchObject({ message: 'edits-to-review' })
    const dropped = await statistician.analysis.resetParagraph({
      id,
      version: chosen.version,
      paragraph: 'features.crossed',
    })
    expect(dropped.paragraphs.some(({ key }) => key === 'features.crossed')).toBe(false)
    expect((await issuing(dropped)).state).toBe('issued')
  })
})

describe('discarding', () => {
  it('takes a draft away with a reason; the ledger keeps what was in it', async () => {
    const { id, version } = await draft('2025-03')
    const edited = await statistician.analysis.editParagraph({
      id,
      version,
      paragraph: 'overall.counts',
      text: '待补。',
    })
    await expect(statistician.analysis.discard({ id, version, reason: '时段选错' })).rejects.toMatchObject({
      message: 'moved-meanwhile',
    })
    await expect(head.analysis.discard({ id, version: edited.version, reason: '时段选错' })).rejects.toMatchObject({
      status: 403,
    })
    await statistician.analysis.discard({ id, version: edited.version, reason: '时段选错' })
    await expect(statistician.analysis.getNamed({ id })).rejects.toMatchObject({ status: 404 })
    const entry = await db
      .selectFrom('platform.ledgerEntry')
      .select(['before', 'after', 'note'])
      .where('subject', '=', id)
      .where('act', '=', 'analysis.discard')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      before: { periodKey: '2025-03', edits: [{ paragraph: 'overall.counts', text: '待补。' }] },
      after: { state: 'discarded' },
      note: '时段选错',
    })
    expect(await draft('2025-03')).toMatchObject({ edition: 1, state: 'draft' })
  })
  it('is refused once it is issued', async () => {
    const { id, version } = await issue(await draft('2025-02-01..2025-02-28'))
    await expect(leader.analysis.discard({ id, version, reason: '印发有误' })).rejects.toMatchObject({
      message: 'act-not-allowed',
    })
  })
})

describe('issuing', () => {
  it('waits for the end of the period, a verdict, and eyes on what is stale', async () => {
    const running = await draft('2999')
    const chosen = await confirmed(running)
    await expect(
      leader.analysis.issue({ id: chosen.id, version: chosen.version, digest: chosen.digest }),
    ).rejects.toMatchObject({
      message: 'period-not-over',
    })
    const analysis = await draft('2025-01-01..2025-06-29')
    const { id, version, digest } = analysis
    await expect(leader.analysis.issue({ id, version, digest })).rejects.toMatchObject({
      message: 'verdict-not-chosen',
    })
    const edited = await statistician.analysis.editParagraph({ id, version, paragraph: 'overall.counts', text: '略。' })
    const ready = await confirmed(edited)
    await expect(leader.analysis.issue({ id, version: ready.version, digest: '0'.repeat(64) })).rejects.toMatchObject({
      message: 'figures-moved',
    })
    await enter('2025-06-27')
    await expect(leader.analysis.issue({ id, version: ready.version, digest: ready.digest })).rejects.toMatchObject({
      message: 'edits-to-review',
    })
    expect(await frozen(id)).toBe(0)
  })
  it('freezes figures, text and records; nothing changes them any more', async () => {
    const one = await issue(await draft('2025Q2'))
    expect(one).toMatchObject({ state: 'issued', issuedBy: '李守正', superseded: false })
    expect(one.document.status).toBe('issued')
    expect(one.ledger?.seq).toBeGreaterThan(0)
    expect(digestOf(one.figures, one.document)).toBe(one.digest)
    const late = await enter('2025-05-30')
    const again = await statistician.analysis.getNamed({ id: one.id })
    expect(canonical(again)).toBe(canonical(one))
    const { version } = again
    await expect(leader.analysis.issue({ id: one.id, version, digest: one.digest })).rejects.toMatchObject({
      message: 'act-not-allowed',
    })
    await expect(
      statistician.analysis.editParagraph({ id: one.id, version, paragraph: 'overall.counts', text: '改' }),
    ).rejects.toMatchObject({ message: 'act-not-allowed' })
    for (const statement of [
      db.updateTable('analysis.analysis').set({ reason: '改' }).where('id', '=', one.id),
      db.deleteFrom('analysis.frozenIncident').where('analysis', '=', one.id),
      db.updateTable('analysis.frozenIncident').set({ deaths: 3 }).where('analysis', '=', one.id),
    ])
      await expect(statement.execute()).rejects.toThrow('an issued analysis does not change')
    await statistician.incidents.writeOff({ id: late.id, reason: '复核不是火灾' })
  })
  it('once more supersedes the first, which stays', async () => {
    const first = await issue(await draft('2025-02-01..2025-03-31'))
    const second = await issue(await draft('2025-02-01..2025-03-31'))
    expect([first.edition, second.edition]).toEqual([1, 2])
    const { items } = await statistician.analysis.list({ period: '2025-02-01..2025-03-31' })
    expect(items.map(({ edition, superseded }) => [edition, superseded])).toEqual([
      [2, false],
      [1, true],
    ])
  })
  it('is told to all who may read it, but for who issued it', async () => {
    const { id } = await issue(await draft('2025-05-01..2025-05-31'))
    const told = async (name: Parameters<typeof world.as>[0]) => {
      const { items } = await (await world.as(name)).organisation.accounts.notices({ limit: 200 })
      return items.filter(({ link }) => link === `/analysis/${id}`)
    }
    expect(await told('head')).toMatchObject([
      {
        message: 'analysisIssued',
        values: { zh: '2025年5月', en: '1 May – 31 May 2025', who: '李守正' },
        readAt: null,
      },
    ])
    for (const name of ['statistician', 'inspector', 'officer', 'dept', 'street', 'planner'] as const)
      expect(await told(name)).toHaveLength(1)
    for (const name of ['leader', 'sysadmin', 'secadmin', 'auditor'] as const) expect(await told(name)).toEqual([])
    const again = await issue(await draft('2025-05-01..2025-05-31'))
    const [newest] = (await head.organisation.accounts.notices({ limit: 1 })).items
    expect(newest).toMatchObject({ message: 'analysisReissued', values: { edition: 2 }, link: `/analysis/${again.id}` })
  })
})

const frozen = async (id: string) => {
  const rows = await db.selectFrom('analysis.frozenIncident').select('id').where('analysis', '=', id).execute()
  return rows.length
}

describe('the report of a period', () => {
  const report = async (period: string) => {
    const bytes = await inContext(world.parts, { district: '990199', name: '命令行' }, (context) =>
      reportOf(context, { period, format: 'json' }),
    )
    return JSON.parse(Buffer.from(bytes).toString()) as {
      status: string
      indicators: { key: string; value: number | null }[]
      sections: { paragraphs: string[] }[]
    }
  }
  const firesIn = ({ indicators }: Awaited<ReturnType<typeof report>>) =>
    indicators.find(({ key }) => key === 'fires')?.value

  it('is that of the records, then of the draft, then for good of what was issued', async () => {
    await enter('2022-08-01')
    expect(firesIn(await report('2022-08'))).toBe(1)
    const begun = await draft('2022-08')
    const edited = await statistician.analysis.editParagraph({
      id: begun.id,
      version: begun.version,
      paragraph: 'overall.counts',
      text: '草稿如此。',
    })
    const drafted = await report('2022-08')
    expect(drafted.status).toBe('draft')
    expect(drafted.sections.flatMap(({ paragraphs }) => paragraphs)).toContain('草稿如此。')
    await issue(edited)
    await enter('2022-08-02')
    await draft('2022-08')
    const issued = await report('2022-08')
    expect(issued.status).toBe('issued')
    expect(firesIn(issued)).toBe(1)
  })
})

describe('an issued analysis', () => {
  let one: Analysis
  let first: Awaited<ReturnType<typeof enter>>
  let second: Awaited<ReturnType<typeof enter>>
  beforeAll(async () => {
    await enter('2023-04-01')
    await enter('2023-01-10')
    first = await enter('2024-04-10')
    second = await enter('2024-06-11', west)
    one = await issue(await draft('2024Q2'))
  })
  it('leads from a figure to the records as they were', async () => {
    const before = await statistician.analysis.records({
      id: one.id,
      from: '2024-04-01',
      to: '2024-06-30',
      counted: 'fires',
    })
    expect(before.items.length).toBe(figure(one, 'fires')?.value)
    expect(before.items[0]).toMatchObject({ id: second.id, place: 'RES', directLossFen: 350_000 })
    const narrowed = (filter: object) =>
      statistician.analysis
        .records({ id: one.id, from: '2024-04-01', to: '2024-06-30', ...filter })
        .then(({ items }) => items.length)
    expect(await narrowed({ station: [PCS02] })).toBe(1)
    expect(await narrowed({ station: [PCS01], cause: ['LIFE'], hour: [8] })).toBe(3)
    expect(await narrowed({ community: [S1C1], response: 'within5', measure: 'minorInjuries' })).toBe(3)
    expect(await narrowed({ place: ['none'] })).toBe(0)
    expect(await narrowed({ response: 'unmeasured' })).toBe(0)
    expect(await narrowed({ missing: 'deaths' })).toBe(0)
    expect(await narrowed({ q: second.incidentNo })).toBe(1)
  })
  it('pages through them without losing one', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await statistician.analysis.records({ id: one.id, limit: 1, ...(after ? { after } : {}) })
      seen.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(await frozen(one.id))
    expect(seen.length).toBe(await frozen(one.id))
  })
  it('shows a station only its own records', async () => {
    const { items } = await head.analysis.records({ id: one.id, from: '2024-04-01', to: '2024-06-30' })
    expect(items.length).toBe(3)
    expect(items.every(({ station }) => station === PCS01)).toBe(true)
  })
  it('names no station to the meeting', async () => {
    const meeting = await head.analysis.get({ id: one.id })
    expect(meeting.named).toBe(false)
    expect(JSON.stringify(meeting)).not.toMatch(/东街派出所|西街派出所|东街所|西街所/)
    expect(JSON.stringify(meeting)).not.toContain(PCS02)
    await expect(head.analysis.getNamed({ id: one.id })).rejects.toMatchObject({ status: 403 })
    await expect(head.analysis.documentNamed({ id: one.id, format: 'json' })).rejects.toMatchObject({ status: 403 })
  })
  it('shows later corrections as revisions, record by record and figure by figure', async () => {
    expect(await statistician.analysis.revisions({ id: one.id })).toEqual({
      counts: { added: 0, removed: 0, changed: 0 },
      records: [],
      figures: [],
      paragraphs: [],
    })
    await statistician.incidents.writeOff({ id: first.id, reason: '复核不是火灾' })
    await enter('2024-06-12')
    const { counts, records, figures, paragraphs } = await statistician.analysis.revisions({ id: one.id })
    expect(counts).toEqual({ added: 1, removed: 0, changed: 1 })
    expect(records.find(({ kind }) => kind === 'changed')).toMatchObject({
      id: first.id,
      changes: [{ field: 'state', issued: 'recorded', now: 'writtenOff' }],
    })
    expect(figures.find(({ range, key }) => range === 'period' && key === 'alarms')).toMatchObject({
      issued: 4,
      now: 5,
      difference: 1,
    })
    expect(figures.some(({ range, key }) => range === 'period' && key === 'fires')).toBe(false)
    expect(paragraphs.map(({ key }) => key)).toContain('overall.counts')
    expect(figure(await statistician.analysis.getNamed({ id: one.id }), 'alarms')?.value).toBe(4)
  })
  it('is a file in three formats, and each download is in the ledger', async () => {
    const cookie = await world.cookieOf('statistician')
    const get = (path: string) =>
      fetch(`${world.url}/api/analysis/${one.id}/${path}`, { headers: { cookie, 'x-shouwang': '1' } })
    const json = await get('document-named?format=json')
    expect(json.headers.get('content-disposition')).toContain('analysis-2024Q2-internal.json')
    const report = (await json.json()) as { verdict: unknown }
    expect(report).toMatchObject({ district: '990199', status: 'issued', period: { key: '2024Q2' } })
    expect(report.verdict).toEqual({ proposed: one.verdict.proposed, chosen: one.verdict.chosen, reason: null })
    const docx = Buffer.from(await (await get('document?format=docx')).arrayBuffer())
    expect(docx.subarray(0, 2).toString()).toBe('PK')
    expect(await (await get('document?format=html')).text()).toContain('消防安全形势分析')
    const entries = await db
      .selectFrom('platform.ledgerEntry')
      .select('after')
      .where('subject', '=', one.id)
      .where('act', '=', 'analysis.export')
      .orderBy('seq')
      .execute()
    expect(entries.map(({ after }) => after)).toEqual([
      { format: 'json', audience: 'internal' },
      { format: 'docx', audience: 'meeting' },
      { format: 'html', audience: 'meeting' },
    ])
  })
})

it('the frozen table has the columns of the incidents, in their order', async () => {
  const columns = async (schema: string, table: string) => {
    const tables = await db.introspection.getTables()
    const found = tables.find((one) => one.schema === schema && one.name === table)
    return found?.columns.map(({ name, dataType }) => [name, dataType]) ?? []
  }
  expect(await columns('analysis', 'frozen_incident')).toEqual([
    ['analysis', 'uuid'],
    ...(await columns('incidents', 'incident')),
  ])
})
