/** The instruments of law that acts and rules cite, so that a refusal can name its basis. Texts in force are the authority's. */

export interface Instrument {
  readonly zh: string
  readonly en: string
}

export const instruments = {
  xfj17: {
    zh: '《火灾统计管理规定》（消防〔2025〕17号）',
    en: 'Rules on the Administration of Fire Statistics (2025 No. 17)',
  },
  '493': {
    zh: '《生产安全事故报告和调查处理条例》（国务院令第493号）',
    en: 'Regulations on Work Safety Accidents (State Council Decree 493)',
  },
  xf185: { zh: '《火灾损失统计方法》（XF 185-2014）', en: 'Statistical Method for Fire Losses (XF 185-2014)' },
  '120': {
    zh: '《消防监督检查规定》（公安部令第120号）',
    en: 'Provisions on Fire Supervision and Inspection (Decree 120)',
  },
  '5': {
    zh: '《高层民用建筑消防安全管理规定》（应急管理部令第5号）',
    en: 'Provisions on Fire Safety of High-rise Civil Buildings (Decree 5)',
  },
  gb35181: {
    zh: '《重大火灾隐患判定规则》（GB 35181-2025）',
    en: 'Rules for Determining Major Fire Hazards (GB 35181-2025)',
  },
  ga703: {
    zh: '《住宿与生产储存经营合用场所消防安全技术要求》（GA 703-2007）',
    en: 'Technical Requirements for Places Where People Live, Make, Store and Trade (GA 703-2007)',
  },
  xfa: { zh: '《中华人民共和国消防法》', en: 'Fire Protection Law' },
  aj: { zh: '《公安机关办理行政案件程序规定》', en: 'Procedure of Public Security Organs in Administrative Cases' },
  '54': {
    zh: '《关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）',
    en: 'Opinions on Inspections of Enterprises (2024 No. 54)',
  },
  '61': {
    zh: '《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）',
    en: 'Provisions on Fire Safety of Organisations (Decree 61)',
  },
  '97': {
    zh: '《关于贯彻实施〈机关、团体、企业、事业单位消防安全管理规定〉的通知》（公通字〔2001〕97号）',
    en: 'Notice on Applying Decree 61 (Police Notice 2001 No. 97)',
  },
  sd: {
    zh: '《山东省公安派出所消防监督检查规定》',
    en: 'Shandong Rules on Fire Inspection by Police Stations',
  },
  'fj-key': { zh: '福建省消防安全重点单位界定标准', en: 'Criteria of Key Units of Fujian' },
  'bj-key': { zh: '北京市消防安全重点单位界定标准', en: 'Criteria of Key Units of Beijing' },
  gbf54: {
    zh: '《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）',
    en: 'Opinions on Strictly Regulating Administrative Inspections of Enterprises (State Council Office 2024 No. 54)',
  },
  house: { zh: '本平台工作规则', en: 'House rule of this platform' },
} as const satisfies Record<string, Instrument>

/** 'xfj17-11' → 《火灾统计管理规定》（消防〔2025〕17号）第11条. Undefined for an instrument not listed here. */
export function citation(law: string, lang: 'zh' | 'en'): string | undefined {
  const at = law.lastIndexOf('-')
  const key = (at < 0 ? law : law.slice(0, at)) as keyof typeof instruments
  const instrument: Instrument | undefined = instruments[key]
  if (!instrument) return undefined
  if (at < 0) return instrument[lang]
  const article = law.slice(at + 1)
  return lang === 'zh' ? `${instrument.zh}第${article}条` : `${instrument.en}, art. ${article}`
}
