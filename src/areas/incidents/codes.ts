/** Code tables of alarms and fires as shipped: kinds, places, causes, severity by date. The district may edit them. */
import type { CodeEntry, CodeTable } from '../../kernel/codes.ts'

export const incidentKinds: CodeTable = {
  key: 'incident-kind',
  zh: '警情类别',
  en: 'Kind of incident',
  entries: [
    { code: 'fire', zh: '火灾', en: 'Fire' },
    { code: 'rescue', zh: '抢险救援', en: 'Rescue' },
    { code: 'service', zh: '社会救助', en: 'Public service' },
    { code: 'false', zh: '虚假警', en: 'False alarm' },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
}

/** `group` is the national first level (户外、建构筑物、交通工具); `short` is the word of running text. */
const place = (code: string, zh: string, en: string, group: string, aliases: string[] = [], short = zh): CodeEntry => ({
  code,
  zh,
  en,
  props: { group, aliases, short },
})

export const placeKinds: CodeTable = {
  key: 'place-kind',
  zh: '场所类别',
  en: 'Kind of place',
  entries: [
    place('RES', '住宅', 'Dwelling', 'building', ['居民住宅']),
    place('SHOP', '商店/商场/市场', 'Shop or market', 'building', ['商店', '商场', '市场'], '商店'),
    place('HOTEL', '宾馆/旅馆', 'Hotel', 'building', ['宾馆', '旅馆'], '宾馆'),
    place('CATER', '餐饮', 'Catering', 'building', ['餐饮场所', '饭店'], '餐饮场所'),
    place('ENT', '公共娱乐', 'Public entertainment', 'building', ['公共娱乐场所'], '公共娱乐场所'),
    place('SCH', '学校/托幼', 'School or nursery', 'building', ['学校', '托幼', '幼儿园'], '学校'),
    place('MED', '医院', 'Hospital', 'building'),
    place('CARE', '养老/福利', 'Care home', 'building', ['养老', '福利', '养老院'], '养老福利机构'),
    place('OFF', '办公', 'Office', 'building', ['办公场所'], '办公场所'),
    place('FACT', '厂房', 'Factory', 'building', ['工厂']),
    place('WARE', '仓库/堆场', 'Warehouse or yard', 'building', ['仓库', '堆场'], '仓库'),
    place('MIX', '多业态混合/合用场所', 'Mixed use', 'building', ['多业态混合', '合用场所'], '合用场所'),
    place('RELIG', '宗教/文物', 'Religious or heritage', 'building', ['宗教', '文物'], '宗教文物场所'),
    place('CONST', '工地', 'Building site', 'outdoor', ['建筑工地']),
    place('VEH', '交通工具', 'Vehicle', 'vehicle', ['车辆']),
    place('EBIKE', '电动自行车停放充电处', 'E-bike parking or charging', 'building', [], '电动自行车停放充电处'),
    place('AGRI', '农副业', 'Farming', 'outdoor', ['农副业场所'], '农副业场所'),
    place('WASTE', '垃圾/杂草', 'Waste or weeds', 'outdoor', ['垃圾', '杂草'], '垃圾、杂草'),
    place('OTHR', '其他', 'Other', 'outdoor', ['其他场所'], '其他场所'),
  ],
}

const major = (code: string, zh: string, en: string, gat974?: string): CodeEntry => ({
  code,
  zh,
  en,
  props: gat974 ? { gat974, aliases: [gat974] } : {},
})
const minor = (parent: string, code: string, zh: string, en: string, gat974?: string): CodeEntry => ({
  code: `${parent}-${code}`,
  zh,
  en,
  parent,
  props: gat974 ? { gat974, aliases: [gat974] } : {},
})

/** Own keys, with the code of GA/T 974.33-2011 where its line was verified. */
export const causes: CodeTable = {
  key: 'cause',
  zh: '起火原因',
  en: 'Cause',
  entries: [
    major('ELEC', '电气火灾', 'Electrical', '010000'),
    minor('ELEC', 'SHORT', '短路', 'Short circuit', '010101'),
    minor('ELEC', 'LOAD', '过负荷', 'Overload', '010102'),
    minor('ELEC', 'CONTACT', '接触不良', 'Poor contact', '010103'),
    minor('ELEC', 'LEAK', '漏电', 'Leakage', '010104'),
    minor('ELEC', 'DEVICE', '电器设备故障', 'Appliance fault', '010200'),
    minor('ELEC', 'HEATER', '电加热器具', 'Electric heater', '010300'),
    minor('ELEC', 'EBIKE', '电动自行车/蓄电池', 'E-bike or battery'),
    major('PROD', '生产作业', 'Production work'),
    minor('PROD', 'WELD', '焊割', 'Welding and cutting'),
    minor('PROD', 'BAKE', '烘烤', 'Baking and drying'),
    minor('PROD', 'BOIL', '熬炼', 'Boiling'),
    minor('PROD', 'CHEM', '化工', 'Chemical process'),
    minor('PROD', 'MACHINE', '机械设备故障', 'Machine fault'),
    minor('PROD', 'MATERIAL', '物料', 'Materials'),
    major('LIFE', '生活用火不慎', 'Careless domestic fire'),
    minor('LIFE', 'COOK', '炊事', 'Cooking'),
    minor('LIFE', 'HEAT', '取暖', 'Heating'),
    minor('LIFE', 'LIGHT', '照明', 'Lighting'),
    minor('LIFE', 'OFFER', '祭祀', 'Sacrificial burning'),
    minor('LIFE', 'COIL', '蚊香', 'Mosquito coil'),
    minor('LIFE', 'FLUE', '油烟道', 'Kitchen flue'),
    minor('LIFE', 'INCENSE', '敬香烧纸', 'Incense and paper'),
    major('SMOK', '吸烟', 'Smoking'),
    minor('SMOK', 'BUTT', '乱扔烟头', 'Thrown cigarette end'),
    minor('SMOK', 'BED', '卧床吸烟', 'Smoking in bed'),
    minor('SMOK', 'BANNED', '违章吸烟', 'Smoking where banned'),
    major('PLAY', '玩火', 'Playing with fire'),
    minor('PLAY', 'CHILD', '儿童玩火', 'Children playing'),
    minor('PLAY', 'FIREWORK', '燃放烟花爆竹', 'Fireworks'),
    major('SPON', '自燃', 'Spontaneous combustion'),
    minor('SPON', 'MATTER', '物质', 'Matter'),
    minor('SPON', 'VEHICLE', '车辆', 'Vehicle'),
    major('LIGH', '雷击', 'Lightning'),
    major('STAT', '静电', 'Static electricity'),
    major('ARSN', '放火', 'Arson'),
    major('EMBR', '遗留火种', 'Embers left'),
    minor('EMBR', 'REKINDLE', '余火复燃', 'Rekindling'),
    minor('EMBR', 'SPARK', '飞火', 'Flying sparks'),
    major('UNKN', '不明确原因', 'Undetermined'),
    major('OTHR', '其他', 'Other'),
    major('PEND', '原因待查', 'Under investigation'),
  ],
}

export const severityClasses = ['ordinary', 'larger', 'major', 'extreme'] as const
export type SeverityClass = (typeof severityClasses)[number]

/** Steps from which larger (较大), major (重大), extreme (特别重大) begin; null where the figure is not known. */
export interface SeveritySteps {
  readonly deaths: readonly (number | null)[]
  readonly serious: readonly (number | null)[]
  /** Whether the serious injuries are counted together with the deaths. */
  readonly seriousWithDeaths: boolean
  readonly households: readonly (number | null)[]
  readonly lossFen: readonly (number | null)[]
}
const million = 100_000_000 // 100万元 in 分
const wan = (...amounts: number[]) => amounts.map((n) => (n / 100) * million)

const steps = (
  code: string,
  zh: string,
  en: string,
  props: SeveritySteps,
  from?: string,
  until?: string,
): CodeEntry => ({
  code,
  zh,
  en,
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
  props: { ...props },
})

/**
 * Class by statistics: the notice of 2007-06-26 until 2025-04-30, art. 10 of 消防〔2025〕17号 from 2025-05-01.
 * The household steps of the two upper classes were never found: they stay null until the district enters them.
 * Class as a production accident: State Council Decree 493, by direct economic loss and serious injuries alone.
 */
export const severityRules: CodeTable = {
  key: 'severity-rule',
  zh: '火灾等级标准',
  en: 'Severity steps',
  entries: [
    steps(
      'statistics',
      '统计口径（2007年）',
      'Statistics (2007)',
      {
        deaths: [3, 10, 30],
        serious: [10, 50, 100],
        seriousWithDeaths: false,
        households: [null, null, null],
        lossFen: wan(1000, 5000, 10_000),
      },
      undefined,
      '2025-05-01',
    ),
    steps(
      'statistics',
      '统计口径（2025年）',
      'Statistics (2025)',
      {
        deaths: [3, 10, 30],
        serious: [10, 50, 100],
        seriousWithDeaths: true,
        households: [10, null, null],
        lossFen: wan(3000, 10_000, 30_000),
      },
      '2025-05-01',
    ),
    steps('accident', '生产安全事故口径', 'Production accident', {
      deaths: [3, 10, 30],
      serious: [10, 50, 100],
      seriousWithDeaths: false,
      households: [null, null, null],
      lossFen: wan(1000, 5000, 10_000),
    }),
  ],
}

export const severityNames: CodeTable = {
  key: 'severity',
  zh: '火灾等级',
  en: 'Severity',
  entries: [
    { code: 'ordinary', zh: '一般', en: 'Ordinary' },
    { code: 'larger', zh: '较大', en: 'Larger' },
    { code: 'major', zh: '重大', en: 'Major' },
    { code: 'extreme', zh: '特别重大', en: 'Extremely serious' },
  ],
}

export const incidentCodeTables: readonly CodeTable[] = [
  incidentKinds,
  placeKinds,
  causes,
  severityNames,
  severityRules,
]
