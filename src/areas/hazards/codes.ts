/** Code tables of hazards as shipped: the conducts that must be ordered put right, and the elements of a major hazard. */
import { z } from 'zod'
import type { CodeEntry, CodeTable } from '../../kernel/codes.ts'
import { Recipient } from './record-contract.ts'

/** What an entry of the conducts holds beside its words. */
export const Conduct = z.object({
  /** The article that forbids it. */
  law: z.string(),
  /** Whether it may be so slight that it is put right on the spot. */
  minor: z.boolean(),
  /** Who decides of it, where whoever inspects may not. */
  refer: Recipient.nullable(),
  /** How many days a term is proposed for; null where it is to be put right at once. */
  days: z.int().min(1).max(365).nullable(),
  /** What the order says is to be done. */
  order: z.string(),
})
export type Conduct = z.infer<typeof Conduct>

const conduct = (code: string, zh: string, en: string, props: Partial<Conduct> & { order: string }): CodeEntry => ({
  code,
  zh,
  en,
  props: { law: '120-33', minor: false, refer: null, days: 15, ...props },
})

/** 应当责令依法改正的情形: art. 33 of Decree 120, its later paragraph on transfers, and what other rules add. */
export const conducts: CodeTable = {
  key: 'conduct',
  zh: '违法行为和隐患情形',
  en: 'Conducts and hazards',
  entries: [
    conduct(
      '33-1',
      '未制定消防安全制度、未组织防火检查和消防安全教育培训、消防演练',
      'No fire rules, checks, training or drills',
      {
        order: '制定消防安全制度，组织防火检查、消防安全教育培训和消防演练',
      },
    ),
    conduct('33-2', '占用、堵塞、封闭疏散通道、安全出口', 'Evacuation passage or exit occupied, blocked or locked', {
      minor: true,
      days: null,
      order: '清除占用、堵塞，保持疏散通道、安全出口畅通',
    }),
    conduct('33-3', '占用、堵塞、封闭消防车通道，妨碍消防车通行', 'Fire lane occupied, blocked or closed', {
      minor: true,
      days: null,
      order: '清除占用、堵塞，保持消防车通道畅通',
    }),
    conduct('33-4', '埋压、圈占、遮挡消火栓或者占用防火间距', 'Hydrant buried or screened, fire separation occupied', {
      minor: true,
      days: 7,
      order: '清除埋压、圈占、遮挡，恢复防火间距',
    }),
    conduct(
      '33-5',
      '室内消火栓、灭火器、疏散指示标志和应急照明未保持完好有效',
      'Indoor hydrant, extinguisher, evacuation sign or emergency light not in working order',
      { minor: true, days: 15, order: '维修、更换，保持室内消火栓、灭火器、疏散指示标志和应急照明完好有效' },
    ),
    conduct(
      '33-6',
      '人员密集场所在外墙门窗上设置影响逃生和灭火救援的障碍物',
      'Obstacles on doors or windows that hinder escape and rescue',
      {
        days: 7,
        order: '拆除外墙门窗上影响逃生和灭火救援的障碍物',
      },
    ),
    conduct(
      '33-7',
      '违反消防安全规定进入生产、储存易燃易爆危险品场所',
      'Entering places with flammables against the rules',
      {
        days: null,
        order: '立即停止违反规定进入易燃易爆危险品场所的行为',
      },
    ),
    conduct(
      '33-8',
      '违反规定使用明火作业，或者在具有火灾、爆炸危险的场所吸烟、使用明火',
      'Illegal open-flame work, smoking or open flame in dangerous places',
      {
        minor: true,
        days: null,
        order: '立即停止违反规定使用明火作业或者吸烟、使用明火的行为',
      },
    ),
    conduct(
      '33-9',
      '生产、储存和经营易燃易爆危险品的场所与居住场所设置在同一建筑物内',
      'Flammables business in the same building as living quarters',
      {
        order: '将易燃易爆危险品场所或者居住场所迁出，不得设置在同一建筑物内',
      },
    ),
    conduct('33-10', '未对建筑固定消防设施定期进行全面检测', 'Fixed fire systems not given the periodic full test', {
      days: 30,
      order: '委托检测并保存完整准确的检测记录',
    }),
    conduct(
      '33-A',
      '建筑物未依法通过消防验收或者未进行消防验收备案，擅自投入使用',
      'Building in use without fire acceptance or filing',
      {
        refer: 'housing',
        order: '移送住房和城乡建设主管部门依法处理',
      },
    ),
    conduct(
      '33-O',
      '公众聚集场所未依法通过投入使用、营业前的消防安全检查，擅自投入使用、营业',
      'Public-assembly place open without its check',
      {
        refer: 'brigade',
        order: '移送消防救援机构依法处理',
      },
    ),
    conduct('32-1', '居（村）委会未确定消防安全管理人、未制定防火安全公约', 'Committee without fire manager or rules', {
      law: '120-32',
      order: '确定消防安全管理人，制定防火安全公约',
    }),
    conduct(
      '32-4',
      '消防水源、消防车通道、消防器材未进行维护管理',
      'Water sources, fire lanes or equipment not looked after',
      {
        law: '120-32',
        order: '落实消防水源、消防车通道、消防器材的维护管理',
      },
    ),
    conduct('32-5', '未按要求建立志愿消防队等消防组织', 'No volunteer fire team or similar', {
      law: '120-32',
      days: 30,
      order: '建立志愿消防队等多种形式的消防组织',
    }),
    conduct(
      '5-37',
      '在高层民用建筑公共门厅、疏散走道、楼梯间、安全出口停放电动自行车或者充电',
      'E-bikes parked or charged in halls, passages, stairs or exits',
      {
        law: '5-37',
        minor: true,
        days: null,
        order: '立即移出停放、充电的电动自行车',
      },
    ),
    conduct(
      '703-1',
      '住宿与生产、储存、经营合用场所不符合消防安全技术要求',
      'Living, making, storing and trading in one space against the rules',
      {
        law: 'ga703-4',
        order: '搬离住宿人员或者采取防火分隔等技术措施',
      },
    ),
    conduct('OTHER', '其他火灾隐患', 'Another fire hazard', { law: 'xfa-53', minor: true, order: '消除上述火灾隐患' }),
  ],
}

/**
 * 重大火灾隐患判定要素 of GB 35181-2025, in force from 2025-11-01. The standard's list is entered by the brigade from its
 * text: nothing is shipped that was not read there.
 */
export const majorHazards: CodeTable = {
  key: 'major-hazard',
  zh: '重大火灾隐患判定要素（GB 35181）',
  en: 'Elements of a major hazard (GB 35181)',
  entries: [],
}

export const hazardCodeTables: readonly CodeTable[] = [conducts, majorHazards]
export const hazardCodeShapes: Readonly<Record<string, z.ZodType>> = { [conducts.key]: Conduct }
