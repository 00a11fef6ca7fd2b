/** The log: JSON lines with request numbers, and nothing personal. */
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** Paths and methods only: a query string may hold a name, a header a session. */
const request = (of: { method?: string; url?: string; id?: string }) => ({
  id: of.id,
  method: of.method,
  path: of.url?.split('?')[0],
})

export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino({
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { req: request, res: (of: { statusCode?: number }) => ({ status: of.statusCode }) },
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.phone', 'err.parameters', 'err.detail'], remove: true },
  })
