/** Code tables of the register as shipped: kinds, tags, facilities, papers. Lists and criteria are supervision's. */
import type { CodeEntry, CodeTable } from '../../kernel/codes.ts'
import { keyUnitRules, smallPremises, supervisionLists } from './supervision/codes.ts'

const kind = (code: string, zh: string, en: string, parent?: string, aliases: readonly string[] = []): CodeEntry => ({
  code,
  zh,
  en,
  ...(parent ? { parent } : {}),
  props: { aliases },
})
const group = (
  code: string,
  zh: string,
  en: string,
  kinds: readonly (readonly [string, string, string, string[]?])[],
) => [
  kind(code, zh, en),
  ...kinds.map(([own, name, english, aliases]) => kind(`${code}-${own}`, name, english, code, aliases)),
]

/** The group is what limits and criteria are written by; the kind is what people look for. */
export const premisesKinds: CodeTable = {
  key: 'premises-kind',
  zh: '场所单位类别',
  en: 'Kind of premises',
  entries: [
    ...group('SHOP', '商业购物', 'Shopping', [
      ['STORE', '商店', 'Shop', ['小商店', '便利店', '小卖部', '门市']],
      ['SUPER', '超市', 'Supermarket'],
      ['MALL', '商场', 'Mall', ['购物中心', '百货']],
      ['FAIR', '集贸市场', 'Market', ['农贸市场', '批发市场', '市场']],
      ['EBIKE', '电动自行车销售维修', 'E-bike sale and repair', ['电动车店']],
    ]),
    ...group('CATER', '餐饮', 'Catering', [
      ['REST', '饭店', 'Restaurant', ['小餐饮', '餐馆', '酒楼', '小吃店', '面馆']],
      ['FAST', '快餐', 'Fast food'],
      ['CANTEEN', '食堂', 'Canteen'],
    ]),
    ...group('HOTEL', '住宿', 'Lodging', [
      ['HOTEL', '宾馆', 'Hotel', ['酒店']],
      ['INN', '旅馆', 'Inn', ['小旅馆', '招待所', '客栈']],
      ['HOME', '民宿', 'Homestay'],
    ]),
    ...group('ENT', '公共娱乐', 'Public entertainment', [
      ['KTV', '歌舞娱乐', 'Karaoke and dance', ['小歌舞娱乐', '歌厅', '舞厅', 'KTV']],
      ['NET', '网吧', 'Internet café', ['小网吧', '上网服务场所']],
      ['FILM', '影剧院', 'Cinema or theatre', ['电影院', '影城']],
      ['GAME', '游艺', 'Amusement arcade', ['游戏厅', '台球厅']],
      ['ROOM', '密室剧本杀', 'Escape room', ['剧本杀', '密室逃脱']],
    ]),
    ...group('LEIS', '休闲健身', 'Leisure and fitness', [
      ['BATH', '洗浴足疗', 'Bath or foot care', ['小美容洗浴', '足浴', '洗浴']],
      ['BEAUTY', '美容美发', 'Beauty', ['理发店']],
      ['BAR', '酒吧茶艺', 'Bar or tea house', ['酒吧', '茶馆', '咖啡厅', '棋牌室']],
      ['GYM', '健身', 'Fitness', ['健身房']],
    ]),
    ...group('CARE', '医疗养老', 'Medical and care', [
      ['HOSP', '医院', 'Hospital', ['小医院']],
      ['CLINIC', '诊所', 'Clinic', ['门诊部', '卫生室', '社区卫生服务中心']],
      ['AGED', '养老院', 'Care home', ['敬老院', '福利院', '护理院']],
    ]),
    ...group('SCH', '教学', 'Teaching', [
      ['SCHOOL', '学校', 'School', ['小学校', '小学', '中学']],
      ['NURS', '幼儿园', 'Kindergarten', ['托儿所', '托育']],
      ['TRAIN', '培训机构', 'Training centre', ['辅导班', '托管班']],
    ]),
    ...group('WORK', '生产加工', 'Production', [
      ['GARMENT', '服装鞋帽加工', 'Clothes and shoes', ['服装厂', '制鞋']],
      ['FURN', '家具木器加工', 'Furniture', ['家具厂']],
      ['FOOD', '食品加工', 'Food', ['食品厂']],
      ['PLAS', '塑料橡胶加工', 'Plastics', ['塑料厂']],
      ['METAL', '五金机械加工', 'Metal', ['五金厂', '机械厂']],
      ['OTHER', '其他生产加工', 'Other production', ['小生产加工', '作坊', '工厂']],
    ]),
    ...group('HAZ', '易燃易爆', 'Flammables and explosives', [
      ['FUEL', '加油加气站', 'Filling station', ['加油站']],
      ['GAS', '瓶装燃气供应', 'Bottled gas', ['液化气站']],
      ['FIREW', '烟花爆竹', 'Fireworks'],
      ['CHEM', '危险化学品', 'Dangerous chemicals', ['油漆店', '化工']],
    ]),
    ...group('WARE', '仓储物流', 'Storage and logistics', [
      ['STORE', '仓库', 'Warehouse', ['库房']],
      ['EXPR', '快递物流', 'Parcels and logistics', ['物流园', '快递站']],
      ['SCRAP', '废品回收', 'Scrap', ['废品收购站']],
      ['COLD', '冷库', 'Cold store'],
    ]),
    ...group('OFF', '机关办公', 'Offices', [
      ['GOV', '国家机关', 'State organ', ['政府机关']],
      ['OFFICE', '办公', 'Office', ['写字楼', '公司']],
      ['BANK', '银行网点', 'Bank'],
      ['RESEARCH', '科研单位', 'Research'],
    ]),
    ...group('CULT', '文化体育', 'Culture and sport', [
      ['LIB', '图书馆展览馆', 'Library or exhibition hall', ['图书馆', '展览馆']],
      ['MUS', '博物馆档案馆', 'Museum or archive', ['博物馆', '档案馆']],
      ['HALL', '体育场馆会堂', 'Stadium or hall', ['体育馆', '礼堂']],
      ['HERIT', '文物保护单位', 'Protected monument', ['文物']],
      ['RELIG', '宗教活动场所', 'Place of worship', ['寺庙', '教堂']],
    ]),
    ...group('TRAN', '交通枢纽', 'Transport', [
      ['STN', '客运车站码头', 'Passenger station or quay', ['汽车站', '火车站', '码头']],
      ['AIR', '机场', 'Airport'],
      ['PARK', '停车场库', 'Car park', ['地下车库']],
    ]),
    ...group('UTIL', '公用设施', 'Utilities', [
      ['POWER', '发电供电', 'Power', ['变电站']],
      ['TELE', '广电邮政通信', 'Broadcasting, post, telecommunications', ['通信枢纽']],
    ]),
    ...group('LIVE', '居住出租', 'Let for living', [
      ['RENT', '出租房', 'Let rooms', ['居住出租房', '出租屋']],
      ['FLAT', '长租公寓', 'Serviced flats', ['公寓']],
      ['DORM', '集体宿舍', 'Dormitory', ['员工宿舍']],
    ]),
    kind('OTHER', '其他', 'Other'),
  ],
}

const tag = (code: string, zh: string, en: string, aliases: readonly string[] = [], props: object = {}): CodeEntry => ({
  code,
  zh,
  en,
  props: { aliases, ...props },
})
/** `risk` marks what raises the danger; the others describe. */
export const premisesTags: CodeTable = {
  key: 'premises-tag',
  zh: '场所单位标签',
  en: 'Tags of premises',
  entries: [
    tag('MIXED', '三合一', 'Living, working and storing in one', ['多合一', '住宿与生产储存经营合用'], { risk: true }),
    tag('HIGHRES', '高层住宅', 'High-rise dwellings', ['高层'], { risk: true }),
    tag('HIGHPUB', '高层公共建筑', 'High-rise public building', [], { risk: true }),
    tag('SUPERHIGH', '超高层', 'Above 100 m', [], { risk: true }),
    tag('VILLAGE', '城中村', 'Urban village', [], { risk: true }),
    tag('OLD', '老旧小区', 'Old residential area', ['老旧'], { risk: true }),
    tag('SELF', '自建房', 'Self-built house', [], { risk: true }),
    tag('GROUP', '群租', 'Crowded letting', ['群租房', '集中出租'], { risk: true }),
    tag('EBIKE', '电动自行车充电', 'E-bike charging', ['电动车充电'], { risk: true }),
    tag('UNDER', '地下空间', 'Below ground', ['地下'], { risk: true }),
    tag('CROWD', '人员密集场所', 'Where people crowd', ['人员密集']),
    tag('PANEL', '彩钢板建筑', 'Sandwich panels', ['彩钢板'], { risk: true }),
    tag('BOTTLE', '瓶装液化气', 'Bottled gas', ['瓶装燃气'], { risk: true }),
    tag('DANGER', '危险物品', 'Dangerous goods', [], { risk: true }),
    tag('NEW', '新业态', 'New trade', ['网红']),
    tag('NIGHT', '夜间营业', 'Open at night'),
  ],
}

export const facilityKinds: CodeTable = {
  key: 'facility-kind',
  zh: '消防设施器材',
  en: 'Fire-safety facilities',
  entries: [
    { code: 'INHYD', zh: '室内消火栓', en: 'Indoor hydrant' },
    { code: 'OUTHYD', zh: '室外消火栓', en: 'Outdoor hydrant' },
    { code: 'SPRK', zh: '自动喷水灭火系统', en: 'Sprinkler system' },
    { code: 'SIMSPRK', zh: '简易喷淋', en: 'Simple sprinklers' },
    { code: 'ALARM', zh: '火灾自动报警系统', en: 'Fire alarm system' },
    { code: 'SMOKE', zh: '独立感烟探测器', en: 'Smoke detector' },
    { code: 'LIGHT', zh: '应急照明', en: 'Emergency light' },
    { code: 'SIGN', zh: '疏散指示标志', en: 'Exit sign' },
    { code: 'EXT', zh: '灭火器', en: 'Extinguisher' },
    { code: 'DOOR', zh: '防火门', en: 'Fire door' },
    { code: 'EXHAUST', zh: '防排烟系统', en: 'Smoke control' },
    { code: 'ROOM', zh: '消防控制室', en: 'Control room' },
    { code: 'MICRO', zh: '微型消防站', en: 'Micro fire station' },
    { code: 'MASK', zh: '过滤式自救呼吸器', en: 'Escape mask' },
    { code: 'CHARGE', zh: '电动自行车充电设施', en: 'E-bike charging point' },
    { code: 'GASDET', zh: '可燃气体报警器', en: 'Gas detector' },
  ],
}

export const paperKinds: CodeTable = {
  key: 'paper-kind',
  zh: '证照文书',
  en: 'Papers',
  entries: [
    { code: 'ACCEPT', zh: '建设工程消防验收（备案）', en: 'Fire acceptance or filing' },
    { code: 'OPENING', zh: '公众聚集场所开业前消防安全检查', en: 'Check before opening to the public' },
    { code: 'LICENCE', zh: '营业执照', en: 'Business licence' },
    { code: 'LETTER', zh: '消防安全责任书', en: 'Letter of responsibility' },
    { code: 'RULES', zh: '消防安全制度', en: 'Fire-safety rules' },
    { code: 'PLAN', zh: '灭火和应急疏散预案', en: 'Plan for fire and evacuation' },
    { code: 'MAINT', zh: '消防设施维保合同', en: 'Maintenance contract' },
    { code: 'ELEC', zh: '电气防火检测', en: 'Electrical test' },
    { code: 'GASCHK', zh: '燃气安全检查', en: 'Gas check' },
    { code: 'OTHER', zh: '其他', en: 'Other' },
  ],
}

export const premisesCodeTables: readonly CodeTable[] = [
  premisesKinds,
  premisesTags,
  supervisionLists,
  smallPremises,
  keyUnitRules,
  facilityKinds,
  paperKinds,
]
