/** A whole document with every kind of block, for the tests: the quarter of a fictional district. */
import type { Block, OfficialDocument, Run } from '../../kernel/document.ts'

const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (key: string, ...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  key,
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})
const figure = (key: string, text: string): Run => ({ text, figure: key })
const missing: Run = { missing: true }

const indicators = [
  ['接警（起）', '1243', '1187', '+4.7%', '1301', '-4.5%'],
  ['出动车辆（辆次）', '2486', '2391', '+4.0%', '2544', '-2.3%'],
  ['出动警力（人次）', '14916', '14243', '+4.7%', '15612', '-4.5%'],
  ['抢救被困人员（人）', '37', '41', '-9.8%', '52', '-28.8%'],
  ['疏散被困人员（人）', '218', '163', '+33.7%', '240', '-9.2%'],
  ['抢救财产价值（万元）', '〔缺〕', '612.4', '无可比数据', '588.0', '无可比数据'],
  ['火灾（起）', '61', '54', '+13.0%', '70', '-12.9%'],
  ['直接财产损失（万元）', '86.3', '142.7', '-39.5%', '101.2', '-14.7%'],
  ['过火面积（平方米）', '1280.5', '1902', '-32.7%', '1644', '-22.1%'],
  ['受灾户数（户）', '29', '33', '-12.1%', '38', '-23.7%'],
  ['受灾人数（人）', '74', '81', '-8.6%', '96', '-22.9%'],
  ['死亡（人）', '0', '0', '持平', '1', '-100.0%'],
  ['重伤（人）', '0', '1', '-100.0%', '0', '持平'],
  ['轻伤（人）', '0', '2', '-100.0%', '3', '-100.0%'],
]
const stations = [
  '望海路',
  '青石桥',
  '澜湾',
  '东埠头',
  '柳庄',
  '云杉路',
  '北仓',
  '南渡口',
  '槐荫里',
  '白鹭洲',
  '石榴巷',
  '梅岭',
  '清河坊',
  '松涛路',
  '渔港',
  '新塘',
  '高桥',
  '紫藤街',
  '银杏路',
  '西沙',
]
const stationRows = stations.map((name, at) => {
  const now = (at * 5 + 4) % 7
  const before = (at * 3 + 2) % 6
  const lossFen = now * 14_150
  const change = now === before ? '持平' : `${now > before ? '+' : ''}${now - before}`
  return [`${name}派出所`, String(now), String(before), change, (lossFen / 10_000).toFixed(2), '0']
})
const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
const bands = Array.from({ length: 12 }, (_, at) => `${at * 2}–${at * 2 + 2}时`)
const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((day) => `星期${day}`)

const situation: Block[] = [
  heading(1, '火灾基本情况'),
  heading(2, '火灾形势总体上保持稳定'),
  paragraph(
    'overall.counts',
    '2026年第二季度，全区共接警',
    figure('period.alarms', '1243起'),
    '，出动车辆',
    figure('period.vehicles', '2486辆次'),
    '，出动警力14916人次，抢救被困人员37人，疏散被困人员218人，抢救财产价值',
    missing,
    '万元。其中，发生火灾',
    figure('period.fires', '61起'),
    '，直接财产损失86.3万元，过火面积1280.5平方米，受灾户数29户，受灾人数74人，未造成人员伤亡。',
  ),
  paragraph(
    'overall.previous',
    '从统计数据看，与第一季度相比，火灾起数有所上升（上升13.0%，增加7起），直接财产损失明显下降（下降39.5%，减少56.4万元）；与上年同期相比，火灾起数有所下降（下降12.9%，减少9起），直接财产损失有所下降（下降14.7%）。“平安青澜”建设中预防和应对火灾工作取得一定成效，但仍需进一步加强日常管理和应急响应能力——尤其是夜间、住宅和小经营场所。',
  ),
  {
    kind: 'table',
    caption: '主要指标对比表',
    columns: [
      { header: '指标', align: 'left', width: 28 },
      { header: '本期', align: 'right', width: 14 },
      { header: '第一季度', align: 'right', width: 15 },
      { header: '环比', align: 'right', width: 14 },
      { header: '上年同期', align: 'right', width: 15 },
      { header: '同比', align: 'right', width: 14 },
    ],
    rows: indicators,
    notes: ['注：“—”表示基期为零，不计算增减幅度；抢救财产价值本期有3起未填报。'],
  },
  {
    kind: 'chart',
    caption: '逐月火灾起数与上年对比图',
    spec: {
      kind: 'line',
      categories: months,
      series: [
        { name: '2025年', values: [31, 44, 29, 25, 22, 23, 20, 19, 24, 26, 30, 35] },
        { name: '2026年', values: [16, 21, 17, 21, 22, 18, null, null, null, null, null, null] },
      ],
      unit: '起',
    },
    alt: '2026年逐月火灾起数：1月16、2月21、3月17、4月21、5月22、6月18',
  },
]
const features: Block[] = [
  heading(2, '住宅火灾多发，电气火灾居首'),
  paragraph(
    'features.places',
    '从起火场所看，住宅火灾31起，占50.8%；商店火灾9起，占14.8%；电动自行车停放充电处火灾6起，占9.8%；其他场所15起，占24.6%。',
  ),
  {
    kind: 'chart',
    caption: '起火场所分布图',
    spec: {
      kind: 'bar',
      categories: [
        '住宅',
        '商店、市场',
        '电动自行车停放充电处',
        '餐饮场所',
        '交通工具',
        '厂房',
        '垃圾、杂草',
        '其余场所',
      ],
      series: [{ name: '火灾起数', values: [31, 9, 6, 4, 4, 3, 2, 2] }],
      unit: '起',
    },
    alt: '住宅31起、商店市场9起、电动自行车停放充电处6起、餐饮场所4起、交通工具4起、厂房3起、垃圾杂草2起、其余2起',
  },
  heading(3, '起火原因'),
  paragraph(
    'features.causes',
    '从起火原因看，电气火灾24起，占39.3%；生活用火不慎引发火灾15起，占24.6%；吸烟引发火灾9起，占14.8%。电气火灾中，短路14起、过负荷6起、接触不良4起。',
  ),
  heading(4, '电气火灾'),
  paragraph('features.electric', '线路老化、私拉乱接和电动自行车违规充电是主要诱因，集中在建成二十年以上的居民小区。'),
  heading(4, '生活用火'),
  paragraph('features.cooking', '油锅过热、用火离人占生活用火不慎的八成。'),
  {
    kind: 'chart',
    caption: '起火原因构成图',
    spec: {
      kind: 'pie',
      categories: ['电气火灾', '生活用火不慎', '吸烟', '遗留火种', '自燃', '玩火', '原因待查'],
      series: [{ name: '火灾起数', values: [24, 15, 9, 5, 4, 2, 2] }],
      unit: '起',
    },
    alt: '电气24起、生活用火不慎15起、吸烟9起、遗留火种5起、自燃4起、玩火2起、原因待查2起',
  },
  heading(3, '时间分布'),
  paragraph(
    'spread.hours',
    '从起火时间看，18时至22时火灾19起，占31.1%，为一天中最集中的时段；夜间（22时至次日6时）火灾14起，占23.0%。',
  ),
  {
    kind: 'chart',
    caption: '火灾星期、时段分布图',
    spec: {
      kind: 'heat',
      categories: bands,
      series: weekdays.map((name, row) => ({
        name,
        values: bands.map((_, column) => Math.max(0, (((row + 2) * (column + 1)) % 5) - (column < 3 ? 3 : 1))),
      })),
      unit: '起',
    },
    alt: '火灾按星期和两小时时段的分布，共61起',
  },
]
const rest: Block[] = [
  heading(2, '各派出所辖区情况'),
  paragraph(
    'spread.stations',
    '火灾起数居前的是云杉路派出所、澜湾派出所和梅岭派出所，三个辖区共发生火灾18起，占29.5%。',
  ),
  {
    kind: 'chart',
    caption: '城乡火灾起数对比图',
    spec: {
      kind: 'groupedBar',
      categories: ['城市', '农村', '不详'],
      series: [
        { name: '2025年第二季度', values: [47, 21, 2] },
        { name: '2026年第二季度', values: [41, 18, 2] },
      ],
      unit: '起',
    },
    alt: '城市41起，上年同期47起；农村18起，上年同期21起；不详2起，上年同期2起',
  },
  {
    kind: 'table',
    caption: '各派出所辖区火灾情况表',
    columns: [
      { header: '派出所', align: 'left', width: 26 },
      { header: '本期（起）', align: 'right', width: 14 },
      { header: '上年同期（起）', align: 'right', width: 16 },
      { header: '同比增减', align: 'right', width: 14 },
      { header: '损失（万元）', align: 'right', width: 16 },
      { header: '伤亡（人）', align: 'right', width: 14 },
    ],
    rows: [...stationRows, ['合计', '61', '70', '-9', '86.30', '0']],
    summed: true,
  },
  heading(1, '存在的主要问题'),
  heading(2, '群众消防安全意识有待提高'),
  paragraph(
    'problem.RES',
    '住宅火灾31起，占50.8%，反映出部分群众缺乏基本的消防安全常识，也反映出消防监督检查和消防安全宣传还不到位。',
  ),
  heading(1, '对策建议'),
  heading(2, '抓好居民住宅火灾防控'),
  paragraph(
    'advice.RES',
    '各派出所联合社区居委会、物业服务企业等单位，清理楼道堆物和电动自行车违规停放，定期举办消防安全知识讲座和疏散演练，提高居民自防自救能力。',
  ),
  { kind: 'note', text: '注：本期统计口径自2025年5月1日起按新的火灾统计管理规定执行，与此前数据比较时应予注意。' },
]

export const sample: OfficialDocument = {
  title: '海岚市青澜区2026年第二季度消防安全形势分析',
  status: 'issued',
  secrecy: '内部资料',
  number: '青消委办〔2026〕12号',
  addressee: '各街道办事处，区消防安全委员会各成员单位，各派出所',
  blocks: [...situation, ...features, ...rest],
  attachments: ['2026年第二季度火灾明细表', '火灾高发社区名单'],
  closing: { body: '海岚市公安局青澜分局', day: '2026-07-08' },
}
