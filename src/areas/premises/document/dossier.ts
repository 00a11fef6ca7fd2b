/** 消防安全档案: all that is known of a place as a document, in the order of the file in the cabinet. A rule. */
import { dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { CodeTable } from '../../../kernel/codes.ts'
import type { Block, OfficialDocument, Table, TableColumn } from '../../../kernel/document.ts'
import type { HistoryEntry } from '../../../kernel/history.ts'
import { citation } from '../../../kernel/law.ts'
import { isOutOfPlace } from '../form-fields.ts'
import type { Facility, Form, Premises } from '../record-contract.ts'
import type { Transfer } from '../transfers/contract.ts'
import { historyTable } from './history.ts'
import { codeText, labelOf, type Naming, unknown, type ValueTexts, valueTexts } from './values.ts'

/** A part of the file. One without blocks is left out. */
export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** What a file is made of. */
export interface Told {
  readonly premises: Premises
  readonly naming: Naming
  readonly transfers: readonly Transfer[]
  /** What points to it, as far as it is listed; `partsInAll` counts the others too. */
  readonly parts: readonly { readonly premisesNo: string; readonly name: string; readonly form: Form }[]
  readonly partsInAll: number
  readonly history: readonly HistoryEntry[]
}

const paragraph = (key: string, text: string): Block => ({ kind: 'paragraph', key, runs: [{ text }] })
const note = (text: string): Block => ({ kind: 'note', text })
const column = (header: string, width: number, align: TableColumn['align'] = 'left'): TableColumn => ({
  header,
  width,
  align,
})
const table = (caption: string, columns: readonly TableColumn[], rows: Table['rows']): Block => ({
  kind: 'table',
  caption,
  columns,
  rows,
})

/** 2026-07-10 → 2026年7月10日 */
const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Fields two by two. */
function factTable(caption: string, pairs: readonly (readonly [string, string])[]): Block {
  const rows = Array.from({ length: Math.ceil(pairs.length / 2) }, (_, at) => {
    const [left = ['', ''], right = ['', '']] = [pairs[2 * at], pairs[2 * at + 1]]
    return [...left, ...right]
  })
  const columns = [column('项目', 5), column('内容', 6), column('项目', 5), column('内容', 6)]
  return table(caption, columns, rows)
}

const fieldsOf = (premises: Premises, texts: ValueTexts, fields: readonly (keyof Premises)[]) =>
  fields
    .filter((field) => !isOutOfPlace(field, premises) && (field !== 'kind' || premises.form === 'unit'))
    .map((field): readonly [string, string] => [labelOf(field, premises.form), texts(field, premises[field])])

function basics({ premises }: Told, texts: ValueTexts): Section {
  const { stateSince, lng, lat, enteredAt, remarks } = premises
  return {
    heading: '基本情况',
    blocks: [
      factTable('基本情况', [
        ...fieldsOf(premises, texts, [
          'name',
          'premisesNo',
          'uscc',
          'operatorIdTail',
          'form',
          'kind',
          'tags',
          'address',
        ]),
        ['状态', `${texts('state', premises.state)}${stateSince ? `（自${stateSince}）` : ''}`],
        ['经纬度', lng === null || lat === null ? unknown : `${lng.toFixed(6)}，${lat.toFixed(6)}`],
        ...fieldsOf(premises, texts, ['street', 'community', 'grid', 'station', 'lastInspectedOn']),
        ['建档日期', dayOf(enteredAt)],
      ]),
      ...(remarks ? [paragraph('remarks', `备注：${remarks}`)] : []),
    ],
  }
}

const people = ({ premises: { contacts } }: Told): Section => ({
  heading: '人员',
  blocks: [
    table(
      '消防安全人员',
      [column('职务', 3), column('姓名', 3), column('电话', 4)],
      [
        ['法定代表人', contacts.legalPerson ?? unknown, '—'],
        ['消防安全责任人', contacts.responsibleName ?? unknown, contacts.responsiblePhone ?? unknown],
        ['消防安全管理人', contacts.managerName ?? unknown, contacts.managerPhone ?? unknown],
      ],
    ),
    note('注：姓名、电话属于个人信息，纸面上隐去部分内容；确需使用的，在系统内写明事由后查看。'),
  ],
})

const buildingAndUse = ({ premises }: Told, texts: ValueTexts): Section => ({
  heading: '建筑与使用',
  blocks: [
    factTable(
      '建筑情况',
      fieldsOf(premises, texts, [
        'areaM2',
        'heightM',
        'floorsAbove',
        'floorsBelow',
        'floors',
        'exits',
        'fireRating',
        'builtYear',
        'usage',
        'dangerousGoods',
        'gas',
        'ebikeCharging',
      ]),
    ),
    factTable(
      '使用人数和规模',
      fieldsOf(premises, texts, [
        'staff',
        'diners',
        'households',
        'residents',
        'tenants',
        'beds',
        'rooms',
        'pupils',
        'boarders',
      ]),
    ),
  ],
})

/** Days before its end in which something is to be renewed. */
const soonDays = 30
function validity(expiresOn: string | null, day: string): string {
  if (expiresOn === null) return '—'
  if (expiresOn < day) return '已过期'
  const left = daysBetween(day, expiresOn)
  return left <= soonDays ? `${left}天后到期` : '有效'
}

const countText = (count: number | null) => (count === null ? unknown : count === 0 ? '无' : String(count))

function facilities({ premises, naming: { tables, day } }: Told): Section {
  const row = ({ kind, count, expiresOn }: Facility) => [
    codeText(tables.facilities, kind, day),
    countText(count),
    expiresOn ?? '—',
    validity(expiresOn, day),
  ]
  const columns = [column('设施器材', 5), column('数量', 2, 'right'), column('到期日期', 3), column('状况', 3)]
  const { length } = premises.facilities
  return {
    heading: '消防设施器材',
    blocks: length
      ? [table('消防设施器材', columns, premises.facilities.map(row))]
      : [paragraph('facilities', `${unknown}。`)],
  }
}

function papers({ premises, naming: { tables, day } }: Told): Section {
  const columns = [
    column('证照文书', 5),
    column('编号', 4),
    column('签发日期', 3),
    column('到期日期', 3),
    column('状况', 2.5),
    column('扫描件', 2),
  ]
  const rows = premises.papers.map(({ kind, no, issuedOn, expiresOn, file }) => [
    codeText(tables.papers, kind, day),
    no ?? unknown,
    issuedOn ?? unknown,
    expiresOn ?? '—',
    validity(expiresOn, day),
    file ? '有' : '无',
  ])
  return {
    heading: '证照文书',
    blocks: rows.length ? [table('证照文书', columns, rows)] : [paragraph('papers', `${unknown}。`)],
  }
}

/** A criterion with the article that it stands in. */
function criterionText(criteria: CodeTable, code: string, day: string): string {
  const law = criteria.entries.find((entry) => entry.code === code)?.props?.law
  const cited = typeof law === 'string' ? citation(law, 'zh') : undefined
  return `${codeText(criteria, code, day)}${cited ? `（${cited}）` : ''}`
}

const transferStates: Readonly<Record<Transfer['state'], string>> = {
  offered: '待接收',
  accepted: '已接收',
  returned: '已退回',
  withdrawn: '已撤回',
}

function supervision({ premises, naming, transfers }: Told, texts: ValueTexts): Section {
  const { criteria, supervisor, list, officer, dueBody, proposed, keptCriteria } = premises
  const met = criteria.map((code) => criterionText(naming.tables.criteria, code, naming.day))
  const stays = keptCriteria !== null && !proposed
  const name = (id: string) => naming.nameOf(id) ?? '（已不存在）'
  const rows = transfers.map(({ fromBody, toBody, state, offeredAt, answeredAt, reason, answer }) => [
    dayOf(offeredAt),
    `${name(fromBody)}移交${name(toBody)}`,
    `${transferStates[state]}${answeredAt ? `（${dayOf(answeredAt)}）` : ''}`,
    answer ? `${reason}；答复：${answer}` : reason,
  ])
  const columns = [column('日期', 3), column('移交接收', 5), column('结果', 3), column('理由', 6)]
  return {
    heading: '监管归属与依据',
    blocks: [
      paragraph(
        'supervisor',
        `监管单位：${texts('supervisor', supervisor)}。列管类别：${texts('list', list)}。责任民警：${texts('officer', officer)}。`,
      ),
      paragraph(
        'criteria',
        met.length > 0
          ? `符合消防安全重点单位界定标准：${met.join('；')}。`
          : '按现有登记内容，不符合消防安全重点单位界定标准。',
      ),
      ...(proposed ? [paragraph('proposed', `按规定应由${texts('dueBody', dueBody)}监管，待移交。`)] : []),
      ...(stays ? [paragraph('kept', '已研究决定维持现监管单位。')] : []),
      ...(rows.length > 0 ? [table('监管移交记录', columns, rows)] : []),
    ],
  }
}

function relations({ premises, parts, partsInAll, naming }: Told, texts: ValueTexts): Section {
  const above = (['building', 'estate', 'company', 'committee'] as const).filter((field) => premises[field] !== null)
  const columns = [column('场所编号', 4), column('名称', 8), column('对象类型', 3)]
  const rows = parts.map(({ premisesNo, name, form }) => [premisesNo, name, texts('form', form)])
  const more = partsInAll > parts.length ? [note(`注：共${partsInAll}家，此处列出${parts.length}家。`)] : []
  const merged = premises.mergedInto && naming.nameOf(premises.mergedInto)
  return {
    heading: '关系',
    blocks: [
      ...(merged ? [paragraph('mergedInto', `本档案已并入“${merged}”。`)] : []),
      ...above.map((field) => paragraph(field, `${labelOf(field, premises.form)}：${texts(field, premises[field])}。`)),
      ...(rows.length > 0 ? [table('其中的单位和建筑', columns, rows), ...more] : []),
    ],
  }
}

const changes = ({ history, premises }: Told, texts: ValueTexts): Section => ({
  heading: '历次变动',
  blocks: history.length > 0 ? [historyTable(history, premises.form, texts)] : [],
})

/** The file of a place. `others` are what further areas have to tell of it: visits, hazards, orders, fires. */
export function dossierOf(told: Told, others: readonly Section[] = []): OfficialDocument {
  const { premises, naming } = told
  const texts = valueTexts(naming)
  const sections = [
    basics(told, texts),
    people(told),
    buildingAndUse(told, texts),
    facilities(told),
    papers(told),
    supervision(told, texts),
    relations(told, texts),
    ...others,
    changes(told, texts),
  ]
  return {
    title: '消防安全档案',
    status: 'issued',
    secrecy: '内部资料',
    blocks: [
      paragraph(
        'opening',
        `${premises.name}（场所编号${premises.premisesNo}）消防安全档案如下，内容截至${dayText(naming.day)}。`,
      ),
      ...sections
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap(({ heading, blocks }): Block[] => [{ kind: 'heading', level: 1, text: heading }, ...blocks]),
    ],
    closing: { body: naming.nameOf(premises.supervisor) ?? '', day: naming.day },
  }
}
