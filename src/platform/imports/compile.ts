/** Compiles a layout, a mapping and code tables into a fast reader of rows. */
import { dayOf } from '../../kernel/calendar.ts'
import type {
  CodeColumn,
  CodesColumn,
  Column,
  Layout,
  NumberColumn,
  Profile,
  RowCheck,
  RowOf,
} from '../../kernel/layout.ts'
import type { SourceRow } from './csv.ts'
import { dayReader } from './days.ts'
import { type Fault, FileFault, faultOf, listed, Refusal, rowWord } from './faults.ts'
import { instantReader } from './instants.ts'
import { lineMemory } from './lines.ts'
import { type Finder, finderOf, type Lookups, lookupOf, resolveCode } from './lookups.ts'
import { type Binding, bind, canonicalProfile } from './mapping.ts'
import { decimalReader, integerReader, moneyReader, plainReader } from './numbers.ts'
import { fieldOf, pointCheck, pointMover } from './points.ts'
import { isNumeric, type Take, takerOf } from './sources.ts'
import { readYesNo, textReader } from './texts.ts'

type Value = string | number | boolean | null
type Draft = Record<string, Value>
type Read = (text: string, draft: Draft) => Value | Refusal

export interface CompileOptions {
  /** How a foreign file is mapped; without one the headers must be ours. */
  readonly profile?: Profile
  /** What the columns' tables hold, by the name of the table. */
  readonly lookups?: Lookups
  /** The server's instant: what lies behind it has not happened yet. */
  readonly now?: string
}

/** A row, with what was taken as unknown because the mapping allows it; or all that is wrong with it. */
export type Outcome<Row> =
  | { readonly row: Row; readonly blanked: readonly Fault[] }
  | { readonly faults: readonly Fault[] }

interface RowReader<Row> {
  /** Reads one row. A second row with the same natural key is a fault, so a reader serves one walk of one file. */
  read(source: SourceRow): Outcome<Row>
  readonly profile: Profile
}

interface Step {
  readonly column: Column
  readonly header: string
  readonly take: Take
  readonly read: Read
  /** Whether a bad value may count as unknown. */
  readonly mayBlank: boolean
  original(cells: readonly string[]): string
}

const wide = /[\uff00-\uffef\u3000]/
/** Full-width digits and signs, as Chinese keyboards write them, mean the same as narrow ones. */
const narrow = (read: (text: string) => Value | Refusal): Read => {
  return (text) => read(wide.test(text) ? text.normalize('NFKC') : text)
}

function numberReader(column: NumberColumn, layout: Layout): Read {
  const isLat = layout.point?.lat === column.key
  const limits = { min: column.min ?? 0, max: column.max, ...(isLat ? { hint: rowWord('swapped') } : {}) }
  switch (column.kind) {
    case 'integer':
      return narrow(integerReader(limits))
    case 'money':
      return narrow(moneyReader(limits))
    case 'decimal':
      return narrow(decimalReader(column.scale ?? 2, limits))
    case 'number':
      return narrow(plainReader(limits))
  }
}

function finderFor(layout: Layout, column: CodeColumn | CodesColumn, lookups: Lookups): Finder {
  const entries =
    'entries' in column && column.entries ? lookupOf({ entries: column.entries }) : lookups[column.table ?? '']
  if (!entries) throw new Error(`the lookup ${column.table} was not given for ${column.key}`)
  const hasChildren = layout.columns.some((other) => other.kind === 'code' && other.within === column.key)
  if ('within' in column && column.within !== undefined)
    return finderOf(entries.filter(({ parent }) => parent !== undefined))
  return finderOf(hasChildren ? entries.filter(({ parent }) => parent === undefined) : entries)
}

function codeReader(layout: Layout, column: CodeColumn, finders: ReadonlyMap<string, Finder>): Read {
  const finder = finders.get(column.key) as Finder
  const table = { zh: column.zh, en: column.en }
  const dated = finder.dated ? fieldOf(layout, layout.datedBy) : undefined
  const above = layout.columns.find(({ key }) => key === column.within)
  return (text, draft) => {
    const instant = dated === undefined ? null : draft[dated]
    const day = typeof instant === 'string' ? { day: dayOf(instant) } : {}
    if (!above) return resolveCode(finder, text, { table, ...day })
    const value = draft[above.field]
    if (typeof value !== 'string') return new Refusal('parent-missing', { parent: { zh: above.zh, en: above.en } })
    const words = finders.get(above.key)?.wordsOf(value) ?? { zh: value, en: value }
    return resolveCode(finder, text, { table, parent: { value, words }, ...day })
  }
}

/** Every code of the cell, or why one of them is none. */
function codesReader(column: CodesColumn, finders: ReadonlyMap<string, Finder>): Read {
  const finder = finders.get(column.key) as Finder
  const table = { zh: column.zh, en: column.en }
  return (text) => {
    const codes: string[] = []
    for (const part of text.split(/[、，,；;|]/)) {
      if (part.trim() === '') continue
      const code = resolveCode(finder, part.trim(), { table })
      if (typeof code !== 'string') return code
      if (!codes.includes(code)) codes.push(code)
    }
    return codes.join()
  }
}

/** A reader by the forms that the mapping names. */
function dated(
  profile: Profile,
  { column, mapping }: Binding,
  make: (formats: string[]) => (text: string) => Value | Refusal,
): (text: string) => Value | Refusal {
  try {
    return make([mapping.dateFormat ?? []].flat())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FileFault('profile-format', { profile: profile.name, column: column.zh, format: error.message })
  }
}

/** Refuses a mapping that asks of a column what its kind does not have, or translates to codes that do not exist. */
function checkMapping({ column, mapping }: Binding, profile: string, finder: Finder | undefined) {
  const fail = (option: string) => new FileFault('profile-option', { profile, column: column.zh, option })
  if (mapping.multiply !== undefined && !isNumeric(column)) throw fail('multiply')
  if (mapping.dateFormat !== undefined && column.kind !== 'instant' && column.kind !== 'day') throw fail('dateFormat')
  if (!finder) return
  const ours = [...Object.values(mapping.values ?? {}), mapping.constant ?? '']
  const unknown = [...new Set(ours)].filter((value) => value.trim() !== '' && finder.find(value).length === 0)
  if (unknown.length) throw new FileFault('profile-value', { profile, column: column.zh, values: listed(unknown) })
}

function stepOf(
  layout: Layout,
  binding: Binding,
  options: CompileOptions,
  profile: Profile,
  finders: Map<string, Finder>,
) {
  const { column, mapping, headers, indexes } = binding
  checkMapping(binding, profile.name, finders.get(column.key))
  const read = (): Read => {
    switch (column.kind) {
      case 'text':
        return textReader(column.max ?? 200)
      case 'code':
        return codeReader(layout, column, finders)
      case 'yesno':
        return narrow(readYesNo)
      case 'codes':
        return codesReader(column, finders)
      case 'day':
        return narrow(dated(profile, binding, dayReader))
      case 'instant': {
        const now = options.now === undefined ? {} : { now: options.now }
        return narrow(dated(profile, binding, (formats) => instantReader({ zone: profile.zone, formats, ...now })))
      }
      default:
        return numberReader(column, layout)
    }
  }
  const step: Step = {
    column,
    header: headers.length ? headers.join(' + ') : column.zh,
    take: takerOf(binding, profile),
    read: read(),
    mayBlank: mapping.invalid === 'blank' && !column.required,
    original: (cells) => (indexes.length ? indexes.map((i) => cells[i] ?? '').join(' + ') : (mapping.constant ?? '')),
  }
  return step
}

/** The instant that dates the codes is read first, children after their parents. */
const turnOf = (layout: Layout, { column }: Step) =>
  column.key === layout.datedBy ? 0 : column.kind === 'code' && column.within !== undefined ? 2 : 1

const none: readonly Fault[] = []

/**
 * Compiles a reader for the rows of a file with these headers. Throws a FileFault where headers and mapping do not
 * suit each other. Its fault reports give each column by its header in the file.
 */
export function compileRows<Columns extends readonly Column[]>(
  layout: Layout<Columns>,
  headers: readonly string[],
  options: CompileOptions & { readonly checks?: readonly RowCheck<RowOf<Columns>>[] } = {},
): RowReader<RowOf<Columns>> {
  const profile = options.profile ?? canonicalProfile(headers, layout)
  const finders = new Map<string, Finder>()
  for (const column of layout.columns)
    if ((column.kind === 'code' || column.kind === 'codes') && profile.columns[column.key])
      finders.set(column.key, finderFor(layout, column, options.lookups ?? {}))
  const steps = bind(layout, profile, headers)
    .map((binding) => stepOf(layout, binding, options, profile, finders))
    .sort((a, b) => turnOf(layout, a) - turnOf(layout, b))
  const byKey = new Map(steps.map((step) => [step.column.key, step]))
  // Rows made from one blank share its shape, which makes writing their fields several times as fast.
  const blank: Draft = Object.fromEntries(layout.columns.map(({ field }) => [field, null]))
  const checks: readonly RowCheck<RowOf<Columns>>[] = [
    ...pointCheck(layout),
    ...(layout.checks ?? []),
    ...(options.checks ?? []),
  ]
  const movePoint = pointMover(layout, profile)
  const keyStep = byKey.get(layout.naturalKey)
  const lineOf = lineMemory()
  const places = layout.columns.map(({ key }) => byKey.get(key)?.header)
  const placeOf = ({ column }: Fault) => places.indexOf(column)

  /** Runs the checks; a column that may be blank is blanked and all is checked again. */
  function check(row: RowOf<Columns>, draft: Draft, { line, cells }: SourceRow, faults: Fault[], blanked: Fault[]) {
    for (let again = true; again; ) {
      again = false
      for (const rowCheck of checks) {
        const broken = rowCheck.broken(row, line)
        if (broken === undefined) continue
        const { key, zh, en } = typeof broken === 'string' ? { ...rowCheck, key: broken } : broken
        const { rule } = rowCheck
        const step = byKey.get(key)
        const fault = { line, column: step?.header ?? key, value: step?.original(cells) ?? '', rule, zh, en }
        if (!step?.mayBlank) faults.push(fault)
        else {
          blanked.push(fault)
          draft[step.column.field] = null
          again = true
          break
        }
      }
      if (again) faults.length = 0
    }
  }

  function read(source: SourceRow): Outcome<RowOf<Columns>> {
    if (source.fault) return { faults: [source.fault] }
    const { line, cells } = source
    const draft: Draft = { ...blank }
    const faults: Fault[] = []
    const blanked: Fault[] = []
    for (const step of steps) {
      const text = step.take(cells)
      let value: Value | Refusal = typeof text !== 'string' ? text : text === '' ? null : step.read(text, draft)
      if (value === null && step.column.required) value = new Refusal('required')
      if (typeof value === 'object' && value !== null) {
        const list = step.mayBlank ? blanked : faults
        list.push(faultOf(line, step.header, step.original(cells), value))
        value = null
      }
      if (value !== null) draft[step.column.field] = value
    }
    if (faults.length) return { faults: faults.sort((a, b) => placeOf(a) - placeOf(b)) }
    movePoint(draft)
    const row = draft as RowOf<Columns>
    check(row, draft, source, faults, blanked)
    const natural = keyStep ? draft[keyStep.column.field] : null
    if (keyStep && typeof natural === 'string') {
      const before = lineOf(natural, line)
      if (before !== undefined) {
        const { zh, en } = keyStep.column
        faults.push(
          faultOf(line, keyStep.header, natural, new Refusal('duplicate', { line: before, column: { zh, en } })),
        )
      }
    }
    return faults.length ? { faults } : { row, blanked: blanked.length ? blanked : none }
  }
  return { read, profile }
}
