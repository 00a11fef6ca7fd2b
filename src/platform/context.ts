/** What every handler is given: one transaction, one actor, one moment. */
import type { Transaction } from 'kysely'
import type { Moment } from '../kernel/lifecycle.ts'
import type { Tables } from './tables.ts'

/** Whose records an actor may see. Stores apply it; a record outside it does not exist for the actor. */
export interface Reach {
  readonly district: boolean
  readonly stations: readonly string[]
  readonly communities: readonly string[]
}

/** Who acts, in which role, for which body, with which permissions. */
export interface Actor {
  readonly account: string
  readonly person: string
  readonly name: string
  readonly role: string
  readonly body: string
  readonly permissions: readonly string[]
  readonly reach: Reach
}

/** A request's world. Handlers read no clock and open no connection. */
export interface Context {
  readonly tx: Transaction<Tables>
  readonly district: string
  readonly actor: Actor
  readonly at: Moment
  /** The request's number, as the log has it. */
  readonly request: string
}

/** Not there, or not the actor's to see: the answer is the same. */
export class NotFound extends Error {
  constructor(kind: string) {
    super(`${kind} not found`)
    this.name = 'NotFound'
  }
}
