/** The canonical layout is a contract with other programs: its headers, its values, and what it refuses. */
import { describe, expect, it } from 'vitest'
import { Profile } from '../../kernel/layout.ts'
import { compileRows } from '../../platform/imports/compile.ts'
import { proposeMapping } from '../../platform/imports/mapping.ts'
import { incidentLayout } from './import-layout.ts'

const entry = (code: string, zh: string, parent?: string) => ({
  value: code,
  code,
  zh,
  en: zh,
  ...(parent ? { parent } : {}),
})
const lookups = {
  station: [{ ...entry('990101001', '澜山派出所'), value: 'id-of-station' }],
  community: [{ ...entry('990101001001', '南门社区'), value: 'id-of-community' }],
  place: [entry('RES', '住宅'), entry('FACT', '厂房'), entry('VEH', '交通工具'), entry('OTHR', '其他')],
  cause: [
    entry('ELEC', '电气火灾'),
    entry('ARSN', '放火'),
    entry('UNKN', '不明确原因'),
    entry('ELEC-SHORT', '短路', 'ELEC'),
  ],
}

type Cells = Readonly<Record<string, string>>
const read = (cells: Cells, profile?: unknown) =>
  compileRows(incidentLayout, Object.keys(cells), {
    lookups,
    now: '2026-07-01T00:00:00Z',
    ...(profile === undefined ? {} : { profile: Profile.parse(profile) }),
  }).read({ line: 2, cells: Object.values(cells) })
const faultsOf = (cells: Cells) => {
  const outcome = read({ ...least, ...cells })
  return 'faults' in outcome ? outcome.faults.map(({ column, rule }) => `${column} ${rule}`) : []
}
const least = { incident_no: 'A1', kind: 'fire', received_at: '2026-04-01 08:30' }

describe('the contract', () => {
  it('has these headers, by key and by Chinese name', () => {
    expect(incidentLayout.columns.map(({ key, zh }) => `${key} ${zh}`)).toEqual([
      'incident_no 警情编号',
      'kind 警情类别',
      'received_at 接警时间',
      'dispatched_at 出动时间',
      'arrived_at 到场时间',
      'controlled_at 控制时间',
      'ended_at 结束时间',
      'station 辖区派出所',
      'community 社区',
      'address 地址',
      'lng 经度',
      'lat 纬度',
      'urban 城乡',
      'place 场所类别',
      'cause 起火原因',
      'sub_cause 原因细类',
      'vehicles 出动车辆',
      'personnel 出动人员',
      'rescued 抢救被困人员',
      'evacuated 疏散被困人员',
      'saved_yuan 抢救财产价值(元)',
      'direct_loss_yuan 直接财产损失(元)',
      'economic_loss_yuan 直接经济损失(元)',
      'burned_area_m2 过火面积(平方米)',
      'households 受灾户数',
      'people 受灾人数',
      'deaths 死亡人数',
      'serious_injuries 重伤人数',
      'minor_injuries 轻伤人数',
      'production_accident 生产安全事故',
      'source 数据来源',
      'written_off 核销',
      'written_off_reason 核销原因',
      'premises_no 场所编号',
    ])
  })

  it('reads a fire in Chinese words', () => {
    expect(
      read({
        警情编号: '海2026-0001',
        警情类别: '火灾',
        接警时间: '2026-04-01 08:30',
        出动时间: '2026-04-01 08:31:05',
        到场时间: '2026-04-01T08:36:00+08:00',
        控制时间: '2026-04-01T00:50:00Z',
        结束时间: '2026/4/1 9:30',
        辖区派出所: '澜山派出所',
        社区: '990101001001',
        地址: '海岚市青澜区中山路1号',
        经度: '120.123456',
        纬度: '30.654321',
        城乡: '城市',
        场所类别: '住宅',
        起火原因: '电气火灾',
        原因细类: '短路',
        出动车辆: '3',
        出动人员: '18',
        抢救被困人员: '1',
        疏散被困人员: '12',
        '抢救财产价值(元)': '10000',
        '直接财产损失(元)': '2345.67',
        '直接经济损失(元)': '3000.5',
        '过火面积(平方米)': '12.5',
        受灾户数: '1',
        受灾人数: '3',
        死亡人数: '0',
        重伤人数: '',
        轻伤人数: '1',
        生产安全事故: '否',
        数据来源: '消防正式统计',
        核销: '否',
        核销原因: '',
        场所编号: 'P-77',
      }),
    ).toEqual({
      blanked: [],
      row: {
        incidentNo: '海2026-0001',
        kind: 'fire',
        receivedAt: '2026-04-01T00:30:00.000Z',
        dispatchedAt: '2026-04-01T00:31:05.000Z',
        arrivedAt: '2026-04-01T00:36:00.000Z',
        controlledAt: '2026-04-01T00:50:00.000Z',
        endedAt: '2026-04-01T01:30:00.000Z',
        station: 'id-of-station',
        community: 'id-of-community',
        address: '海岚市青澜区中山路1号',
        lng: 120.123456,
        lat: 30.654321,
        urban: 'urban',
        place: 'RES',
        cause: 'ELEC',
        subCause: 'ELEC-SHORT',
        vehicles: 3,
        personnel: 18,
        rescued: 1,
        evacuated: 12,
        savedFen: 1_000_000,
        directLossFen: 234_567,
        economicLossFen: 300_050,
        burnedAreaM2: 12.5,
        households: 1,
        people: 3,
        deaths: 0,
        seriousInjuries: null,
        minorInjuries: 1,
        productionAccident: false,
        source: 'official',
        writtenOff: false,
        writtenOffReason: null,
        premisesNo: 'P-77',
      },
    })
  })

  it('needs number, kind and time, and nothing else', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ incident_no: '', kind: '', received_at: '' })).toEqual([
      'incident_no required',
      'kind required',
      'received_at required',
    ])
  })

  it.each<[string, Cells, string]>([
    ['a time before the one before it', { arrived_at: '2026-04-01 08:29' }, 'arrived_at before-the-one-before'],
    [
      'a time before the last that is known',
      { arrived_at: '2026-04-01 09:00', controlled_at: '', ended_at: '2026-04-01 08:59' },
      'ended_at before-the-one-before',
    ],
    ['the cause of what is no fire', { kind: '抢险救援', cause: '放火' }, 'cause only-for-fires'],
    ['even no deaths of what is no fire', { kind: 'rescue', deaths: '0' }, 'deaths only-for-fires'],
    [
      'the write-off of what is no fire',
      { kind: 'false', written_off: 'yes', written_off_reason: '误报' },
      'written_off only-for-fires',
    ],
    ['a write-off without a reason', { written_off: '是' }, 'written_off_reason reason-missing'],
    ['a reason without a write-off', { written_off_reason: '误报' }, 'written_off_reason reason-without-writing-off'],
    ['a day that does not exist', { received_at: '2026/2/30 8:30' }, 'received_at no-such-day'],
    ['what has not happened yet', { received_at: '2026-07-02 08:30' }, 'received_at in-future'],
    ['a negative figure', { vehicles: '-1' }, 'vehicles too-small'],
    ['an absurd figure', { vehicles: '10001' }, 'vehicles too-big'],
    ['fractions of a fen', { direct_loss_yuan: '1.005' }, 'direct_loss_yuan decimals'],
    ['a sub-cause of another cause', { cause: '放火', sub_cause: '短路' }, 'sub_cause wrong-parent'],
  ])('refuses %s', (_, cells, fault) => {
    expect(faultsOf(cells)).toEqual([fault])
  })

  it('lets any alarm have vehicles, personnel, persons rescued and property saved', () => {
    expect(
      faultsOf({ kind: 'other', vehicles: '1', personnel: '6', rescued: '1', evacuated: '0', saved_yuan: '5' }),
    ).toEqual([])
  })

  it('keeps a fire that is written off a fire by kind, with its reason', () => {
    expect(read({ ...least, written_off: 'yes', written_off_reason: '重复接警' })).toMatchObject({
      row: { kind: 'fire', writtenOff: true, writtenOffReason: '重复接警' },
    })
  })
})

describe('a foreign file', () => {
  const cells = {
    incident_no: 'F1',
    alarm: '04/01/2026 23:50:00',
    arrival: '04/01/2026 23:40:00',
    lat: '43.65',
    lon: '-79.45',
    intersection: 'A St / B St',
    ward: '18',
    property_use: '301',
    ignition_source: '9990',
    civ_casualties: '2',
    ff_casualties: '1',
    est_loss: '1000',
    alarm_presence: '9',
  }
  const profile = {
    name: '外国消防局',
    ignore: ['alarm_presence'],
    zone: 'America/Toronto',
    columns: {
      incident_no: { from: 'incident_no' },
      kind: { constant: 'fire' },
      received_at: { from: 'alarm', dateFormat: 'MM/DD/YYYY HH:mm:ss' },
      arrived_at: { from: 'arrival', dateFormat: 'MM/DD/YYYY HH:mm:ss', invalid: 'blank' },
      address: { from: ['intersection', 'ward'] },
      lng: { from: 'lon' },
      lat: { from: 'lat' },
      place: { from: 'property_use', values: { '3*': 'RES', '9*': 'VEH', '*': 'OTHR' } },
      cause: { from: 'ignition_source', values: { '2*': 'ELEC', '999': 'UNKN', '9990': 'UNKN', '*': '' } },
      minor_injuries: { from: ['civ_casualties', 'ff_casualties'] },
      direct_loss_yuan: { from: 'est_loss', multiply: '5.2' },
      source: { constant: 'official' },
    },
  }

  it('is read by a profile alone: words, order of dates, zone, currency, sums, and times that run backwards', () => {
    const outcome = read(cells, profile)
    expect(outcome).toMatchObject({
      row: {
        receivedAt: '2026-04-02T03:50:00.000Z',
        arrivedAt: null,
        address: 'A St / B St 18',
        lng: -79.45,
        lat: 43.65,
        place: 'RES',
        cause: 'UNKN',
        minorInjuries: 3,
        directLossFen: 520_000,
        source: 'official',
      },
      blanked: [{ line: 2, column: 'arrival', value: '04/01/2026 23:40:00', rule: 'before-the-one-before' }],
    })
  })

  it('is half mapped by the proposal already', () => {
    const { columns, missing } = proposeMapping(Object.keys(cells), incidentLayout)
    const proposed = Object.fromEntries(Object.entries(columns).map(([key, { from }]) => [key, from]))
    expect(proposed).toMatchObject({
      incident_no: 'incident_no',
      received_at: 'alarm',
      arrived_at: 'arrival',
      lng: 'lon',
      lat: 'lat',
      address: 'intersection',
      place: 'property_use',
      direct_loss_yuan: 'est_loss',
    })
    expect(missing).toEqual(['kind'])
  })
})
