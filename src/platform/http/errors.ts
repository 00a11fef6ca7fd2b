/** Errors as they leave the server: a refusal names its rule, a bad request its fields, a fault only its number. */
import { ORPCError } from '@orpc/server'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { Busy, NotFound } from '../context.ts'
import { type DatabaseFault, translate } from '../db/errors.ts'
import { BucketFault } from '../files/bucket.ts'
import { TooLarge } from './uploads.ts'

/** The error that the API answers with; unknown faults become 500 with the request's number, and go to the log. */
export function outward(error: unknown, log: Logger, request: string): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.status < 500) return error
  if (error instanceof RuleViolation) return new ORPCError('CONFLICT', { message: error.rule, data: error.detail })
  if (error instanceof NotFound) return new ORPCError('NOT_FOUND', { message: 'not-found' })
  const fault: DatabaseFault | undefined = error instanceof Busy ? { kind: 'busy' } : translate(error)
  if (fault?.kind === 'busy') return new ORPCError('SERVICE_UNAVAILABLE', { message: 'busy', data: { request } })
  if (fault?.kind === 'refused') return new ORPCError('CONFLICT', { message: fault.rule, data: {} })
  if (fault?.kind === 'unfit') {
    log.warn({ err: error, request }, 'unfit value')
    return new ORPCError('BAD_REQUEST', { message: 'value-unfit', data: {} })
  }
  log.error({ err: error, request }, 'unexpected fault')
  // It passes by itself when the object store is back; until then the log says why.
  if (error instanceof BucketFault) return new ORPCError('SERVICE_UNAVAILABLE', { message: 'busy', data: { request } })
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'fault', data: { request } })
}

/** What Fastify itself refuses (too large, not JSON, too many) in the API's envelope. */
export const fastifyErrors = (log: Logger) => (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  const status = error.statusCode ?? 500
  if (status >= 500) log.error({ err: error, request: request.id }, 'unexpected fault')
  const code =
    status === 413
      ? 'PAYLOAD_TOO_LARGE'
      : status === 429
        ? 'TOO_MANY_REQUESTS'
        : status < 500
          ? 'BAD_REQUEST'
          : 'INTERNAL_SERVER_ERROR'
  return reply.status(status).send({
    defined: false,
    code,
    status,
    message: status >= 500 ? 'fault' : (error.code ?? code),
    data: { request: request.id, ...(error instanceof TooLarge ? { limitMb: error.limitMb } : {}) },
  })
}
