/** A list of visits as a file's rows: one row a visit. */
import { type CodeTable, findCode } from '../../../kernel/codes.ts'
import type { VisitRow } from './contract.ts'
import { messages } from './messages.ts'

/** The columns, in their order. */
export const visitColumns = [
  { key: 'visitedOn', kind: 'day' },
  { key: 'startedAt', kind: 'instant' },
  { key: 'endedAt', kind: 'instant' },
  { key: 'kind', kind: 'text' },
  { key: 'premisesNo', kind: 'text' },
  { key: 'premisesName', kind: 'text' },
  { key: 'address', kind: 'text' },
  { key: 'body', kind: 'text' },
  { key: 'inspectors', kind: 'text' },
  { key: 'reason', kind: 'text' },
  { key: 'answered', kind: 'number' },
  { key: 'hazards', kind: 'number' },
  { key: 'rechecked', kind: 'number' },
  { key: 'marks', kind: 'text' },
  { key: 'submittedAt', kind: 'instant' },
  { key: 'submittedBy', kind: 'text' },
] as const

/** A function from a visit to its cells, in Chinese words. */
export const visitRow = (kinds: CodeTable, bodies: readonly { id: string; name: string }[]) => {
  const words = messages.zh
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return (visit: VisitRow): (string | number | null)[] =>
    visitColumns.map(({ key }) => {
      if (key === 'kind') return findCode(kinds, visit.kind, visit.visitedOn)?.zh ?? visit.kind
      if (key === 'body') return names.get(visit.body) ?? ''
      if (key === 'inspectors') return visit.inspectorNames.join('、')
      if (key === 'reason') return words.reasons[visit.reason]
      if (key === 'marks') return visit.marks.map((mark) => words.marks[mark]).join('、')
      return visit[key]
    })
}
