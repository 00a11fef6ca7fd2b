/** What was drawn, as a table for people. */
import { type CodeTable, findCode } from '../../../kernel/codes.ts'
import type { Draw, DrawObject } from './contract.ts'

const text = (header: string, width: number) => ({ header, kind: 'text' as const, width })

export const resultColumns = [
  { header: '抽取顺序', kind: 'number' as const, width: 10 },
  text('场所编号', 18),
  text('名称', 36),
  text('地址', 44),
  text('场所类别', 18),
  text('列管类别', 16),
  text('派出所', 18),
  { header: '上次检查', kind: 'day' as const, width: 12 },
  text('检查人员', 24),
  text('检查人员单位', 36),
  text('突破上限的理由', 30),
  text('签号', 30),
]

interface Named {
  readonly id: string
  readonly name: string
}

/** A function from a drawn object to its cells, in the order of the columns. */
export function resultRow(
  { inspectors }: Pick<Draw, 'inspectors'>,
  stations: readonly Named[],
  { kinds, lists }: { kinds: CodeTable; lists: CodeTable },
) {
  const names = new Map(stations.map(({ id, name }) => [id, name]))
  const people = new Map(inspectors.map((person) => [person.id, person]))
  const worded = (table: CodeTable, code: string | null) =>
    code === null ? null : (findCode(table, code, '9999-12-31')?.zh ?? code)
  return (object: DrawObject) => {
    const sent = (object.inspectors ?? []).flatMap((id) => people.get(id) ?? [])
    return [
      object.rank,
      object.premisesNo,
      object.name,
      object.address,
      worded(kinds, object.kind),
      worded(lists, object.list),
      object.station === null ? null : (names.get(object.station) ?? null),
      object.lastInspectedOn,
      sent.map(({ name }) => name).join('、'),
      [...new Set(sent.map(({ body }) => body))].join('、'),
      object.words,
      object.ticket,
    ]
  }
}
