/** What went wrong, in the reader's words. */
import { ORPCError } from '@orpc/client'
import { citation } from '../kernel/law.ts'
import { fill, type Lang } from '../kernel/words.ts'
import { messages } from './messages.ts'

export interface Trouble {
  readonly title: string
  readonly more: string
  /** The article that a refusal rests on. */
  readonly law?: string
  /** Per field: its path in the input ('facts.lng') and what is wanted. */
  readonly fields: readonly { readonly path: string; readonly reason: string }[]
  /** The number under which the log has the fault. */
  readonly reference?: string
  readonly status: number
}

/** An area's words for the grounds on which its rules refuse. */
export type Grounds = Readonly<Record<string, string>>

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** What a contract wants of a field, in words; an area's own check is a ground like any other. */
function reasonOf(issue: Readonly<Record<string, unknown>>, lang: Lang, grounds: Grounds): string {
  const { wants } = messages[lang]
  const message = String(issue.message ?? '')
  const own = grounds[message]
  if (own) return own
  const text = issue.origin === 'string'
  switch (issue.code) {
    case 'too_small':
      return text && issue.minimum === 1 ? wants.some : fill(text ? wants.longer : wants.more, { n: issue.minimum })
    case 'too_big':
      return fill(text ? wants.shorter : wants.less, { n: issue.maximum })
    case 'invalid_type':
      return wants.some
    case 'invalid_value':
      return wants.choice
    case 'invalid_format':
      return wants.format
    default:
      return message
  }
}

function fieldsOf(data: unknown, lang: Lang, grounds: Grounds): Trouble['fields'] {
  const { issues } = record(data)
  if (!Array.isArray(issues)) return []
  return issues.map(record).map((issue) => ({
    path: Array.isArray(issue.path) ? issue.path.join('.') : '',
    reason: reasonOf(issue, lang, grounds),
  }))
}

/** Turns any error into words. `grounds` are the area's own refusals, tried before the common ones. */
export function troubleOf(error: unknown, lang: Lang, grounds: Grounds = {}): Trouble {
  const { errors, grounds: common } = messages[lang]
  const plain = (title: string, more: string, status: number) => ({ title, more, status, fields: [] })
  if (!(error instanceof ORPCError)) return plain(errors.offline, errors.offlineMore, 0)
  const data = record(error.data)
  const worded = grounds[error.message] ?? (common as Grounds)[error.message]
  switch (error.status) {
    case 400:
      return { ...plain(errors.bad, worded ?? errors.badMore, 400), fields: fieldsOf(error.data, lang, grounds) }
    case 401:
      return plain(errors.signedOut, worded ?? errors.signedOutMore, 401)
    case 403:
      return plain(errors.forbidden, worded ?? errors.forbiddenMore, 403)
    case 404:
      return plain(errors.notFound, errors.notFoundMore, 404)
    case 409: {
      const law = typeof data.law === 'string' ? citation(data.law, lang) : undefined
      return { ...plain(errors.refused, worded ? fill(worded, data) : error.message, 409), ...(law ? { law } : {}) }
    }
    case 413:
      return plain(errors.tooLarge, 'limitMb' in data ? fill(errors.tooLargeFile, data) : errors.tooLargeMore, 413)
    case 429:
      return plain(errors.tooMany, worded ? fill(worded, data) : errors.tooManyMore, 429)
    case 503:
      return plain(errors.busy, errors.busyMore, 503)
    default: {
      const reference = typeof data.request === 'string' ? data.request : undefined
      return { ...plain(errors.fault, errors.faultMore, error.status), ...(reference ? { reference } : {}) }
    }
  }
}

/** One line for a toast. */
export function troubleLine(error: unknown, lang: Lang, grounds: Grounds = {}): string {
  const { title, more, law, fields, reference } = troubleOf(error, lang, grounds)
  const named = fields.map(({ path, reason }) => `${path} ${reason}`).join('; ')
  return [title, more, named, law, reference]
    .filter(Boolean)
    .join(lang === 'zh' ? '。' : '. ')
    .replaceAll('。。', '。')
}
