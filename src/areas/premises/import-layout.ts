/** The canonical layout of the register in files: the contract on which other programs rely. */
import { type Column, layoutOf, type RowCheck, type RowOf } from '../../kernel/layout.ts'
import { isMasked } from '../../kernel/masking.ts'
import { plainUscc, usccFault } from './uscc.ts'
import { usccWords } from './uscc-words.ts'

/** Above these a figure is a slip of the keyboard. */
const mostPersons = 1_000_000
const mostSquareMetres = 10_000_000
const mostMetres = 1000

const code = { kind: 'code' } as const
const day = { kind: 'day' } as const
const yesno = { kind: 'yesno' } as const
const count = { kind: 'integer', max: mostPersons } as const
const name = { kind: 'text', max: 60 } as const

const forms = [
  { code: 'unit', zh: '单位场所', en: 'Place or unit' },
  { code: 'estate', zh: '住宅小区', en: 'Residential area' },
  { code: 'building', zh: '建筑', en: 'Building' },
  { code: 'company', zh: '物业服务企业', en: 'Property company' },
  { code: 'committee', zh: '居（村）民委员会', en: "Residents' or villagers' committee" },
] as const
const states = [
  { code: 'open', zh: '在营', en: 'Open' },
  { code: 'paused', zh: '停业', en: 'Closed for a time' },
  { code: 'deregistered', zh: '注销', en: 'Deregistered' },
  { code: 'demolished', zh: '拆除', en: 'Demolished' },
] as const
const ratings = [
  { code: '1', zh: '一级', en: 'Grade one' },
  { code: '2', zh: '二级', en: 'Grade two' },
  { code: '3', zh: '三级', en: 'Grade three' },
  { code: '4', zh: '四级', en: 'Grade four' },
] as const
const gases = [
  { code: 'none', zh: '不使用', en: 'None' },
  { code: 'piped', zh: '管道燃气', en: 'Piped' },
  { code: 'bottled', zh: '瓶装液化气', en: 'Bottled' },
  { code: 'both', zh: '管道和瓶装', en: 'Both' },
] as const
const ebikes = [
  { code: 'none', zh: '无', en: 'None' },
  { code: 'outdoor', zh: '室外集中充电', en: 'Outdoors' },
  { code: 'indoor', zh: '室内充电', en: 'Indoors' },
] as const

const columns = [
  { key: 'premises_no', field: 'premisesNo', zh: '场所编号', en: 'Premises number', kind: 'text', max: 64 },
  { key: 'form', field: 'form', zh: '对象类型', en: 'Form', ...code, entries: forms },
  { key: 'kind', field: 'kind', zh: '场所类别', en: 'Kind of premises', ...code, table: 'premises-kind' },
  { key: 'tags', field: 'tags', zh: '标签', en: 'Tags', kind: 'codes', table: 'premises-tag' },
  { key: 'name', field: 'name', zh: '名称', en: 'Name', kind: 'text', required: true, max: 200 },
  { key: 'uscc', field: 'uscc', zh: '统一社会信用代码', en: 'Unified social credit code', kind: 'text', max: 40 },
  {
    key: 'operator_id_tail',
    field: 'operatorIdTail',
    zh: '经营者身份证后四位',
    en: "Last four of the operator's identity number",
    kind: 'text',
    max: 4,
  },
  { key: 'address', field: 'address', zh: '地址', en: 'Address', kind: 'text', max: 300 },
  { key: 'lng', field: 'lng', zh: '经度', en: 'Longitude', kind: 'number', min: -180, max: 180 },
  { key: 'lat', field: 'lat', zh: '纬度', en: 'Latitude', kind: 'number', min: -90, max: 90 },
  { key: 'station', field: 'station', zh: '辖区派出所', en: 'Police station', ...code, table: 'station' },
  { key: 'community', field: 'community', zh: '社区', en: 'Community', ...code, table: 'community' },
  { key: 'grid', field: 'grid', zh: '网格', en: 'Grid', ...code, table: 'grid' },
  { key: 'building', field: 'building', zh: '所在建筑', en: 'Building', kind: 'text', max: 200 },
  { key: 'estate', field: 'estate', zh: '所在小区', en: 'Residential area', kind: 'text', max: 200 },
  { key: 'company', field: 'company', zh: '物业服务企业', en: 'Property company', kind: 'text', max: 200 },
  { key: 'committee', field: 'committee', zh: '居（村）委会', en: 'Committee', kind: 'text', max: 200 },
  { key: 'floors', field: 'floors', zh: '所在楼层', en: 'Floors it takes', kind: 'text', max: 60 },
  {
    key: 'area_m2',
    field: 'areaM2',
    zh: '面积(平方米)',
    en: 'Area (m²)',
    kind: 'decimal',
    scale: 2,
    max: mostSquareMetres,
  },
  {
    key: 'height_m',
    field: 'heightM',
    zh: '建筑高度(米)',
    en: 'Height (m)',
    kind: 'decimal',
    scale: 2,
    max: mostMetres,
  },
  { key: 'floors_above', field: 'floorsAbove', zh: '地上层数', en: 'Floors above ground', kind: 'integer', max: 200 },
  { key: 'floors_below', field: 'floorsBelow', zh: '地下层数', en: 'Floors below ground', kind: 'integer', max: 20 },
  { key: 'fire_rating', field: 'fireRating', zh: '耐火等级', en: 'Fire rating', ...code, entries: ratings },
  { key: 'built_year', field: 'builtYear', zh: '建成年份', en: 'Built in', kind: 'integer', min: 1000, max: 2100 },
  { key: 'usage', field: 'usage', zh: '使用性质', en: 'Use', kind: 'text', max: 100 },
  { key: 'households', field: 'households', zh: '户数', en: 'Households', ...count },
  { key: 'residents', field: 'residents', zh: '居住人数', en: 'Residents', ...count },
  { key: 'tenants', field: 'tenants', zh: '租住人数', en: 'Tenants', ...count },
  { key: 'staff', field: 'staff', zh: '从业人数', en: 'Staff', ...count },
  { key: 'beds', field: 'beds', zh: '床位数', en: 'Beds', ...count },
  { key: 'rooms', field: 'rooms', zh: '客房数', en: 'Rooms', ...count },
  { key: 'diners', field: 'diners', zh: '额定就餐人数', en: 'Rated diners', ...count },
  { key: 'pupils', field: 'pupils', zh: '在校人数', en: 'Pupils', ...count },
  { key: 'boarders', field: 'boarders', zh: '寄宿人数', en: 'Boarders', ...count },
  { key: 'exits', field: 'exits', zh: '安全出口数', en: 'Exits', ...count },
  { key: 'gas', field: 'gas', zh: '燃气', en: 'Gas', ...code, entries: gases },
  {
    key: 'ebike_charging',
    field: 'ebikeCharging',
    zh: '电动自行车充电',
    en: 'E-bike charging',
    ...code,
    entries: ebikes,
  },
  { key: 'dangerous_goods', field: 'dangerousGoods', zh: '危险物品', en: 'Dangerous goods', kind: 'text', max: 200 },
  { key: 'legal_person', field: 'legalPerson', zh: '法定代表人', en: 'Legal person', ...name },
  { key: 'responsible_name', field: 'responsibleName', zh: '消防安全责任人', en: 'Person responsible', ...name },
  {
    key: 'responsible_phone',
    field: 'responsiblePhone',
    zh: '责任人电话',
    en: 'Phone of the person responsible',
    kind: 'text',
    max: 20,
  },
  { key: 'manager_name', field: 'managerName', zh: '消防安全管理人', en: 'Fire-safety manager', ...name },
  { key: 'manager_phone', field: 'managerPhone', zh: '管理人电话', en: 'Phone of the manager', kind: 'text', max: 20 },
  { key: 'indoor_hydrants', field: 'indoorHydrants', zh: '室内消火栓', en: 'Indoor hydrants', ...count },
  { key: 'sprinklers', field: 'sprinklers', zh: '自动喷水灭火系统', en: 'Sprinkler system', ...yesno },
  { key: 'fire_alarm', field: 'fireAlarm', zh: '火灾自动报警系统', en: 'Fire alarm system', ...yesno },
  { key: 'smoke_detectors', field: 'smokeDetectors', zh: '独立感烟探测器', en: 'Smoke detectors', ...count },
  { key: 'emergency_lights', field: 'emergencyLights', zh: '应急照明', en: 'Emergency lights', ...count },
  { key: 'exit_signs', field: 'exitSigns', zh: '疏散指示标志', en: 'Exit signs', ...count },
  { key: 'extinguishers', field: 'extinguishers', zh: '灭火器', en: 'Extinguishers', ...count },
  {
    key: 'extinguishers_expire_on',
    field: 'extinguishersExpireOn',
    zh: '灭火器到期日',
    en: 'Extinguishers expire on',
    ...day,
  },
  { key: 'micro_station', field: 'microStation', zh: '微型消防站', en: 'Micro fire station', ...yesno },
  {
    key: 'acceptance_no',
    field: 'acceptanceNo',
    zh: '消防验收备案文号',
    en: 'Acceptance number',
    kind: 'text',
    max: 80,
  },
  { key: 'acceptance_on', field: 'acceptanceOn', zh: '消防验收备案日期', en: 'Accepted on', ...day },
  { key: 'state', field: 'state', zh: '状态', en: 'State', ...code, entries: states },
  { key: 'state_since', field: 'stateSince', zh: '状态日期', en: 'State since', ...day },
  { key: 'list', field: 'list', zh: '列管类别', en: 'Supervision list', ...code, table: 'supervision-list' },
  { key: 'supervisor', field: 'supervisor', zh: '监管单位', en: 'Supervising body', ...code, table: 'supervisor' },
  { key: 'officer', field: 'officer', zh: '责任民警', en: 'Responsible officer', ...code, table: 'officer' },
  { key: 'last_inspected_on', field: 'lastInspectedOn', zh: '上次检查日期', en: 'Last inspected on', ...day },
  { key: 'remarks', field: 'remarks', zh: '备注', en: 'Remarks', kind: 'text', max: 1000 },
] as const satisfies readonly Column[]

/** What other programs call the columns: for proposals of a mapping only. */
const aliases = {
  premises_no: ['编号', '单位编号', '场所编码', '档案编号', '序列号', 'id', 'no'],
  form: ['类型', '对象类别'],
  kind: ['单位类别', '场所类型', '行业类别', '九小类别', '类别', 'category'],
  tags: ['标识', '风险标签', '特征'],
  name: ['单位名称', '场所名称', '店名', '字号名称', '企业名称', '小区名称', '建筑名称', 'premises', 'business name'],
  uscc: ['信用代码', '社会信用代码', '营业执照号', '执照编号', '注册号', 'credit code'],
  address: ['详细地址', '单位地址', '经营地址', '住所', '场所地址', 'location'],
  lng: ['lon', 'long', 'x', '东经'],
  lat: ['y', '北纬'],
  station: ['派出所', '管辖派出所', '所属派出所'],
  community: ['社区(村)', '所属社区', '村居', '居委会名称'],
  grid: ['所属网格', '网格编号'],
  building: ['建筑', '楼栋', '所在楼栋'],
  estate: ['小区', '所属小区'],
  company: ['物业公司', '物业'],
  committee: ['居委会', '村委会'],
  floors: ['楼层', '层数'],
  area_m2: ['建筑面积', '经营面积', '使用面积', '营业面积', '面积'],
  height_m: ['高度', '建筑高度'],
  staff: ['员工人数', '职工人数', '从业人员'],
  residents: ['居住人口', '常住人口'],
  legal_person: ['法人', '法人代表', '经营者', '负责人姓名', '业主'],
  responsible_name: ['责任人', '负责人', '联系人'],
  responsible_phone: ['联系电话', '电话', '手机', '手机号', '负责人电话', '联系方式'],
  manager_name: ['管理人'],
  extinguishers: ['灭火器数量', '灭火器(具)'],
  state: ['经营状态', '营业状态'],
  officer: ['包片民警', '管段民警', '社区民警', '管片民警'],
  last_inspected_on: ['最近检查日期', '检查日期', '最后检查时间'],
  list: ['监管类别', '管理级别', '单位等级'],
  supervisor: ['监管主体', '管理单位'],
}

export type PremisesRow = RowOf<typeof columns>

const soundCode: RowCheck<PremisesRow>[] = (['uscc-length', 'uscc-character', 'uscc-check'] as const).map((rule) => ({
  rule,
  ...usccWords[rule],
  broken: ({ uscc }) => (uscc !== null && usccFault(plainUscc(uscc)) === rule ? 'uscc' : undefined),
}))

const phoneShape = /^\+?[\d\- ]{5,20}$/
/** A name of digits alone is a phone or a number that slipped into the wrong column. */
export const looksLikePhone = (text: string): boolean => /^[+\d\-() ]{7,}$/.test(text.normalize('NFKC').trim())

const nameIsName: RowCheck<PremisesRow> = {
  rule: 'name-is-phone',
  zh: '名称里只有数字，像是电话号码：请核对列是否错位。',
  en: 'The name is digits alone, like a phone number: are the columns shifted?',
  broken: ({ name: said }) => (looksLikePhone(said) ? 'name' : undefined),
}

const personIsName = (['responsibleName', 'managerName', 'legalPerson'] as const).map(
  (field): RowCheck<PremisesRow> => ({
    rule: 'name-is-phone',
    zh: '姓名栏里是电话号码：请核对列是否错位。',
    en: 'A phone number in the column of a name: are the columns shifted?',
    broken: (row) => (looksLikePhone(row[field] ?? '') ? keyOf(field) : undefined),
  }),
)

const phoneIsPhone = (['responsiblePhone', 'managerPhone'] as const).map(
  (field): RowCheck<PremisesRow> => ({
    rule: 'not-a-phone',
    zh: '不是电话号码：应为 5 至 20 位数字，可带区号和短横线。',
    en: 'No phone number: 5 to 20 digits, with area code and hyphens if need be.',
    broken: (row) => {
      const said = row[field]
      return said !== null && !isMasked(said) && !phoneShape.test(said.normalize('NFKC')) ? keyOf(field) : undefined
    },
  }),
)

const tailIsTail: RowCheck<PremisesRow> = {
  rule: 'not-an-id-tail',
  zh: '应为身份证号最后四位：三位数字加一位数字或 X。',
  en: 'The last four characters of an identity number: three digits and a digit or X.',
  broken: ({ operatorIdTail }) =>
    operatorIdTail !== null && !/^\d{3}[\dXx]$/.test(operatorIdTail) ? 'operator_id_tail' : undefined,
}

const kindOfUnits: RowCheck<PremisesRow> = {
  rule: 'only-for-units',
  zh: '只有单位场所填写场所类别。',
  en: 'Only places and units have a kind.',
  broken: ({ form, kind }) => (kind !== null && form !== null && form !== 'unit' ? 'kind' : undefined),
}

const keyOf = (field: string): string => columns.find((column) => column.field === field)?.key ?? field

export const premisesLayout = layoutOf({
  key: 'premises',
  zh: '场所单位',
  en: 'Premises',
  naturalKey: 'premises_no',
  point: { lng: 'lng', lat: 'lat' },
  columns,
  checks: [...soundCode, nameIsName, ...personIsName, ...phoneIsPhone, tailIsTail, kindOfUnits],
  aliases,
})
