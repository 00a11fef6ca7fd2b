/** The log: JSON lines with request numbers, and nothing personal. */
import pg from 'pg'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** Paths and methods only: a query string may hold a name, a header a session. */
const request = (of: { method?: string; url?: string; id?: string }) => ({
  id: of.id,
  method: of.method,
  path: of.url?.split('?')[0],
})

/** Keys that may hold a person or a secret, at the top or one level down. */
const personal = ['password', 'token', 'cookie', 'cookies', 'headers', 'phone', 'name', 'username', 'query', 'body']

/** SQLSTATE classes whose messages quote a value: data exceptions, broken constraints, failed casts. */
const quotes = /^(22|23|42804|42883|P0001)/

function describeDatabaseError({ code, message, routine, table, column, constraint }: pg.DatabaseError): object {
  return { code, message: code && quotes.test(code) ? undefined : message, routine, table, column, constraint }
}

/** What an error is and where it was thrown. A message of PostgreSQL's that quotes somebody's words is left out. */
export function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: error.name,
    ...(error instanceof pg.DatabaseError
      ? describeDatabaseError(error)
      : { code: 'code' in error ? error.code : undefined, message: error.message }),
    // The first line of a stack is the message again.
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    cause: error.cause === undefined || depth > 3 ? undefined : describeError(error.cause, depth + 1),
  }
}

export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger =>
  pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: request,
        res: (of: { statusCode?: number }) => ({ status: of.statusCode }),
        err: (error: unknown) => describeError(error),
      },
      redact: { paths: personal.flatMap((key) => [key, `*.${key}`]), remove: true },
    },
    destination ?? pino.destination(1),
  )
