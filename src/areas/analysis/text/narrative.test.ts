import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { missingMark, numbered, sectionsOf, textOf } from '../../../kernel/document.ts'
import { parsePeriod } from '../../../kernel/periods.ts'
import { causes, placeKinds, severityNames } from '../../incidents/codes.ts'
import { indicatorNames } from '../codes.ts'
import { assemble } from '../figures/assemble.ts'
import { drillOf } from '../figures/drill.ts'
import { type Counted, tallied } from '../figures/in-memory.ts'
import { settingsOf, shippedSettings } from '../settings.ts'
import { anonymiser } from './anonymise.ts'
import { editState, paragraphsOf, withEdits } from './edits.ts'
import { toJson } from './json.ts'
import { documentOf } from './narrative.ts'

const stations = ['临江路', '青石桥', '北塔', '塔东'].map((name, at) => ({
  id: `s${at}`,
  code: `PCS0${at}`,
  name: `${name}派出所`,
}))
const names = {
  places: placeKinds,
  causes,
  severities: severityNames,
  stations,
  streets: [
    { id: 't0', code: 'T0', name: '临江街道' },
    { id: 't1', code: 'T1', name: '石桥镇' },
  ],
  communities: [
    { id: 'c0', code: 'C0', name: '柳荫社区' },
    { id: 'c1', code: 'C1', name: '石桥村' },
  ],
}

const alarm: Counted = {
  receivedOn: '2026-05-01',
  hour: 19,
  weekday: 5,
  isFire: false,
  station: 's0',
  community: 'c0',
  street: 't0',
  urban: 'urban',
  place: null,
  cause: null,
  subCause: null,
  statClass: null,
  minorFire: false,
  seconds: 240,
  vehicles: 2,
  personnel: 12,
  rescued: 0,
  evacuated: 0,
  savedFen: 12_850_000,
  directLossFen: null,
  burnedAreaM2: null,
  households: null,
  people: null,
  deaths: null,
  seriousInjuries: null,
  minorInjuries: null,
}
const blaze: Counted = {
  ...alarm,
  isFire: true,
  place: 'RES',
  cause: 'ELEC',
  subCause: 'ELEC-SHORT',
  statClass: 'ordinary',
  directLossFen: 123_456,
  burnedAreaM2: 12.5,
  households: 1,
  people: 3,
  deaths: 0,
  seriousInjuries: 0,
  minorInjuries: 0,
}
const times = <T extends Partial<Counted>>(n: number, from: Counted, change: T): Counted[] =>
  Array.from({ length: n }, () => ({ ...from, ...change }))
/** Enough of each base for it to count as recorded. */
const before = (n: number) => [
  ...times(n, blaze, { receivedOn: '2026-02-01' }),
  ...times(n, blaze, { receivedOn: '2025-05-01' }),
  ...times(1, alarm, { receivedOn: '2025-01-01' }),
]

function written(records: readonly Counted[], key = '2026Q2', settings = shippedSettings) {
  const period = parsePeriod(key)
  const figures = assemble(
    { period, scope: 'district', today: '2026-11-24' },
    tallied(records, period),
    { ...names, day: period.to },
    settings,
  )
  const facts = { figures, settings, district: '青澜区', levels: ['街道', '社区'], verdict: figures.proposal.verdict }
  const document = documentOf(facts, { status: 'draft', body: '海岚市公安局青澜分局', day: '2026-11-24' })
  const of = (paragraph: string) => paragraphsOf(document).get(paragraph) ?? ''
  const headings = numbered(document.blocks).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  return { figures, document, of, headings }
}

describe('总体 reads as the speech does', () => {
  it('counts the alarms first, then the fires among them; zero casualties are a sentence', () => {
    const { of } = written([...before(4), ...times(3, alarm, {}), ...times(5, blaze, {})])
    expect(of('overall.counts')).toBe(
      '2026年第二季度，全区共接警8起，出动车辆16辆次，出动警力96人次，抢救被困人员0人，疏散被困人员0人，抢救财产价值102.8万元。其中，发生火灾5起，直接财产损失6172.8元，过火面积62.5平方米，受灾户数5户，受灾人数15人，未造成人员伤亡。',
    )
  })
  it('names the dead and the injured apart', () => {
    const { of } = written([...before(4), { ...blaze, deaths: 1, minorInjuries: 2 }, { ...blaze, seriousInjuries: 1 }])
    expect(of('overall.counts')).toContain('受灾人数6人，死亡1人、重伤1人、轻伤2人。')
  })
  it('says of injuries alone that nobody died', () => {
    const { of } = written([...before(4), { ...blaze, minorInjuries: 2 }])
    expect(of('overall.counts')).toContain('未造成人员死亡，轻伤2人。')
  })
  it('claims no more than the records say of casualties', () => {
    const { of } = written([...before(4), blaze, { ...blaze, deaths: null }])
    expect(of('overall.counts')).toContain('据已填报的记录，未造成人员伤亡。')
  })
  it('shows what is not known as 〔缺〕 and invents nothing', () => {
    const { of, document } = written([...before(4), ...times(2, blaze, { directLossFen: null, deaths: null })])
    expect(of('overall.counts')).toContain(`直接财产损失${missingMark}元`)
    expect(of('overall.counts')).toContain(`死亡${missingMark}人`)
    expect(textOf(document.blocks.flatMap((b) => (b.kind === 'paragraph' ? b.runs : [])))).not.toMatch(
      /null|undefined|NaN/,
    )
  })
  it('compares with the last quarter and with last year, each change in a word, a rate and a number', () => {
    const { of } = written([...before(40), ...times(46, blaze, {})])
    expect(of('overall.previous')).toMatch(/^从统计数据看，与第一季度相比，火灾起数有所上升（上升15\.0%，增加6起），/)
    expect(of('overall.lastYear')).toMatch(/^与上年同期相比，火灾起数有所上升（上升15\.0%，增加6起），/)
  })
  it('puts the number before the rate where the base is small, and gives no rate on zero', () => {
    const few = written([...before(4), ...times(6, blaze, {})])
    expect(few.of('overall.previous')).toContain('火灾起数大幅上升（增加2起，上升50.0%）')
    const none = written([...times(2, alarm, { receivedOn: '2026-02-01' }), ...times(2, blaze, {})])
    expect(none.of('overall.previous')).toContain('火灾起数上升（第一季度为0，增加2起）')
  })
  it('says of each figure on which base it rose or fell, and of none more than that', () => {
    const { of } = written([
      ...before(9),
      { ...blaze, receivedOn: '2026-02-02', deaths: 2 },
      { ...blaze, receivedOn: '2025-05-02', deaths: 1, directLossFen: 0 },
      { ...blaze, deaths: 1 },
      ...times(6, blaze, {}),
      ...times(1, blaze, { minorInjuries: 1, directLossFen: 500_000 }),
    ])
    expect(of('overall.verdict')).toContain(
      '其中，火灾起数较第一季度和上年同期均下降，死亡人数较第一季度下降，预防和应对火灾工作取得一定成效；但直接财产损失较第一季度和上年同期均上升，伤亡人数较上年同期上升，仍需',
    )
  })
  it('says of what rose on one base and fell on the other just that', () => {
    const { of } = written([
      ...times(3, blaze, { receivedOn: '2026-02-01' }),
      ...times(9, blaze, { receivedOn: '2025-05-01' }),
      ...times(6, blaze, {}),
    ])
    expect(of('overall.verdict')).toContain('火灾起数、直接财产损失较第一季度上升、较上年同期下降')
  })
  it('says so where there is nothing to compare with', () => {
    const { of, headings } = written(times(3, blaze, {}))
    expect([of('overall.previous'), of('overall.lastYear')]).toEqual([
      '第一季度无可比数据，不作环比。',
      '上年同期无可比数据，不作同比。',
    ])
    expect(headings[1]).toBe('（一）火灾形势暂不作趋势判断')
  })
  it('compares a year once, with the year before', () => {
    const { document } = written(
      [...times(5, blaze, { receivedOn: '2024-03-01' }), ...times(4, blaze, { receivedOn: '2025-03-01' })],
      '2025',
    )
    const keys = [...paragraphsOf(document).keys()]
    expect(keys).toContain('overall.lastYear')
    expect(keys).not.toContain('overall.previous')
    const tables = document.blocks.filter((block) => block.kind === 'table')
    expect(tables.map(({ columns }) => columns.map(({ header }) => header))).toEqual([
      ['指标', '本期', '上年', '同比'],
      ['派出所', '本期', '上年', '同比增减', '损失（万元）', '伤亡'],
    ])
    expect(JSON.stringify(document)).not.toContain('上年同期')
  })
  it('a quiet period stops after the figures', () => {
    const { of, headings } = written([...before(4), alarm])
    expect(of('overall.counts')).toContain('本期未发生火灾。')
    expect(headings.length).toBe(2)
  })
  it('calls things as the district calls them', () => {
    const entries = indicatorNames.entries.map((entry) =>
      entry.code === 'personnel' ? { ...entry, zh: '出动人员' } : entry,
    )
    const { of } = written([...before(4), blaze], '2026Q2', settingsOf([{ ...indicatorNames, entries }], '2026-06-30'))
    expect(of('overall.counts')).toContain('出动人员12人次')
  })
})

describe('分布 names where', () => {
  const here = times(4, blaze, {})
  it('by the levels of the district', () => {
    expect(written([...before(9), ...here]).of('spread.areas')).toBe(
      '从街道看，火灾起数居前的为临江街道（4起）。从社区看，火灾起数居前的为柳荫社区（4起）。从城乡看，火灾均发生在城市。',
    )
  })
  it('with towns and villages among them', () => {
    const there = times(3, blaze, { street: 't1', community: 'c1', urban: 'rural' })
    expect(written([...before(9), ...here, ...there]).of('spread.areas')).toBe(
      '从镇街看，火灾起数居前的为临江街道（4起）、石桥镇（3起）。从村（社区）看，火灾起数居前的为柳荫社区（4起）、石桥村（3起）。从城乡看，城市火灾4起，占57.1%；农村火灾3起，占42.9%。',
    )
  })
})

describe('特点 names leading places and causes from the records', () => {
  const records = [
    ...before(9),
    ...times(6, blaze, {}),
    ...times(3, blaze, { place: 'SHOP', cause: 'LIFE', subCause: null }),
    ...times(2, blaze, { place: null, cause: 'PEND', subCause: null }),
    ...times(1, blaze, { place: 'OTHR', cause: null, subCause: null }),
  ]
  const { of, headings } = written(records)
  it('in the heading and with figures and shares that add up', () => {
    expect(headings[2]).toBe('（二）起火场所以住宅居多，起火原因以电气火灾居首')
    expect(of('features.places')).toContain(
      '从起火场所看，住宅火灾6起，占50.0%；商店火灾3起，占25.0%；其他场所1起，占8.3%；场所未填报2起，占16.7%。',
    )
    expect(of('features.causes')).toContain(
      '电气火灾6起，占50.0%；生活用火不慎引发火灾3起，占25.0%；原因待查2起，占16.7%；原因未填报1起，占8.3%。',
    )
    expect(of('features.causes')).toContain('电气火灾中，短路6起。')
    expect(of('features.crossed')).toBe('6起住宅火灾中，起火原因居前的为电气火灾（6起）。')
  })
  it('with the change on last year', () => {
    expect(of('features.places')).toContain('与上年同期相比，住宅火灾减少3起，商店火灾增加3起。')
    expect(of('features.causes')).toContain('与上年同期相比，电气火灾减少3起，生活用火不慎引发火灾增加3起。')
  })
  it('problems and advice come in pairs, only where the figures call for them', () => {
    const { document } = written(records)
    const keys = [...paragraphsOf(document).keys()]
    const of = (kind: string) => keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length))
    expect(of('problem.')).toEqual(of('advice.'))
    expect(of('problem.')).toEqual(['place.RES', 'place.SHOP', 'cause.ELEC', 'cause.LIFE', 'area', 'data'])
  })
})

describe('等级 tells the graver fires one by one', () => {
  const grave: Counted = {
    ...blaze,
    receivedOn: '2026-05-09',
    hour: 2,
    statClass: 'larger',
    place: 'MIX',
    deaths: 3,
    minorInjuries: 2,
    directLossFen: 38_640_000,
  }
  it('with day, place, harm and cause', () => {
    const { of, headings } = written([...before(9), ...times(4, blaze, {}), grave])
    expect(headings).toContain('（四）发生较大以上火灾1起')
    expect(of('severity')).toBe('从火灾等级看，5起火灾中，一般火灾4起、较大火灾1起，未发生重大、特别重大火灾。')
    expect(of('severity.graver')).toBe(
      '5月9日2时许，柳荫社区一合用场所发生较大火灾，死亡3人、轻伤2人，直接财产损失386400元，起火原因为电气火灾（短路）。',
    )
    expect(of('problem.grave')).toContain('本期发生较大以上火灾1起')
    expect(of('advice.grave')).toContain('对合用场所等同类场所举一反三')
  })
  it('and leaves open what is not known', () => {
    const open = { ...grave, community: null, place: null, cause: 'PEND', subCause: null, deaths: null }
    const { of } = written([...before(9), { ...open, directLossFen: null }])
    expect(of('severity.graver')).toBe(
      `5月9日2时许，发生较大火灾，死亡${missingMark}人、轻伤2人，直接财产损失${missingMark}元，起火原因尚未查明。`,
    )
  })
  it('or says in a sentence that all were ordinary', () => {
    const { of } = written([...before(9), ...times(4, blaze, {}), { ...blaze, minorFire: true }])
    expect(of('severity')).toBe('从火灾等级看，5起火灾均为一般火灾（其中轻微火灾1起），未发生较大以上火灾。')
    expect(of('severity.graver')).toBe('')
  })
})

describe('what lies ahead', () => {
  const ahead = (n: number) => [...before(10), ...times(n, blaze, { receivedOn: '2025-08-01' }), ...times(9, blaze, {})]
  it('is said where last year’s next quarter had clearly more fires', () => {
    const { of } = written(ahead(14))
    expect(of('problem.season')).toBe(
      '从上年规律看，2025年第三季度发生火灾14起，比2025年第二季度增加4起，第三季度火灾风险可能上升。',
    )
    expect(of('advice.season')).toMatch(/^针对第三季度火灾风险可能上升的情况，/)
  })
  it('and not where it had not', () => expect(written(ahead(12)).of('problem.season')).toBe(''))
  it('nor of a year, or of days of one’s own', () => {
    for (const key of ['2026', '2026-04-01..2026-06-29']) expect(written(ahead(14), key).of('problem.season')).toBe('')
  })
})

const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-12-20', n))
const some = fc.array(
  fc.record({
    receivedOn: day,
    isFire: fc.boolean(),
    station: fc.option(fc.constantFrom(...stations.map(({ id }) => id))),
    place: fc.option(fc.constantFrom('RES', 'SHOP', 'OTHR', 'GONE')),
    cause: fc.option(fc.constantFrom('ELEC', 'LIFE', 'PEND', 'UNKN')),
    hour: fc.integer({ min: 0, max: 23 }),
    seconds: fc.option(fc.integer({ min: 0, max: 900 })),
    deaths: fc.option(fc.integer({ min: 0, max: 2 })),
    directLossFen: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
    statClass: fc.constantFrom('ordinary', 'ordinary', 'larger', null),
  }),
  { maxLength: 60 },
)
const made = (list: readonly Partial<Counted>[]): Counted[] =>
  list.map((one) => ({
    ...(one.isFire ? blaze : alarm),
    ...one,
    ...(one.isFire
      ? { subCause: one.cause === 'ELEC' ? 'ELEC-SHORT' : null }
      : { place: null, cause: null, deaths: null, directLossFen: null }),
  }))
const anyPeriod = fc.constantFrom('2026Q2', '2026', '2026H1', '2025-12', '2026-01-15..2026-03-02')

/** Whether a record is among those that a filter finds. */
const found = (filter: NonNullable<ReturnType<typeof drillOf>>) => (r: Counted) =>
  (!filter.from || r.receivedOn >= filter.from) &&
  (!filter.to || r.receivedOn <= filter.to) &&
  (filter.counted !== 'fires' || r.isFire) &&
  (['place', 'cause', 'subCause', 'station', 'street', 'community', 'urban', 'statClass'] as const).every(
    (field) => !filter[field] || filter[field].includes(r[field] ?? 'none'),
  ) &&
  (!filter.hour || filter.hour.includes(r.hour)) &&
  (!filter.weekday || filter.weekday.includes(r.weekday)) &&
  (filter.minorFire === undefined || r.minorFire === filter.minorFire) &&
  (!filter.response ||
    {
      measured: r.seconds !== null,
      unmeasured: r.seconds === null,
      within5: (r.seconds ?? 301) <= 300,
      over5: (r.seconds ?? 0) > 300,
    }[filter.response])

describe('whatever the records', () => {
  it('a number of fires in the text is the number of records behind it', () => {
    fc.assert(
      fc.property(some, anyPeriod, (list, key) => {
        const records = made(list)
        const { document, figures } = written(records, key)
        for (const block of document.blocks)
          for (const run of block.kind === 'paragraph' ? block.runs : []) {
            const count = 'figure' in run ? /^(\d+)起$/.exec(run.text) : null
            if (!count || !('figure' in run)) continue
            const filter = drillOf(figures, run.figure)
            expect(filter).toBeDefined()
            if (filter && !filter.measure && !filter.missing)
              expect([run.figure, records.filter(found(filter)).length]).toEqual([run.figure, Number(count[1])])
          }
      }),
      { numRuns: 200 },
    )
  })
  it('every figure has a key that leads somewhere, and nothing unknown becomes a word', () => {
    fc.assert(
      fc.property(some, anyPeriod, (list, key) => {
        const { document, figures } = written(made(list), key)
        for (const block of document.blocks)
          for (const run of block.kind === 'paragraph' ? block.runs : []) {
            if ('figure' in run) expect(drillOf(figures, run.figure)).toBeDefined()
            if ('text' in run)
              expect(run.text).not.toMatch(/null|undefined|NaN|Infinity|\[object|，，|。。|；。|，。|（）/)
          }
      }),
      { numRuns: 200 },
    )
  })
  it('paragraphs have keys of their own', () => {
    fc.assert(
      fc.property(some, (list) => {
        const keys = written(made(list)).document.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.key] : []))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
  it('the meeting version names no station, whatever people wrote', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...stations), fc.boolean(), (list, station, short) => {
        const { document, figures } = written(made(list))
        const text = `请${short ? station.name.replace('派出所', '所') : station.name}作表态发言。`
        const edited = withEdits(document, [{ paragraph: 'overall.counts', text, basedOn: '' }])
        const hidden = anonymiser(figures)
        const shown = JSON.stringify([hidden.document(edited), hidden.figures(figures).breakdowns.station])
        for (const { id, code, name } of stations) {
          expect(shown).not.toContain(name)
          expect(shown).not.toContain(name.replace('派出所', '所'))
          expect(shown).not.toContain(`"${code}"`)
          expect(shown).not.toMatch(new RegExp(`"${id}"|station=[^"]*${id}`))
        }
      }),
    )
  })
})

describe('human edits', () => {
  const { document } = written([...before(4), blaze])
  const [[paragraph, basedOn] = ['', '']] = [...paragraphsOf(document)]
  it('stand in place of the generated text, line by line', () => {
    const edited = withEdits(document, [{ paragraph, text: '第一段。\n\n 第二段。', basedOn }])
    expect(paragraphsOf(edited).get(paragraph)).toBe('第一段。\n第二段。')
  })
  it('are fresh, stale where the generated text has moved, orphans where it is gone', () => {
    const now = paragraphsOf(document)
    const edit = { paragraph, text: '改写', basedOn }
    expect(editState(edit, now)).toBe('fresh')
    expect(editState({ ...edit, basedOn: '从前的文字' }, now)).toBe('stale')
    expect(editState({ ...edit, paragraph: 'problem.gone' }, now)).toBe('orphan')
  })
})

describe('formats/incidents.md: the analysis as JSON', () => {
  const { document, figures } = written([
    ...before(40),
    ...times(46, blaze, {}),
    ...times(1, blaze, { directLossFen: null }),
  ])
  const json = toJson({
    district: '990101',
    status: 'draft',
    figures,
    document,
    verdict: { proposed: figures.proposal.verdict, chosen: null, reason: null },
  })
  it('has the keys and the order of the format', () => {
    expect(Object.keys(json)).toEqual([
      'district',
      'period',
      'status',
      'indicators',
      'breakdowns',
      'response',
      'verdict',
      'sections',
    ])
    expect(json.period).toEqual({ key: '2026Q2', from: '2026-04-01', to: '2026-06-30' })
    expect(json.indicators.map(({ key }) => key).join(' ')).toBe(
      'alarms vehicles personnel rescued evacuated saved_fen fires loss_fen area_m2 households people deaths serious_injuries minor_injuries',
    )
    expect(Object.keys(json.breakdowns)).toEqual([
      'place',
      'cause',
      'subCause',
      'severity',
      'station',
      'community',
      'hour',
      'weekday',
      'urban',
    ])
  })
  it('gives the unrounded rate, and what is missing only where something is', () => {
    expect(json.indicators.find(({ key }) => key === 'fires')).toEqual({
      key: 'fires',
      name: '火灾起数',
      unit: '起',
      value: 47,
      previous: 40,
      lastYear: 40,
      qoq: { difference: 7, rate: 0.175, word: '有所上升' },
      yoy: { difference: 7, rate: 0.175, word: '有所上升' },
    })
    expect(json.indicators.find(({ key }) => key === 'loss_fen')).toMatchObject({ value: 46 * 123_456, missing: 1 })
    expect(json.breakdowns.place).toEqual([
      { code: 'RES', name: '住宅', fires: 47, loss_fen: 46 * 123_456, missing: 1 },
    ])
  })
  it('carries the sections of the document', () => {
    expect(json.sections).toEqual(sectionsOf(document))
    expect(json.sections[0]).toEqual({ heading: '一、2026年第二季度形势分析', paragraphs: [] })
  })
})
