/** Reading rows: by our own layout, and by a mapping of a foreign one. */
import { describe, expect, it } from 'vitest'
import { layoutOf, Profile } from '../../kernel/layout.ts'
import { type CompileOptions, compileRows } from './compile.ts'
import { FileFault } from './faults.ts'
import { canonicalProfile, proposeMapping } from './mapping.ts'

const layout = layoutOf({
  key: 'fires',
  zh: '火灾',
  en: 'Fires',
  naturalKey: 'no',
  datedBy: 'at',
  point: { lng: 'lng', lat: 'lat' },
  columns: [
    { key: 'no', field: 'no', zh: '编号', en: 'Number', kind: 'text', required: true, max: 20 },
    { key: 'at', field: 'at', zh: '接警时间', en: 'Received', kind: 'instant', required: true },
    {
      key: 'kind',
      field: 'kind',
      zh: '类别',
      en: 'Kind',
      kind: 'code',
      entries: [{ code: 'fire', zh: '火灾', en: 'Fire' }],
    },
    { key: 'cause', field: 'cause', zh: '原因', en: 'Cause', kind: 'code', table: 'cause' },
    { key: 'sub_cause', field: 'subCause', zh: '细类', en: 'Sub-cause', kind: 'code', table: 'cause', within: 'cause' },
    { key: 'station', field: 'station', zh: '派出所', en: 'Station', kind: 'code', table: 'station' },
    { key: 'address', field: 'address', zh: '地址', en: 'Address', kind: 'text' },
    { key: 'lng', field: 'lng', zh: '经度', en: 'Longitude', kind: 'number', min: -180, max: 180 },
    { key: 'lat', field: 'lat', zh: '纬度', en: 'Latitude', kind: 'number', min: -90, max: 90 },
    { key: 'deaths', field: 'deaths', zh: '死亡人数', en: 'Deaths', kind: 'integer', max: 1000 },
    { key: 'injured', field: 'injured', zh: '受伤人数', en: 'Injured', kind: 'integer', max: 1000 },
    { key: 'loss_yuan', field: 'lossFen', zh: '损失(元)', en: 'Loss (yuan)', kind: 'money', max: 1e12 },
    { key: 'area_m2', field: 'areaM2', zh: '过火面积(平方米)', en: 'Area (m²)', kind: 'decimal', scale: 2, max: 1e9 },
    { key: 'accident', field: 'accident', zh: '事故', en: 'Accident', kind: 'yesno' },
  ],
  checks: [
    {
      rule: 'deaths-need-fire',
      zh: '不是火灾，不能有死亡人数。',
      en: 'No fire, no deaths.',
      broken: (row) => (row.kind === null && row.deaths !== null ? 'deaths' : undefined),
    },
  ],
  aliases: { at: ['alarm time'], loss_yuan: ['财产损失'] },
})

const entry = (value: string, code: string, zh: string, more = {}) => ({ value, code, zh, en: zh, ...more })
const lookups = {
  cause: [
    entry('ELEC', 'ELEC', '电气火灾'),
    entry('LIFE', 'LIFE', '生活用火不慎'),
    entry('OLD', 'OLD', '旧原因', { until: '2020-01-01' }),
    entry('ELEC-1', 'ELEC-1', '短路', { parent: 'ELEC' }),
    entry('ELEC-9', 'ELEC-9', '其他', { parent: 'ELEC' }),
    entry('LIFE-9', 'LIFE-9', '其他', { parent: 'LIFE' }),
  ],
  station: [entry('id-1', '001', '澜山派出所'), entry('id-2', '002', '南门派出所'), entry('id-3', '003', '南门派出所')],
}

type Cells = Readonly<Record<string, string>>
function readerOf(cells: Cells, profile?: Parameters<typeof Profile.parse>[0], more: CompileOptions = {}) {
  const options = profile === undefined ? {} : { profile: Profile.parse(profile) }
  return compileRows(layout, Object.keys(cells), { lookups, ...options, ...more })
}
const outcomeOf = (cells: Cells, profile?: object, more?: CompileOptions) =>
  readerOf(cells, profile, more).read({ line: 2, cells: Object.values(cells) })
function rowOf(cells: Cells, profile?: object) {
  const outcome = outcomeOf(cells, profile)
  if ('faults' in outcome) throw new Error(outcome.faults.map(({ column, zh }) => `${column}: ${zh}`).join('\n'))
  return outcome
}
function rulesOf(cells: Cells, profile?: object, more?: CompileOptions): string[] {
  const outcome = outcomeOf(cells, profile, more)
  return 'faults' in outcome ? outcome.faults.map(({ column, rule }) => `${column} ${rule}`) : []
}
const thrownBy = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof FileFault) return error.rule
    throw error
  }
  return 'nothing'
}
const least = { no: 'A1', at: '2026-04-01 08:30' }

describe('our own layout', () => {
  it('takes keys and Chinese or English names in any order, codes and names', () => {
    const { row } = rowOf({
      派出所: '澜山派出所',
      原因: 'elec',
      Number: 'A1',
      接警时间: '2026/4/1 8:30',
      类别: '火灾',
      sub_cause: '其他',
      '损失（元）': '1,234.50',
      area_m2: '12.345',
      死亡人数: '０',
      事故: '否',
      地址: '  中山路\n1号 ',
    })
    expect(row).toEqual({
      no: 'A1',
      at: '2026-04-01T00:30:00.000Z',
      kind: 'fire',
      cause: 'ELEC',
      subCause: 'ELEC-9',
      station: 'id-1',
      address: '中山路 1号',
      lng: null,
      lat: null,
      deaths: 0,
      injured: null,
      lossFen: 123450,
      areaM2: 12.35,
      accident: false,
    })
  })

  it.each<[string, Cells, string[]]>([
    ['nothing in required columns', { no: '', at: ' ' }, ['no required', 'at required']],
    ['a day that does not exist', { ...least, at: '2026/2/30 8:30' }, ['at no-such-day']],
    ['a code that does not exist', { ...least, cause: '电器火灾' }, ['cause unknown-code']],
    ['a name of several', { ...least, station: '南门派出所' }, ['station ambiguous-name']],
    ['a code that has expired', { ...least, cause: 'OLD' }, ['cause not-in-force']],
    ['a child where a parent is asked', { ...least, cause: 'ELEC-1' }, ['cause unknown-code']],
    ['a child of another parent', { ...least, cause: 'LIFE', sub_cause: '短路' }, ['sub_cause wrong-parent']],
    ['a child without a parent', { ...least, cause: '', sub_cause: '短路' }, ['sub_cause parent-missing']],
    ['half a position', { ...least, lng: '120', lat: '' }, ['lng half-point']],
    ['a position the wrong way round', { ...least, lng: '30', lat: '120' }, ['lat too-big']],
    ['a formula', { ...least, address: '=HYPERLINK("x")' }, ['address formula-like']],
    ['a formula behind a full-width sign', { ...least, address: '＝1+1' }, ['address formula-like']],
    ['a formula that was made harmless', { ...least, address: "'=1+1" }, ['address formula-like']],
    ['a formula without value in a number', { ...least, deaths: '=A1' }, ['deaths formula-open']],
    ['an error of a spreadsheet', { ...least, address: '#REF!' }, ['address formula-error']],
    ['a number that lost digits', { ...least, no: '2.0260401E+17' }, ['no long-number']],
    ['a control character', { ...least, address: 'a\u0000b' }, ['address control-character']],
    ['a mark that turns the writing', { ...least, address: 'a\u202eb' }, ['address control-character']],
    ['lost characters', { ...least, address: '中\ufffd路' }, ['address broken-text']],
    ['half a character', { ...least, address: '中\ud800路' }, ['address broken-text']],
    ['a long text', { ...least, no: 'A'.repeat(21) }, ['no too-long']],
    ['a word for a number', { ...least, deaths: '三' }, ['deaths not-a-number']],
    ['an absurd figure', { ...least, deaths: '1001' }, ['deaths too-big']],
    ['a negative figure', { ...least, loss_yuan: '-1' }, ['loss_yuan too-small']],
    ['an answer that is none', { ...least, accident: '也许' }, ['accident not-yes-no']],
    ['what does not go together', { ...least, deaths: '1' }, ['deaths deaths-need-fire']],
  ])('refuses %s', (_, cells, rules) => {
    expect(rulesOf(cells)).toEqual(rules)
  })

  it('names line, column, value and reason, and what was probably meant', () => {
    const outcome = outcomeOf({ ...least, 原因: '电器火灾' })
    expect(outcome).toEqual({
      faults: [
        {
          line: 2,
          column: '原因',
          value: '电器火灾',
          rule: 'unknown-code',
          zh: '“电器火灾”不在原因的可选值中。是否应为“电气火灾”？',
          en: '"电器火灾" is not among the values of Cause. Did you mean "电气火灾"?',
        },
      ],
    })
  })

  it('tells every fault of a row at once', () => {
    expect(rulesOf({ no: '', at: '2026-04-01', deaths: 'x', address: '@x' })).toEqual([
      'no required',
      'at time-missing',
      'address formula-like',
      'deaths not-a-number',
    ])
  })

  it('refuses a number that came before, naming the line', () => {
    const reader = readerOf(least)
    const cells = Object.values(least)
    expect(reader.read({ line: 2, cells })).toHaveProperty('row')
    expect(reader.read({ line: 5, cells })).toMatchObject({
      faults: [{ rule: 'duplicate', zh: '与第 2 行的编号相同。' }],
    })
  })

  it('refuses what lies in the future', () => {
    expect(rulesOf(least, undefined, { now: '2026-04-01T00:00:00Z' })).toEqual(['at in-future'])
  })

  it('passes on what made the row unreadable', () => {
    const fault = { line: 9, column: '', value: '', rule: 'quote', zh: '', en: '' }
    expect(readerOf(least).read({ line: 9, cells: [], fault })).toEqual({ faults: [fault] })
  })
})

describe('headers', () => {
  it('that are unknown are refused unless ignored on purpose', () => {
    const cells = { ...least, 备注: 'x' }
    expect(thrownBy(() => readerOf(cells))).toBe('unknown-columns')
    const ignoring = canonicalProfile(Object.keys(cells), layout, ['备注'])
    expect(thrownBy(() => compileRows(layout, Object.keys(cells), { profile: ignoring, lookups }))).toBe('nothing')
  })

  it.each<[string, Cells, object | undefined, string]>([
    ['none is known', { a: '1', b: '2' }, undefined, 'no-known-header'],
    ['a required one is missing', { no: '1' }, undefined, 'missing-columns'],
    ['the mapping names one that the file lacks', least, { no: { from: 'x' }, at: { from: 'at' } }, 'profile-columns'],
    ['the mapping names a column of ours that is none', least, { nope: { from: 'no' } }, 'profile-target'],
    [
      'the mapping gives a code that does not exist',
      least,
      { no: { from: 'no' }, at: { from: 'at' }, kind: { constant: 'flood' } },
      'profile-value',
    ],
    [
      'the mapping gives a format that is none',
      least,
      { no: { from: 'no' }, at: { from: 'at', dateFormat: 'DD/MM' } },
      'profile-format',
    ],
    [
      'the mapping multiplies a text',
      least,
      { no: { from: 'no', multiply: '2' }, at: { from: 'at' } },
      'profile-option',
    ],
  ])('are refused where %s', (_, cells, columns, rule) => {
    expect(thrownBy(() => readerOf(cells, columns && { name: '外单位', columns }))).toBe(rule)
  })

  it('are proposed by key, name, alias and likeness; the unsure is said to be so', () => {
    const proposal = proposeMapping(['NO.', 'Alarm Time', '财产损失（万元）', 'death', '备注'], layout)
    expect(proposal.columns).toEqual({
      no: { from: 'NO.', sure: true },
      at: { from: 'Alarm Time', sure: true },
      loss_yuan: { from: '财产损失（万元）', sure: false },
      deaths: { from: 'death', sure: false },
    })
    expect(proposal.left).toEqual(['备注'])
    expect(proposal.missing).toEqual([])
  })
})

describe('a mapping', () => {
  const base = { no: { from: 'id' }, at: { from: 'alarm', dateFormat: 'MM/DD/YYYY HH:mm:ss' } }
  const foreign = { id: 'F1', alarm: '04/01/2026 08:30:15' }
  const mapped = (columns: object, cells: Cells, more: object = {}) =>
    rowOf({ ...foreign, ...cells }, { name: '外单位', columns: { ...base, ...columns }, ignore: '*', ...more })
  const refused = (columns: object, cells: Cells, more: object = {}) =>
    rulesOf({ ...foreign, ...cells }, { name: '外单位', columns: { ...base, ...columns }, ignore: '*', ...more })

  it('gives a constant, translates codes, many to one, with prefixes and a default', () => {
    const columns = {
      kind: { constant: '火灾' },
      cause: {
        from: 'code',
        values: { '51': 'ELEC', '52': '电气火灾', '6*': 'LIFE', '63': 'ELEC', '98': '', '*': 'LIFE' },
      },
    }
    const causes = ['51', '52', '61', '63', '98', '77', ''].map((code) => mapped(columns, { code }).row.cause)
    expect(causes).toEqual(['ELEC', 'ELEC', 'LIFE', 'ELEC', null, 'LIFE', null])
    expect(mapped(columns, { code: '' }).row.kind).toBe('fire')
  })

  it('translates two columns together, such as a kind and its subdivision', () => {
    const columns = { cause: { from: ['a', 'b'], values: { '1 2': 'ELEC', '1*': 'LIFE' } } }
    expect(mapped(columns, { a: '1', b: '2' }).row.cause).toBe('ELEC')
    expect(mapped(columns, { a: '1', b: '3' }).row.cause).toBe('LIFE')
  })

  it('adds numbers, and wants to know what an empty one means', () => {
    const columns = { injured: { from: ['civilians', 'crew'] } }
    expect(mapped(columns, { civilians: '2', crew: '1' }).row.injured).toBe(3)
    expect(mapped(columns, { civilians: '', crew: '' }).row.injured).toBeNull()
    expect(refused(columns, { civilians: '2', crew: '' })).toEqual(['civilians + crew part-missing'])
    const told = { injured: { from: ['civilians', 'crew'], values: { '': '0' } } }
    expect(mapped(told, { civilians: '2', crew: '' }).row.injured).toBe(2)
  })

  it('joins texts, joins a day with its time, and takes the first that is filled', () => {
    const columns = {
      at: { from: ['day', 'time'], dateFormat: 'D.M.YYYY HH:mm' },
      address: { from: ['street', 'place'] },
      station: { from: ['s1', 's2'], pick: 'first' },
    }
    const cells = { day: '1.4.2026', time: '08:30', street: '中山路', place: '1号', s1: '', s2: '001' }
    const { row } = mapped(columns, cells)
    expect(row).toMatchObject({ at: '2026-04-01T00:30:00.000Z', address: '中山路 1号', station: 'id-1' })
  })

  it('converts currencies and units exactly', () => {
    const columns = { loss_yuan: { from: 'cad', multiply: '5.25' }, area_m2: { from: 'sqft', multiply: '0.092903' } }
    expect(mapped(columns, { cad: '19.99', sqft: '1,000' }).row).toMatchObject({ lossFen: 10495, areaM2: 92.9 })
    const wan = { loss_yuan: { from: '万元', multiply: '10000' } }
    expect(mapped(wan, { 万元: '0.12345678' }).row.lossFen).toBe(123457)
    expect(refused({ deaths: { from: 'd', multiply: '0.5' }, kind: { constant: 'fire' } }, { d: '3' })).toEqual([
      'd not-whole',
    ])
  })

  it('takes a bad value as unknown where it is told to, and says so', () => {
    const columns = {
      cause: { from: 'code', invalid: 'blank' },
      deaths: { from: 'd', invalid: 'blank' },
      lng: { from: 'x', invalid: 'blank' },
      lat: { from: 'y', invalid: 'blank' },
    }
    const { row, blanked } = mapped(columns, { code: '???', d: '1', x: '500', y: '30' })
    expect(row).toMatchObject({ cause: null, deaths: null, lng: null, lat: null })
    expect(blanked.map(({ column, rule, value }) => [column, rule, value])).toEqual([
      ['code', 'unknown-code', '???'],
      ['x', 'too-big', '500'],
      ['y', 'half-point', '30'],
      ['d', 'deaths-need-fire', '1'],
    ])
  })

  it('never blanks a required column', () => {
    expect(refused({ at: { from: 'alarm', invalid: 'blank' } }, { alarm: 'x' })).toEqual(['alarm not-a-time'])
  })

  it('knows words for an empty cell, other zones and other coordinates', () => {
    const columns = { at: { from: 'alarm' }, address: { from: 'street' }, lng: { from: 'x' }, lat: { from: 'y' } }
    const { row } = mapped(
      columns,
      { alarm: '2026-07-15 12:00', street: 'n/a', x: '120.0', y: '30.0' },
      { blanks: ['N/A'], zone: 'America/Toronto', coordinates: 'GCJ-02' },
    )
    expect(row).toMatchObject({ at: '2026-07-15T16:00:00.000Z', address: null })
    expect(row.lng).toBeCloseTo(119.9953, 3)
    expect(row.lat).toBeCloseTo(30.0025, 3)
  })

  it('is refused when it makes no sense', () => {
    const bad = (column: object) => Profile.safeParse({ name: 'x', columns: { no: column } }).success
    expect([{}, { from: 'a', constant: 'b' }, { from: 'a', multiply: '-1' }, { from: 'a', other: 1 }].map(bad)).toEqual(
      [false, false, false, false],
    )
    expect(Profile.safeParse({ name: 'x', columns: {}, zone: 'Mars/Olympus' }).success).toBe(false)
  })
})
