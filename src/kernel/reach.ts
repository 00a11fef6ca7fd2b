/** Whose records an actor may see: stores apply it, and what lies outside does not exist for the actor. */

export interface Reach {
  readonly district: boolean
  readonly stations: readonly string[]
  readonly communities: readonly string[]
}
