/** The pattern of an act, shared by every area: lock, apply the rule, save, remember. */
import { type Acts, perform, RuleViolation } from '../kernel/lifecycle.ts'
import { type Context, NotFound } from './context.ts'
import { record } from './ledger/store.ts'

/** What an area's store offers for its acts. Both work inside the actor's reach. */
export interface Store<R> {
  lock(context: Context, id: string): Promise<R | undefined>
  save(context: Context, record: R): Promise<R>
}

/** Handlers for an area's acts: lock the record inside the actor's reach, apply the rule, save, remember. */
export const handlersOf =
  <R extends { id: string; state: string }, Inputs>(kind: string, acts: Acts<R, Inputs>, store: Store<R>) =>
  <A extends keyof Inputs & string>(act: A) =>
  async ({ input, context }: { input: { id: string } & Inputs[A]; context: Context }): Promise<R> => {
    const before = await locked(store, kind, context, input)
    const saved = await store.save(context, perform(acts, act, before, input, context.at))
    await record(context, `${kind}.${act}`, { kind, id: saved.id }, { before, after: saved, note: reasonIn(input) })
    return saved
  }

/** The record, locked; refused where it moved since the version that the person saw. */
async function locked<R extends { id: string }>(
  store: Store<R>,
  kind: string,
  context: Context,
  input: { id: string },
): Promise<R> {
  const found = await store.lock(context, input.id)
  if (!found) throw new NotFound(kind)
  if ('version' in input && 'version' in found && input.version !== found.version)
    throw new RuleViolation('moved-meanwhile', { seen: input.version, now: found })
  return found
}

const reasonIn = (input: object): string | undefined =>
  'reason' in input && typeof input.reason === 'string' ? input.reason : undefined
