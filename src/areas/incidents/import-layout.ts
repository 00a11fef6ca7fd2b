/** The canonical layout of incidents in files: the contract on which other programs rely. */
import { type Column, layoutOf, type RowCheck, type RowOf } from '../../kernel/layout.ts'
import { fireFields } from './checks.ts'

/** Above these a figure is a slip of the keyboard: the greatest fires on record stay below them. */
const mostVehicles = 10_000
const mostPersons = 1_000_000
const mostYuan = 1_000_000_000_000
const mostSquareMetres = 100_000_000_000

const instant = { kind: 'instant' } as const
const code = { kind: 'code' } as const
const yesno = { kind: 'yesno' } as const
const count = { kind: 'integer', max: mostPersons } as const
const yuan = { kind: 'money', max: mostYuan } as const

const kinds = [
  { code: 'fire', zh: '火灾', en: 'Fire' },
  { code: 'rescue', zh: '抢险救援', en: 'Rescue' },
  { code: 'service', zh: '社会救助', en: 'Public service' },
  { code: 'false', zh: '虚假警', en: 'False alarm' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const
const urbanities = [
  { code: 'urban', zh: '城市', en: 'Urban' },
  { code: 'rural', zh: '农村', en: 'Rural' },
] as const
const sources = [
  { code: 'official', zh: '消防正式统计', en: 'Official statistics of the fire service' },
  { code: 'local', zh: '本地台账', en: 'Local register' },
] as const

const columns = [
  {
    key: 'incident_no',
    field: 'incidentNo',
    zh: '警情编号',
    en: 'Incident number',
    kind: 'text',
    required: true,
    max: 64,
  },
  { key: 'kind', field: 'kind', zh: '警情类别', en: 'Kind of incident', ...code, required: true, entries: kinds },
  { key: 'received_at', field: 'receivedAt', zh: '接警时间', en: 'Received', ...instant, required: true },
  { key: 'dispatched_at', field: 'dispatchedAt', zh: '出动时间', en: 'Dispatched', ...instant },
  { key: 'arrived_at', field: 'arrivedAt', zh: '到场时间', en: 'Arrived', ...instant },
  { key: 'controlled_at', field: 'controlledAt', zh: '控制时间', en: 'Under control', ...instant },
  { key: 'ended_at', field: 'endedAt', zh: '结束时间', en: 'Ended', ...instant },
  { key: 'station', field: 'station', zh: '辖区派出所', en: 'Police station', ...code, table: 'station' },
  { key: 'community', field: 'community', zh: '社区', en: 'Community', ...code, table: 'community' },
  { key: 'address', field: 'address', zh: '地址', en: 'Address', kind: 'text', max: 300 },
  { key: 'lng', field: 'lng', zh: '经度', en: 'Longitude', kind: 'number', min: -180, max: 180 },
  { key: 'lat', field: 'lat', zh: '纬度', en: 'Latitude', kind: 'number', min: -90, max: 90 },
  { key: 'urban', field: 'urban', zh: '城乡', en: 'Urban or rural', ...code, entries: urbanities },
  { key: 'place', field: 'place', zh: '场所类别', en: 'Kind of place', ...code, table: 'place' },
  { key: 'cause', field: 'cause', zh: '起火原因', en: 'Cause', ...code, table: 'cause' },
  { key: 'sub_cause', field: 'subCause', zh: '原因细类', en: 'Sub-cause', ...code, table: 'cause', within: 'cause' },
  { key: 'vehicles', field: 'vehicles', zh: '出动车辆', en: 'Vehicles sent', kind: 'integer', max: mostVehicles },
  { key: 'personnel', field: 'personnel', zh: '出动人员', en: 'Personnel sent', ...count },
  { key: 'rescued', field: 'rescued', zh: '抢救被困人员', en: 'Persons rescued', ...count },
  { key: 'evacuated', field: 'evacuated', zh: '疏散被困人员', en: 'Persons evacuated', ...count },
  { key: 'saved_yuan', field: 'savedFen', zh: '抢救财产价值(元)', en: 'Property saved (yuan)', ...yuan },
  {
    key: 'direct_loss_yuan',
    field: 'directLossFen',
    zh: '直接财产损失(元)',
    en: 'Direct property loss (yuan)',
    ...yuan,
  },
  {
    key: 'economic_loss_yuan',
    field: 'economicLossFen',
    zh: '直接经济损失(元)',
    en: 'Direct economic loss (yuan)',
    ...yuan,
  },
  {
    key: 'burned_area_m2',
    field: 'burnedAreaM2',
    zh: '过火面积(平方米)',
    en: 'Burned area (m²)',
    kind: 'decimal',
    scale: 2,
    max: mostSquareMetres,
  },
  { key: 'households', field: 'households', zh: '受灾户数', en: 'Households affected', ...count },
  { key: 'people', field: 'people', zh: '受灾人数', en: 'People affected', ...count },
  { key: 'deaths', field: 'deaths', zh: '死亡人数', en: 'Deaths', ...count },
  { key: 'serious_injuries', field: 'seriousInjuries', zh: '重伤人数', en: 'Serious injuries', ...count },
  { key: 'minor_injuries', field: 'minorInjuries', zh: '轻伤人数', en: 'Minor injuries', ...count },
  { key: 'production_accident', field: 'productionAccident', zh: '生产安全事故', en: 'Production accident', ...yesno },
  { key: 'source', field: 'source', zh: '数据来源', en: 'Source', ...code, entries: sources },
  { key: 'written_off', field: 'writtenOff', zh: '核销', en: 'Written off', ...yesno },
  {
    key: 'written_off_reason',
    field: 'writtenOffReason',
    zh: '核销原因',
    en: 'Write-off reason',
    kind: 'text',
    max: 500,
  },
  { key: 'premises_no', field: 'premisesNo', zh: '场所编号', en: 'Premises number', kind: 'text', max: 64 },
] as const satisfies readonly Column[]

/** What other programs call the columns: for proposals of a mapping only. */
const aliases = {
  incident_no: [
    '接警编号',
    '火灾编号',
    '案件编号',
    '警情号',
    '编号',
    'incident id',
    'case id',
    'case number',
    'call number',
  ],
  kind: ['警情类型', '出警类型', '灾害类型', 'incident type', 'call type', 'type'],
  received_at: ['报警时间', '立案时间', '起火时间', 'alarm', 'alarm time', 'call time', 'reported at'],
  dispatched_at: ['出警时间', '派警时间', 'dispatch', 'dispatch time', 'turnout'],
  arrived_at: ['到达时间', '到达现场时间', 'arrival', 'arrival time', 'on scene'],
  controlled_at: ['火势控制时间', 'under control time', 'fire under control'],
  ended_at: ['扑灭时间', '归队时间', '处置结束时间', 'last clear', 'cleared', 'end time', 'closed'],
  station: ['派出所', '管辖派出所', '所属派出所', 'station area', 'precinct'],
  community: ['社区(村)', '所属社区', '村居', 'neighbourhood', 'neighborhood'],
  address: ['详细地址', '起火地址', '警情地址', '事发地点', 'location', 'intersection', 'street address'],
  lng: ['lon', 'long', 'x'],
  lat: ['y'],
  place: ['起火场所', '场所类型', '起火场所类别', 'property use', 'occupancy', 'property type'],
  cause: ['火灾原因', '原因大类', 'fire cause', 'possible cause'],
  sub_cause: ['原因小类', '具体原因', 'detailed cause'],
  vehicles: ['出动车辆数', '车辆数', 'apparatus', 'responding apparatus', 'trucks'],
  personnel: ['出动人数', '出动警力', 'responding personnel', 'firefighters'],
  rescued: ['抢救人数', '营救人数', 'people rescued'],
  evacuated: ['疏散人数', 'people evacuated'],
  saved_yuan: ['保护财产价值', 'value saved'],
  direct_loss_yuan: ['财产损失', '损失金额', 'estimated loss', 'est loss', 'loss', 'property loss'],
  economic_loss_yuan: ['经济损失', 'economic loss'],
  burned_area_m2: ['燃烧面积', 'area burned'],
  people: ['受灾人口', 'displaced', 'persons displaced'],
  deaths: ['亡人数', '亡人', 'fatalities', 'killed'],
  serious_injuries: ['重伤', 'seriously injured'],
  minor_injuries: ['轻伤', 'slightly injured'],
  production_accident: ['是否生产安全事故'],
  source: ['来源', 'data source'],
  written_off: ['是否核销'],
  written_off_reason: ['核销理由'],
  premises_no: ['单位编号', '场所编码'],
}

export type IncidentRow = RowOf<typeof columns>

/** The times in the order in which they must not run backwards. */
const times = [
  ['received_at', 'receivedAt'],
  ['dispatched_at', 'dispatchedAt'],
  ['arrived_at', 'arrivedAt'],
  ['controlled_at', 'controlledAt'],
  ['ended_at', 'endedAt'],
] as const

const inOrder: RowCheck<IncidentRow> = {
  rule: 'before-the-one-before',
  zh: '早于前一个时间：接警、出动、到场、控制、结束的时间不能倒退。',
  en: 'Before the time that precedes it: received, dispatched, arrived, under control and ended must not run backwards.',
  broken(row) {
    let latest: string | null = null
    for (const [key, field] of times) {
      const at = row[field]
      if (at === null) continue
      if (latest !== null && at < latest) return key
      latest = at
    }
    return undefined
  },
}

/** Vehicles, personnel, persons rescued and evacuated and property saved any alarm has; these only a fire. */
const onlyForFire = (field: (typeof fireFields)[number]): RowCheck<IncidentRow> => {
  const key = columns.find((column) => column.field === field)?.key ?? field
  return {
    rule: 'only-for-fires',
    zh: '只有警情类别为火灾时才能填写。',
    en: 'Only an incident that is a fire can have this.',
    broken: (row) => (row.kind !== 'fire' && row[field] !== null ? key : undefined),
  }
}

/** Written off is a fire that was none; “否” may stand on any alarm. */
const writtenOffFire: RowCheck<IncidentRow> = {
  rule: 'only-for-fires',
  zh: '只有警情类别为火灾时才能核销。',
  en: 'Only an incident that is a fire can be written off.',
  broken: (row) => (row.writtenOff === true && row.kind !== 'fire' ? 'written_off' : undefined),
}

const reasonGiven: RowCheck<IncidentRow> = {
  rule: 'reason-missing',
  zh: '核销的警情必须填写核销原因。',
  en: 'What is written off needs a reason.',
  broken: (row) => (row.writtenOff === true && row.writtenOffReason === null ? 'written_off_reason' : undefined),
}

const reasonWanted: RowCheck<IncidentRow> = {
  rule: 'reason-without-writing-off',
  zh: '填写了核销原因，但“核销”不是“是”。',
  en: 'A reason of writing off is given, but the incident is not written off.',
  broken: (row) => (row.writtenOff !== true && row.writtenOffReason !== null ? 'written_off_reason' : undefined),
}

export const incidentLayout = layoutOf({
  key: 'incidents',
  zh: '警情与火灾',
  en: 'Incidents',
  naturalKey: 'incident_no',
  datedBy: 'received_at',
  point: { lng: 'lng', lat: 'lat' },
  columns,
  checks: [inOrder, ...fireFields.map(onlyForFire), writtenOffFire, reasonGiven, reasonWanted],
  aliases,
})
