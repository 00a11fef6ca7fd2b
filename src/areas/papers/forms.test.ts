import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sheet, type SheetBlock, type Span, spansText } from '../../kernel/sheet.ts'
import { FormProps, paperForms } from './codes.ts'
import type { Head } from './forms/form.ts'
import { forms } from './forms.ts'
import { type FormKey, formKeys, type Served } from './record-contract.ts'
import { samples } from './samples.ts'
import { sheetsOf } from './sheets.ts'

const head = (more: Partial<Head> = {}): Head => ({
  letterhead: {
    fullName: '试验市公安局试验分局东街派出所',
    organ: '试公',
    station: '（东街）',
    reviewBody: '试验市试验区人民政府',
    court: '有管辖权的人民法院',
  },
  bodyKind: 'station',
  number: '试公（东街）消限字〔2026〕第0001号',
  day: '2026-11-27',
  served: null,
  ...more,
})

const spansOf = (block: SheetBlock): Span[] => {
  if (block.kind === 'words') return [...block.spans]
  if (block.kind === 'grid') return block.rows.flat().flatMap(({ lines }) => lines.flat())
  if (block.kind === 'signing') return block.places.map(({ label }) => ({ text: label }))
  return [{ text: block.kind === 'closing' ? block.body : block.text }]
}
const spans = ({ blocks }: Sheet) => blocks.flatMap(spansOf)
const textOf = (sheet: Sheet) => sheet.blocks.map((block) => spansText(spansOf(block))).join('\n')
const struckOf = (sheet: Sheet) => spans(sheet).flatMap(({ text, mark }) => (mark === 'struck' ? [text] : []))
const copiesOf = (form: FormKey) => FormProps.parse(paperForms.entries.find(({ code }) => code === form)?.props).copies
const made = (form: FormKey, more: Partial<Head> = {}, values: object = samples[form]) =>
  sheetsOf({ form, texts: forms[form].texts, values, head: head(more), copies: copiesOf(form) })
const first = (form: FormKey, more: Partial<Head> = {}, values: object = samples[form]): Sheet => {
  const [sheet] = made(form, more, values).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe.each(formKeys)('%s', (form) => {
  it('has its name, its number and its issuer in full, on each copy', () => {
    const { sheets } = made(form)
    expect(sheets).toHaveLength(copiesOf(form).length)
    for (const sheet of sheets) {
      expect(sheet.number).toBe('试公（东街）消限字〔2026〕第0001号')
      expect(sheet.issuer).toBe('试验市公安局试验分局东街派出所')
      expect(sheet.title).toBe(forms[form].texts.title)
    }
  })
  it('leaves no placeholder, no undefined and no null on paper', () => {
    for (const sheet of made(form).sheets) expect(textOf(sheet)).not.toMatch(/[{}]|undefined|null|NaN/)
  })
  it('refuses values that are not its own', () => {
    expect(forms[form].shape.safeParse({}).success).toBe(false)
    expect(forms[form].shape.safeParse({ ...samples[form], party: 3, object: 3 }).success).toBe(false)
  })
  it('has the receipt on the archived copy alone, where it has one', () => {
    const receipts = made(form).sheets.map(
      (sheet) => textOf(sheet).includes('签收') && textOf(sheet).includes('送达方式'),
    )
    if (form === 'serviceReturn') return
    expect(receipts).toEqual(copiesOf(form).map((_, at) => at === 0 && forms[form].receipt))
  })
  it('is alike on all copies but for the receipt and the slip', () => {
    const [archived, ...others] = made(form).sheets
    const common = archived?.blocks.slice(0, forms[form].receipt ? -1 : undefined) ?? []
    for (const { blocks } of others) expect(blocks.slice(0, common.length)).toEqual(common)
  })
})

describe('what does not hold is struck', () => {
  it('a unit is “你单位”, a person “你”', () => {
    expect(struckOf(first('orderAtOnce'))).toContain('你')
    const sample = samples.orderAtOnce as { party: object }
    const person = { ...sample, party: { ...sample.party, unit: false } }
    expect(struckOf(first('orderAtOnce', {}, person))).toContain('你单位')
  })
  it('a station hands over for a penalty, the brigade decides it (令第120号第二十条)', () => {
    expect(struckOf(first('orderByTerm'))).toContain('依法予以处罚')
    expect(struckOf(first('orderByTerm', { bodyKind: 'brigade' }))).toContain('移送有处罚权的机关依法处理')
  })
  it('a column that is not used holds a stroke', () => {
    const text = textOf(first('seriousReport', {}, { ...samples.seriousReport, proposal: null }))
    expect(text).toContain('四、建议\n／')
    expect(textOf(first('inspection'))).toContain('备　　注／')
  })
  it('an address that nobody knows is struck, not invented', () => {
    const sample = samples.orderAtOnce as { party: object }
    const values = { ...sample, party: { ...sample.party, address: null } }
    expect(textOf(first('orderAtOnce', {}, values))).toContain('（地址：／）')
  })
})

describe('what is chosen is ticked, once', () => {
  const served = (mode: Served['mode']): Served => ({ on: '2026-11-28', mode, recipientName: '韩松', witness: '郑街' })
  it.each([
    ['direct', '直接送达'],
    ['left', '留置送达'],
    ['agent', '委托送达'],
    ['post', '邮寄送达'],
    ['notice', '公告送达'],
  ] as const)('served %s', (mode, words) => {
    const text = textOf(first('orderByTerm', { served: served(mode) }))
    expect(text).toContain(`☑\u00a0${words}`)
    expect(text.match(/☑/g)).toHaveLength(1)
    // Who signs is struck where nobody does.
    expect(text.includes('本文书已收到')).toBe(mode === 'direct' || mode === 'agent')
  })
  it('each answer of an inspection', () => {
    const values = { ...samples.inspection, items: [{ code: 'U4', text: '通道', answer: 'no', words: '堵塞' }] }
    expect(textOf(first('inspection', {}, values))).toContain('☐\u00a0符合　☑\u00a0不符合　☐\u00a0不适用')
  })
  it('the conclusion of a re-check follows from its items', () => {
    const item = { words: '堵塞', term: null, remarks: null }
    const values = (corrected: boolean[]) => ({
      ...samples.recheck,
      items: corrected.map((one) => ({ ...item, corrected: one, next: one ? 'closed' : 'penalty' })),
    })
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (corrected) => {
        const text = textOf(first('recheck', {}, values(corrected)))
        const conclusion = corrected.every(Boolean) ? '全部改正' : corrected.some(Boolean) ? '部分改正' : '均未改正'
        expect(text).toContain(`☑\u00a0${conclusion}`)
        expect(text.includes('逾期未改正')).toBe(!corrected.every(Boolean))
      }),
    )
  })
})

it('says each term with the items that it is for, the nearest first', () => {
  const sample = samples.orderByTerm as { conducts: object[] }
  const [conduct] = sample.conducts
  const terms = ['2026-12-18', '2026-12-04', '2026-12-18']
  const values = { ...sample, conducts: terms.map((term) => ({ ...conduct, term })) }
  expect(textOf(first('orderByTerm', {}, values))).toContain(
    '对第2项于2026年12月4日前、对第1、3项于2026年12月18日前改正完毕',
  )
})

it('says how one may turn against an order, and before whom', () => {
  for (const form of ['orderAtOnce', 'orderByTerm', 'extensionRefused', 'seal', 'majorOrder'] as const)
    expect(textOf(first(form, {}, samples[form]))).toMatch(
      /六十日内向试验市试验区人民政府申请行政复议.*六个月内.*提起行政诉讼/,
    )
})

it('tears the slip of a referral from the recipient’s copy alone', () => {
  const [archived, sent] = made('referral').sheets
  expect(archived?.blocks.some(({ kind }) => kind === 'cut')).toBe(false)
  expect(sent?.blocks.some(({ kind }) => kind === 'cut')).toBe(true)
})
