/** Whatever can be wrong with a visit, and whatever the server notices about it, has words in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conducts } from '../hazards/codes.ts'
import { messages } from './messages.ts'
import { messages as visitMessages } from './visits/messages.ts'
import { answerKinds, disposalKinds, signatureKinds, visitMarks, visitReasons } from './visits/record-contract.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const rulesIn = (name: string): string[] =>
  [...source(name).matchAll(/(?:fault|warning)\([^()]*, '([a-z-]+)'\)|(?:return|\?) '([a-z]+-wanted)'/g)].map(
    ([, said, wanted]) => said ?? wanted ?? '',
  )
const rules = [...rulesIn('visits/checks.ts'), ...rulesIn('desk/parts/form/draft.ts'), 'unknown-inspector']
const paths = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
    : [path]

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('each rule of a visit is worded, and no other', () => {
    const worded = Object.keys(messages[lang].faults)
    expect(rules.length).toBeGreaterThan(25)
    expect(new Set(rules)).toEqual(new Set(worded))
  })
  it('each mark has a name and says what it means', () => {
    expect(Object.keys(visitMessages[lang].marks)).toEqual([...visitMarks])
    expect(Object.keys(visitMessages[lang].markMeans)).toEqual([...visitMarks])
  })
  it('each choice has a name', () => {
    const { answers, disposals, signatures, reasons } = visitMessages[lang]
    expect(Object.keys(answers)).toEqual([...answerKinds])
    expect(Object.keys(disposals)).toEqual([...disposalKinds])
    expect(Object.keys(signatures)).toEqual([...signatureKinds])
    expect(Object.keys(reasons)).toEqual([...visitReasons])
  })
  it('phrases are of conducts that there are', () => {
    const known = conducts.entries.map(({ code }) => code)
    for (const code of Object.keys(visitMessages[lang].phrases)) expect(known).toContain(code)
  })
})

it('both languages say the same things', () => {
  expect(paths(messages.en)).toEqual(paths(messages.zh))
  expect(paths(visitMessages.en)).toEqual(paths(visitMessages.zh))
})
