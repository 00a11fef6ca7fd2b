/** Code tables of supervision as shipped: lists, limits of small premises, criteria of key units. */
import type { CodeEntry, CodeTable } from '../../../kernel/codes.ts'

/** 列管类别: which kind of body supervises, and how often at least; the national floor is a year (Decree 120, art. 30). */
export const supervisionLists: CodeTable = {
  key: 'supervision-list',
  zh: '列管类别',
  en: 'Supervision list',
  entries: [
    {
      code: 'KEY',
      zh: '消防安全重点单位',
      en: 'Key unit',
      props: { body: 'brigade', months: 12, law: '61-13', aliases: ['重点单位', '三级重点单位'] },
    },
    {
      code: 'LARGE',
      zh: '较大非重点单位',
      en: 'Larger unit, not key',
      props: { body: 'brigade', months: 12, law: '', aliases: [] },
    },
    {
      code: 'SMALL',
      zh: '九小场所',
      en: 'Small premises',
      props: { body: 'station', months: 6, law: '120-3', aliases: ['九小'] },
    },
    {
      code: 'RESID',
      zh: '住宅小区物业和居（村）委会',
      en: 'Property companies and committees',
      props: { body: 'station', months: 6, law: '120-3', aliases: ['物业', '居委会', '村委会'] },
    },
    {
      code: 'NAMED',
      zh: '派出所列管的其他单位',
      en: 'Others of the station, as assigned by the police',
      props: { body: 'station', months: 12, law: '120-3', aliases: ['列管单位', '公安机关确定的列管单位'] },
    },
    {
      code: 'GENERAL',
      zh: '一般单位',
      en: 'Other units',
      props: { body: 'street', months: 12, law: '', aliases: ['其他单位', '一般'] },
    },
  ],
}

const small = (code: string, zh: string, en: string, props: object): CodeEntry => ({
  code,
  zh,
  en,
  props: { law: 'sd-30', ...props },
})
/**
 * 九小场所 by group of kinds: at or above a limit it is none any more. The one legal definition found is Shandong's, art.
 * 30; it stands for the whole country until a province's own is entered with its code (`provinces`).
 */
export const smallPremises: CodeTable = {
  key: 'small-premises-rule',
  zh: '九小场所界定',
  en: 'What counts as small premises',
  entries: [
    small('SHOP', '小购物场所', 'Shopping', { kinds: ['SHOP'], below: { areaM2: 300 } }),
    small('CATER', '小餐饮场所', 'Catering', { kinds: ['CATER'], below: { diners: 100 } }),
    small('HOTEL', '小住宿场所', 'Lodging', { kinds: ['HOTEL', 'LIVE'], below: { beds: 50 } }),
    small('ENT', '小公共娱乐场所', 'Public entertainment', { kinds: ['ENT'], below: { areaM2: 200 } }),
    small('LEIS', '小休闲健身场所', 'Leisure and fitness', { kinds: ['LEIS'], below: { areaM2: 200 } }),
    small('CARE', '小医疗养老场所', 'Medical and care', { kinds: ['CARE'], below: { beds: 30 } }),
    small('SCHOOL', '小教学场所', 'Schools', {
      kinds: ['SCH-SCHOOL', 'SCH-TRAIN'],
      below: { pupils: 500, boarders: 50 },
    }),
    small('NURS', '小托幼场所', 'Kindergartens', { kinds: ['SCH-NURS'], below: { pupils: 100, boarders: 50 } }),
    small('WORK', '小生产加工场所', 'Production', { kinds: ['WORK'], below: { staff: 50, boarders: 30 } }),
    small('HAZ', '小易燃易爆场所', 'Flammables', {
      kinds: ['HAZ-GAS', 'HAZ-FIREW', 'HAZ-CHEM'],
      below: { areaM2: 100 },
    }),
  ],
}

const key = (code: string, zh: string, en: string, props: object): CodeEntry => ({
  code,
  zh,
  en,
  props: { law: '97-1', ...props },
})
const all = { atLeast: {} }
/**
 * 消防安全重点单位界定标准 (公通字〔2001〕97号): one suffices. A province's entry of the same `of` takes the place of the
 * national one; provinces are the first two digits of the district's code.
 */
export const keyUnitRules: CodeTable = {
  key: 'key-unit-rule',
  zh: '消防安全重点单位界定标准',
  en: 'Criteria of key units',
  entries: [
    key('MALL', '商场、市场建筑面积 1000 平方米以上', 'Shop or market of 1,000 m² and more', {
      of: 'MALL',
      kinds: ['SHOP'],
      atLeast: { areaM2: 1000 },
    }),
    key('MALL-35', '商场、市场建筑面积 3000 平方米以上', 'Shop or market of 3,000 m² and more', {
      of: 'MALL',
      kinds: ['SHOP'],
      atLeast: { areaM2: 3000 },
      provinces: ['35'],
      law: 'fj-key',
    }),
    key('MALL-11', '商场、市场地上建筑面积 3000 平方米以上', 'Shop or market of 3,000 m² and more', {
      of: 'MALL',
      kinds: ['SHOP'],
      atLeast: { areaM2: 3000 },
      provinces: ['11'],
      law: 'bj-key',
    }),
    key('CATER-11', '餐饮场所建筑面积 2000 平方米以上', 'Catering of 2,000 m² and more', {
      of: 'CATER',
      kinds: ['CATER'],
      atLeast: { areaM2: 2000 },
      provinces: ['11'],
      law: 'bj-key',
    }),
    key('HOTEL', '宾馆、旅馆、饭店客房 50 间以上', 'Hotel of 50 rooms and more', {
      of: 'HOTEL',
      kinds: ['HOTEL'],
      atLeast: { rooms: 50 },
    }),
    key('HALL', '公共的体育场馆、会堂', 'Public stadium or hall', { of: 'HALL', kinds: ['CULT-HALL'], ...all }),
    key('ENT', '公共娱乐场所建筑面积 200 平方米以上', 'Public entertainment of 200 m² and more', {
      of: 'ENT',
      kinds: ['ENT', 'LEIS-BATH', 'LEIS-BAR'],
      atLeast: { areaM2: 200 },
    }),
    key('ENT-35', '歌舞娱乐场所建筑面积 300 平方米以上', 'Karaoke and dance of 300 m² and more', {
      of: 'ENT',
      kinds: ['ENT'],
      atLeast: { areaM2: 300 },
      provinces: ['35'],
      law: 'fj-key',
    }),
    key('ENT-11', '歌舞娱乐场所建筑面积 500 平方米以上', 'Karaoke and dance of 500 m² and more', {
      of: 'ENT',
      kinds: ['ENT'],
      atLeast: { areaM2: 500 },
      provinces: ['11'],
      law: 'bj-key',
    }),
    key('HOSP', '医院住院床位 50 张以上', 'Hospital of 50 beds and more', {
      of: 'HOSP',
      kinds: ['CARE-HOSP', 'CARE-CLINIC'],
      atLeast: { beds: 50 },
    }),
    key('AGED', '养老院住宿床位 50 张以上', 'Care home of 50 beds and more', {
      of: 'AGED',
      kinds: ['CARE-AGED'],
      atLeast: { beds: 50 },
    }),
    key('SCHOOL', '寄宿学校学生住宿床位 100 张以上', 'Boarding school of 100 beds and more', {
      of: 'SCHOOL',
      kinds: ['SCH-SCHOOL'],
      atLeast: { boarders: 100 },
    }),
    key('NURS', '寄宿托儿所、幼儿园幼儿住宿床位 50 张以上', 'Boarding nursery of 50 beds and more', {
      of: 'NURS',
      kinds: ['SCH-NURS'],
      atLeast: { boarders: 50 },
    }),
    key('GOV', '县级以上国家机关', 'State organ of county level and above', { of: 'GOV', kinds: ['OFF-GOV'], ...all }),
    key('TELE', '广播电视、邮政、通信枢纽', 'Broadcasting, post and telecommunications hubs', {
      of: 'TELE',
      kinds: ['UTIL-TELE'],
      ...all,
    }),
    key('STN', '客运车站、码头候车厅 500 平方米以上', 'Waiting hall of 500 m² and more', {
      of: 'STN',
      kinds: ['TRAN-STN'],
      atLeast: { areaM2: 500 },
    }),
    key('AIR', '民用机场', 'Airport', { of: 'AIR', kinds: ['TRAN-AIR'], ...all }),
    key('LIB', '公共图书馆、展览馆建筑面积 2000 平方米以上', 'Library or exhibition hall of 2,000 m² and more', {
      of: 'LIB',
      kinds: ['CULT-LIB'],
      atLeast: { areaM2: 2000 },
    }),
    key('MUS', '博物馆、档案馆', 'Museum or archive', { of: 'MUS', kinds: ['CULT-MUS'], ...all }),
    key('HERIT', '具有火灾危险性的县级以上文物保护单位', 'Protected monument with a danger of fire', {
      of: 'HERIT',
      kinds: ['CULT-HERIT'],
      ...all,
    }),
    key('POWER', '发电厂（站）和电网经营企业', 'Power station or grid', { of: 'POWER', kinds: ['UTIL-POWER'], ...all }),
    key(
      'FUEL',
      '易燃易爆物品的生产、充装、储存、供应、销售单位',
      'Production, filling, storage, supply or sale of flammables',
      { of: 'FUEL', kinds: ['HAZ-FUEL', 'HAZ-GAS'], ...all },
    ),
    key(
      'LABOUR',
      '服装、制鞋等劳动密集型企业生产车间员工 100 人以上',
      'Labour-intensive production with 100 workers and more',
      {
        of: 'LABOUR',
        kinds: ['WORK-GARMENT', 'WORK-FURN', 'WORK-FOOD', 'WORK-PLAS', 'WORK-OTHER'],
        atLeast: { staff: 100 },
      },
    ),
    key('RESEARCH', '重要的科研单位', 'Important research', { of: 'RESEARCH', kinds: ['OFF-RESEARCH'], ...all }),
    key('HIGHPUB', '高层公共建筑（建筑高度大于 24 米）', 'High-rise public building above 24 m', {
      of: 'HIGHPUB',
      kinds: ['OFF', 'HOTEL', 'SHOP', 'ENT', 'CARE', 'LIVE-FLAT'],
      atLeast: { heightM: 24.01 },
    }),
  ],
}
