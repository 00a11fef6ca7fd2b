/** The words of importing the register: what only a file can have wrong. */
import type { Words } from '../../../kernel/words.ts'

export const importWords = {
  'point-outside': {
    zh: '距本区约 {km} 公里，不在本区。请核对经纬度；若坐标来自高德、腾讯（GCJ-02）或百度（BD-09）地图，请在映射方案中选择坐标系后换算。',
    en: 'Some {km} km away, not in this district. Check the position; if it comes from a map in GCJ-02 or BD-09, say so in the mapping and it is converted.',
  },
  'same-place-again': {
    zh: '与第 {line} 行的名称、地址相同：同一场所在文件中只能出现一次。',
    en: 'Has the name and address of line {line}: a place may be in a file once.',
  },
  'not-own-ground': {
    zh: '不在您单位的辖区内，不能导入。',
    en: "Not on your body's ground, so you cannot import it.",
  },
  'number-of-another': {
    zh: '该编号已用于其他单位监管的档案。',
    en: "The number belongs to a record outside your body's ground.",
  },
  'ambiguous-record': {
    zh: '名称和地址与库中多条档案相同，无法判断是哪一条：请填写场所编号，或先合并重复档案。',
    en: 'Several records have this name and address: give the premises number, or merge the duplicates first.',
  },
  'known-twice': {
    zh: '与文件中另一行指向同一条档案。',
    en: 'Another row of the file is the same record.',
  },
  'unknown-relation': {
    zh: '库中和文件中都没有这个名称或编号的{what}。',
    en: 'Neither the register nor the file has a {what} of this name or number.',
  },
  'ambiguous-relation': {
    zh: '有多个{what}叫这个名称：请改填场所编号。',
    en: 'Several have this name as {what}: give the premises number.',
  },
  'supervisor-by-transfer': {
    zh: '监管单位只能通过移交变更，导入不能更改。',
    en: 'Who supervises changes by a transfer alone; an import cannot change it.',
  },
  'supervisor-not-own': {
    zh: '只能导入由本单位监管的场所。',
    en: 'Only premises that your own body supervises can be imported.',
  },
  'officer-elsewhere': {
    zh: '该民警不在这个场所的辖区派出所。',
    en: 'This officer does not work at the station of the place.',
  },
} as const satisfies Record<string, Words>
export type ImportRule = keyof typeof importWords

export const messages = {
  zh: { title: '导入场所单位', toList: '查看场所单位' },
  en: { title: 'Import premises', toList: 'See the register' },
} as const
