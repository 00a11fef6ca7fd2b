/** The checklists of Decree 120, arts. 31–32, with what a district asks besides: as shipped, in force from 2012-11-01. */
import type { Form } from '../../premises/record-contract.ts'
import type { Item } from './contract.ts'

export interface ShippedChecklist {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly forms: readonly Form[]
  readonly from: string
  readonly items: readonly Item[]
}

type Said = Pick<Item, 'code' | 'zh' | 'en' | 'how'> & Partial<Item>
const item = (law: string, conduct: string | null, said: Said): Item => ({
  law,
  conduct,
  evidence: 'none',
  unit: null,
  mandatory: true,
  kinds: [],
  ...said,
})

/** 公众聚集场所, which are checked before they open. */
const assembly = ['SHOP-SUPER', 'SHOP-FAIR', 'HOTEL', 'ENT', 'LEIS', 'CATER', 'CULT']

const rules = (code: string) =>
  item('120-31', '33-1', {
    code,
    zh: '是否制定消防安全制度',
    en: 'Fire-safety rules exist',
    how: '查看制度文本：用火用电、巡查检查、隐患整改、培训演练',
  })
const training = (code: string) =>
  item('120-31', '33-1', {
    code,
    zh: '是否组织防火检查、消防安全教育培训和灭火、应急疏散演练',
    en: 'Fire checks, training and drills are organised',
    how: '查看近一年检查、培训、演练记录，询问一名员工怎样报警、灭火、疏散',
  })
/** U4 is one item in the decree and several conducts in art. 33: each is looked at by itself. */
const clear = [
  item('120-31', '33-3', {
    code: 'U4a',
    zh: '消防车通道是否畅通',
    en: 'The fire lane is clear',
    how: '从道路走到建筑出入口，净宽、净高均不小于 4 米，无车辆、障碍物占用',
  }),
  item('120-31', '33-2', {
    code: 'U4b',
    zh: '疏散通道、安全出口是否畅通',
    en: 'Evacuation passages and exits are clear',
    how: '逐个推开安全出口，走一遍疏散通道，无上锁、堵塞、堆物',
  }),
  item('120-31', '33-5', {
    code: 'U4c',
    zh: '室内消火栓是否完好有效',
    en: 'Indoor hydrants are in working order',
    how: '有室内消火栓的，打开箱门看水带、水枪，试一处最不利点有无水',
  }),
  item('120-31', '33-5', {
    code: 'U4d',
    zh: '疏散指示标志、应急照明是否完好有效',
    en: 'Evacuation signs and emergency lights are in working order',
    how: '按测试按钮或者断电，看是否点亮',
  }),
  item('120-31', '33-5', {
    code: 'U4e',
    zh: '灭火器是否完好有效',
    en: 'Extinguishers are in working order',
    how: '看压力指针在绿区、在有效期内、数量和位置合适',
  }),
]
const ebikes = (code: string) =>
  item('5-37', '5-37', {
    code,
    zh: '公共门厅、疏散走道、楼梯间、安全出口是否违规停放电动自行车或者为其充电',
    en: 'No e-bikes are parked or charged in halls, passages, stairs or exits',
    how: '看首层门厅、楼梯间和走道，有无停放、飞线充电',
  })

const unit: readonly Item[] = [
  item('120-31', '33-A', {
    code: 'U1a',
    zh: '建筑物或者场所是否依法通过消防验收或者进行消防验收备案',
    en: 'The building passed fire acceptance or was filed',
    how: '查看验收合格意见或者备案凭证；没有的问清建成、装修时间',
  }),
  item('120-31', '33-O', {
    code: 'U1b',
    zh: '公众聚集场所是否通过投入使用、营业前的消防安全检查',
    en: 'The public-assembly place passed its check before opening',
    how: '查看消防安全检查合格证或者告知承诺文书',
    kinds: assembly,
  }),
  rules('U2'),
  training('U3'),
  ...clear,
  item('120-31', '33-9', {
    code: 'U5',
    zh: '生产、储存和经营易燃易爆危险品的场所是否与居住场所设置在同一建筑物内',
    en: 'No flammables business in the same building as living quarters',
    how: '看有无易燃易爆危险品，楼上楼下有无人居住',
  }),
  item('120-31', '33-10', {
    code: 'U6',
    zh: '设有自动消防设施的，是否定期维护保养和全面检测',
    en: 'Fixed fire systems are regularly maintained and tested',
    how: '查看维护保养合同和一年内的检测报告；没有自动消防设施的选不适用',
  }),
  item('120-33', '33-6', {
    code: 'D1',
    zh: '门窗是否设置影响逃生和灭火救援的障碍物',
    en: 'No obstacles on doors or windows that hinder escape and rescue',
    how: '从屋外看外墙门窗：防盗网是否能从内打开，广告牌是否遮挡',
  }),
  item('ga703-4', '703-1', {
    code: 'D2',
    zh: '是否违规住人（三合一、多合一）',
    en: 'Nobody lives where goods are made, stored or sold',
    how: '看阁楼、夹层、里间有无床铺、被褥、炊具',
    mandatory: false,
    kinds: ['SHOP', 'CATER', 'WORK', 'WARE', 'LEIS', 'LIVE'],
  }),
]

const company: readonly Item[] = [
  rules('U2'),
  training('U3'),
  ...clear,
  item('120-31', '33-10', {
    code: 'P1',
    zh: '是否对管理区域内的共用消防设施进行维护管理',
    en: 'Shared fire facilities of the area are looked after',
    how: '查看巡查、维护保养记录，现场抽看一处消火栓、一个消防控制室或者水泵房',
  }),
  ebikes('D3'),
]

const committee: readonly Item[] = [
  item('120-32', '32-1', {
    code: 'C1',
    zh: '是否确定消防安全管理人',
    en: 'A fire-safety manager is appointed',
    how: '问清姓名、职务、电话',
  }),
  item('120-32', '32-1', {
    code: 'C2',
    zh: '是否制定消防安全工作制度、村（居）民防火安全公约',
    en: 'Work rules and a fire-safety pledge of the residents exist',
    how: '查看文本和张贴的位置',
  }),
  item('120-32', '33-1', {
    code: 'C3',
    zh: '是否开展消防安全宣传教育、防火安全检查',
    en: 'Publicity and fire checks are carried out',
    how: '查看近半年宣传、检查记录和照片',
  }),
  item('120-32', '32-4', {
    code: 'C4',
    zh: '是否对社区、村庄消防水源（消火栓）、消防车通道、消防器材进行维护管理',
    en: 'Hydrants, fire lanes and equipment are looked after',
    how: '现场抽看一处消火栓、一条消防车通道和一处器材点',
  }),
  item('120-32', '32-5', {
    code: 'C5',
    zh: '是否按规定建立志愿消防队等多种形式的消防组织',
    en: 'A volunteer fire team or the like is set up',
    how: '查看人员名单、器材和活动记录',
  }),
]

const dwelling: readonly Item[] = [...clear, ebikes('D3')]

const list = (
  key: string,
  zh: string,
  en: string,
  forms: readonly Form[],
  items: readonly Item[],
): ShippedChecklist => ({ key, zh, en, forms, from: '2012-11-01', items })

export const shippedChecklists: readonly ShippedChecklist[] = [
  list('UNIT', '单位消防监督检查项目', 'Items for a unit', ['unit'], unit),
  list('COMPANY', '住宅小区物业服务企业检查项目', 'Items for a property company', ['company'], company),
  list('COMMITTEE', '居（村）民委员会检查项目', 'Items for a committee', ['committee'], committee),
  list('DWELLING', '住宅小区、建筑检查项目', 'Items for an estate or a building', ['estate', 'building'], dwelling),
]
