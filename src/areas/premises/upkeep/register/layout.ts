/** The canonical layout of 市场监管's business register in files: a complete extract, or the changes of a month. */
import { type Column, layoutOf, type RowCheck, type RowOf } from '../../../../kernel/layout.ts'
import { plainUscc, usccFault } from '../../uscc.ts'
import { usccWords } from '../../uscc-words.ts'

const columns = [
  {
    key: 'uscc',
    field: 'uscc',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    kind: 'text',
    required: true,
    max: 40,
  },
  { key: 'name', field: 'name', zh: '名称', en: 'Name', kind: 'text', required: true, max: 200 },
  { key: 'address', field: 'address', zh: '住所', en: 'Address', kind: 'text', max: 300 },
  { key: 'legal_person', field: 'legalPerson', zh: '法定代表人', en: 'Legal person', kind: 'text', max: 60 },
  {
    key: 'status',
    field: 'status',
    zh: '登记状态',
    en: 'Status',
    kind: 'code',
    required: true,
    table: 'business-status',
  },
  { key: 'opened_on', field: 'openedOn', zh: '成立日期', en: 'Founded on', kind: 'day' },
  { key: 'ended_on', field: 'endedOn', zh: '终止日期', en: 'Ended on', kind: 'day' },
  { key: 'scope', field: 'scope', zh: '经营范围', en: 'Scope of business', kind: 'text', max: 4000 },
  { key: 'as_of', field: 'asOf', zh: '数据日期', en: 'As of', kind: 'day' },
  { key: 'complete', field: 'complete', zh: '全量数据', en: 'Complete extract', kind: 'yesno' },
] as const satisfies readonly Column[]

/** What other programs call the columns: for proposals of a mapping only. */
const aliases = {
  uscc: ['信用代码', '社会信用代码', '注册号', 'credit code', 'uscc'],
  name: ['企业名称', '市场主体名称', '主体名称', '字号名称', '经营主体名称'],
  address: ['地址', '经营场所', '住所（经营场所）', '注册地址', '登记地址', '主要经营场所'],
  legal_person: ['法人', '负责人', '经营者', '投资人', '法定代表人（负责人）'],
  status: ['状态', '经营状态', '企业状态', '登记状态名称', '主体状态'],
  opened_on: ['注册日期', '设立日期', '开业日期', '成立时间'],
  ended_on: ['注销日期', '吊销日期', '核准注销日期', '终止时间'],
  scope: ['范围', '经营项目'],
  as_of: ['截止日期', '统计日期', '更新日期'],
  complete: ['是否全量', '全量'],
}

export type BusinessRow = RowOf<typeof columns>

const soundCode = (['uscc-length', 'uscc-character', 'uscc-check'] as const).map(
  (rule): RowCheck<BusinessRow> => ({
    rule,
    ...usccWords[rule],
    broken: ({ uscc }) => (usccFault(plainUscc(uscc)) === rule ? 'uscc' : undefined),
  }),
)

const endsAfterBeginning: RowCheck<BusinessRow> = {
  rule: 'ended-before-opened',
  zh: '终止日期早于成立日期。',
  en: 'It ended before it was founded.',
  broken: ({ openedOn, endedOn }) => (openedOn && endedOn && endedOn < openedOn ? 'ended_on' : undefined),
}

export const businessLayout = layoutOf({
  key: 'business-register',
  zh: '市场主体登记',
  en: 'Business register',
  naturalKey: 'uscc',
  columns,
  checks: [...soundCode, endsAfterBeginning],
  aliases,
})
