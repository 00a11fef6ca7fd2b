/** What every handler is given: one transaction, one actor, one moment. */
import type { Kysely, Transaction } from 'kysely'
import { type Moment, RuleViolation } from '../kernel/lifecycle.ts'
import type { Reach } from '../kernel/reach.ts'
import type { Tables } from './tables.ts'

/** A transaction, or the pool where work needs none or makes its own. */
export type Tx = Transaction<Tables>
export type Db = Kysely<Tables>

/** Who acts, in which role, for which body, with which permissions. */
export interface Actor {
  readonly account: string
  readonly person: string
  readonly name: string
  readonly role: string
  readonly body: string
  /** What kind of body it is: some acts are one kind's alone. */
  readonly bodyKind: string
  readonly permissions: readonly string[]
  readonly reach: Reach
}

/** A request's world. Handlers read no clock and open no connection. */
export interface Context {
  readonly tx: Tx
  readonly district: string
  readonly actor: Actor
  readonly at: Moment
  /** The request's number, as the log has it. */
  readonly request: string
  /** The browser's session, where the request came with one. */
  readonly session?: SessionPort
}

/** How sign-in and sign-out reach the browser's cookie. */
export interface SessionPort {
  readonly token: string | undefined
  readonly agent: string | null
  /** Sets the cookie with the answer; null takes it away. */
  set(token: string | null): void
}

/** Nobody yet: the actor of a route that is open to all. */
export const nobody: Actor = {
  account: '',
  person: '',
  name: '',
  role: '',
  body: '',
  bodyKind: '',
  permissions: [],
  reach: { district: false, stations: [], communities: [] },
}

/** A refusal that nevertheless leaves something behind, as a failed sign-in does: what was written is committed. */
export class LastingRefusal extends RuleViolation {}

/** Too much of it is under way at once; later it will do. */
export class Busy extends Error {}

/** Not there, or not the actor's to see: the answer is the same. */
export class NotFound extends Error {
  constructor(kind: string) {
    super(`${kind} not found`)
    this.name = 'NotFound'
  }
}
