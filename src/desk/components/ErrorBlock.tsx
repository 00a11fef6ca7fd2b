/** An API error in the reader's words: the ground and its article, the fields, the reference number. */
import { Alert, Button } from 'antd'
import { type Grounds, troubleOf } from '../errors.ts'
import { messages } from '../messages.ts'
import { isTransient } from '../transient.ts'
import { useLang, useMarks, useWords } from '../words.ts'

export interface ErrorBlockProps {
  readonly error: unknown
  /** The area's words for its own refusals. */
  readonly grounds?: Grounds
  /** The names of input fields by path, for 400. */
  readonly fields?: Readonly<Record<string, string>>
  readonly onRetry?: () => void
}

export function ErrorBlock({ error, grounds = {}, fields: names = {}, onRetry }: ErrorBlockProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { named } = useMarks()
  const { title, more, law, fields, reference, status } = troubleOf(error, lang, grounds)
  const nameOf = (path: string) =>
    names[path] ?? names[path.split('.').at(-1) ?? ''] ?? (path || words.errors.unknownField)
  return (
    <Alert
      className="error-block"
      type={status === 409 || status === 400 ? 'warning' : 'error'}
      showIcon
      title={title}
      description={
        <>
          <p>{more}</p>
          {fields.length > 0 && (
            <ul>
              {fields.map(({ path, reason }) => (
                <li key={path + reason}>{named(nameOf(path), reason)}</li>
              ))}
            </ul>
          )}
          {law && <p>{named(words.errors.basis, law)}</p>}
          {reference && (
            <p>
              {named(words.errors.reference, '')}
              <code>{reference}</code>
            </p>
          )}
          {onRetry && (isTransient(error) || status >= 429) && (
            <Button size="small" onClick={onRetry}>
              {words.states.retry}
            </Button>
          )}
        </>
      }
    />
  )
}
