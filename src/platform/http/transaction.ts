/** The request's transaction: who asks, may this person, then the handler, then the commit, then the answer. */
import type { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError } from '@orpc/server'
import type { Kysely, Transaction } from 'kysely'
import type { RouteMeta } from '../../kernel/contract.ts'
import type { Moment } from '../../kernel/lifecycle.ts'
import { now } from '../clock.ts'
import { type Actor, type Context, LastingRefusal, nobody } from '../context.ts'
import type { Tables } from '../tables.ts'
import { Arrival } from './arrival.ts'
import { answered, remember } from './idempotency.ts'

export interface SignedIn {
  readonly district: string
  readonly actor: Actor
  /** The password must be changed before anything else is open. */
  readonly mustChange: boolean
}

/** Finds whose session a token is; undefined where it is nobody's, or has ended. */
export type Identify = (tx: Transaction<Tables>, token: string, at: Moment) => Promise<SignedIn | undefined>

type HandlerOptions = NonNullable<ConstructorParameters<typeof OpenAPIHandler<Context>>[1]>
/** A call on its way to its handler, as oRPC hands it to an interceptor. */
type Call = Parameters<NonNullable<HandlerOptions['clientInterceptors']>[number]>[0]

/**
 * The interceptor that opens the transaction. It stands around the whole call, so the answer leaves after the commit:
 * what was answered is stored.
 */
export const inTransaction =
  (db: Kysely<Tables>, identify: Identify) =>
  async (call: Call): Promise<unknown> => {
    const { context: arrival, procedure, path, input } = call
    if (!(arrival instanceof Arrival)) throw new Error('a request came in by no known door')
    const meta: RouteMeta = procedure['~orpc'].meta
    const asked = { path, input, meta }
    const outcome = await db.transaction().execute(async (tx) => {
      const at = now()
      const signedIn = arrival.token ? await identify(tx, arrival.token, at) : undefined
      refuseUnless(meta.may, signedIn)
      const context: Context = {
        tx,
        district: signedIn?.district ?? '',
        actor: signedIn?.actor ?? nobody,
        at,
        request: arrival.request,
        session: { token: arrival.token, agent: arrival.agent, set: arrival.setSession },
      }
      const repeat = await answered(context, arrival, asked)
      if (repeat) return { answer: repeat.answer }
      try {
        const answer = await call.next({ ...call, context })
        await remember(context, arrival, asked, answer)
        return { answer }
      } catch (error) {
        if (error instanceof LastingRefusal) return { refusal: error }
        throw error
      }
    })
    if ('refusal' in outcome) throw outcome.refusal
    return outcome.answer
  }

/** A route without a permission is refused to all; 'public' is open, 'self' needs only a session. */
function refuseUnless(may: string | undefined, signedIn: SignedIn | undefined): void {
  if (may === 'public') return
  if (!signedIn) throw new ORPCError('UNAUTHORIZED')
  if (may === 'self') return
  if (signedIn.mustChange) throw new ORPCError('FORBIDDEN', { message: 'password-must-change' })
  if (may === undefined || !signedIn.actor.permissions.includes(may))
    throw new ORPCError('FORBIDDEN', { message: 'not-permitted', data: { may } })
}
