/** A request as it arrives: before it has a transaction, an actor and a moment. */
import type { FastifyRequest } from 'fastify'
import type { Moment } from '../../kernel/lifecycle.ts'
import type { Actor, Context } from '../context.ts'

export const sessionCookie = 'shouwang_session'

/**
 * Stands where the context will be. The interceptor in transaction.ts replaces it; whoever reads it earlier is at
 * fault and is told so.
 */
export class Arrival implements Context {
  readonly request: string
  readonly token: string | undefined
  readonly agent: string | null
  readonly idempotencyKey: string | undefined
  readonly method: string
  readonly setSession: (token: string | null) => void

  /** `setSession` puts the session's token into the answer's cookie; null takes it away. */
  constructor(request: FastifyRequest, setSession: (token: string | null) => void) {
    this.setSession = setSession
    this.request = request.id
    this.token = request.cookies[sessionCookie]
    this.agent = request.headers['user-agent']?.slice(0, 200) ?? null
    this.method = request.method
    const key = request.headers['idempotency-key']
    this.idempotencyKey = typeof key === 'string' ? key.slice(0, 100) : undefined
  }

  get tx(): never {
    return tooEarly()
  }
  get district(): never {
    return tooEarly()
  }
  get actor(): Actor {
    return tooEarly()
  }
  get at(): Moment {
    return tooEarly()
  }
}

function tooEarly(): never {
  throw new Error('the request has no transaction yet')
}
