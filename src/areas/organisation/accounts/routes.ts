/** Accounts and sign-in: from contract to rule and store. */
import { implement } from '@orpc/server'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import {
  checkPassword,
  decoyHash,
  firstPassword,
  hashPassword,
  passwordFault,
} from '../../../platform/auth/password.ts'
import { newToken, tokenHash } from '../../../platform/auth/token.ts'
import { type Context, LastingRefusal, NotFound } from '../../../platform/context.ts'
import { record } from '../../../platform/ledger/store.ts'
import * as notices from '../notices/store.ts'
import * as people from '../people/store.ts'
import { isRole, mayBecome, permissionsOf } from '../roles.ts'
import * as views from '../views/store.ts'
import { type Account, accountContract, type Me } from './contract.ts'
import { afterFailure, isLocked, mustChangeOn, pastPasswords } from './signin.ts'
import * as store from './store.ts'

const os = implement(accountContract).$context<Context>()

export async function me(context: Context): Promise<Me> {
  const { bodyId, bodyName, bodyKind, code, districtName, city, demonstration, role, language, ...own } =
    await store.getMe(context)
  if (!isRole(role)) throw new Error(`account ${own.account} has the unknown role ${role}`)
  return {
    ...own,
    mustChange: mustChangeOn(own, context.at.day),
    role,
    language: language === 'en' ? 'en' : 'zh',
    body: { id: bodyId, name: bodyName, kind: bodyKind },
    district: { code, name: districtName, city, demonstration },
    permissions: [...permissionsOf(role)],
  }
}

/** Signs in, or counts the failure. The answer to a wrong name and to a wrong password is the same. */
async function signIn(context: Context, input: { username: string; password: string; district?: string | undefined }) {
  const found = await store.findByUsername(context.tx, input.username.trim().toLowerCase(), input.district)
  if (found.length > 1) throw new RuleViolation('district-wanted', {})
  const account = found[0]
  const { instant } = context.at
  const right = await checkPassword(account?.passwordHash ?? (await decoyHash), input.password)
  const holder = account && (await store.findActor(context.tx, account.district, account.id))
  if (!account?.active || !holder?.present) throw new RuleViolation('sign-in-refused', {})
  const own: Context = { ...context, district: account.district }
  if (isLocked(account.lockedUntil, instant)) throw new RuleViolation('account-locked', { until: account.lockedUntil })
  if (!right) {
    const failed = afterFailure(account, instant)
    await store.change(context.tx, account.district, account.id, failed)
    await note(own, account.id, failed.lockedUntil ? 'account.lock' : 'account.signInFailed')
    throw new LastingRefusal(
      failed.lockedUntil ? 'account-locked' : 'sign-in-refused',
      failed.lockedUntil ? { until: failed.lockedUntil } : {},
    )
  }
  const token = newToken()
  await store.change(context.tx, account.district, account.id, { failures: 0, lockedUntil: null })
  await store.beginSession(context.tx, {
    district: account.district,
    tokenHash: tokenHash(token),
    account: account.id,
    at: instant,
    agent: context.session?.agent ?? null,
  })
  context.session?.set(token)
  const signedIn: Context = { ...own, actor: { ...own.actor, account: account.id } }
  const who = await me(signedIn)
  await record(
    { ...signedIn, actor: { ...signedIn.actor, person: who.person, name: who.name, role: who.role } },
    'account.signIn',
    { kind: 'account', id: account.id },
  )
  return who
}

/** What happens to an account before anybody is signed in is recorded in the account's own name. */
async function note(context: Context, account: string, act: string): Promise<void> {
  const owner = await store.getMe({ ...context, actor: { ...context.actor, account } })
  const actor = { ...context.actor, account, person: owner.person, name: owner.name, role: owner.role }
  await record({ ...context, actor }, act, { kind: 'account', id: account })
}

async function changePassword(context: Context, { current, next }: { current: string; next: string }) {
  const account = await store.lock(context, context.actor.account)
  if (!account) throw new NotFound('account')
  if (!(await checkPassword(account.passwordHash, current))) throw new RuleViolation('current-password-wrong', {})
  const fault = passwordFault(next, account.username)
  if (fault) throw new RuleViolation(fault, {})
  for (const past of [account.passwordHash, ...(await store.pastHashes(context, account.id, pastPasswords))])
    if (await checkPassword(past, next)) throw new RuleViolation('password-used-before', { past: pastPasswords })
  await setPassword(context, account.id, account.passwordHash, next, false)
  const { token } = context.session ?? {}
  await store.endSessions(context.tx, context.district, {
    account: account.id,
    ...(token ? { butToken: tokenHash(token) } : {}),
  })
  await record(context, 'account.changePassword', { kind: 'account', id: account.id })
  return { passwordOn: context.at.day }
}

async function setPassword(context: Context, id: string, old: string, next: string, mustChange: boolean) {
  await store.keepPassword(context, id, old)
  await store.change(context.tx, context.district, id, {
    passwordHash: await hashPassword(next),
    passwordOn: context.at.day,
    mustChange,
    failures: 0,
    lockedUntil: null,
  })
}

async function getAccount(context: Context, id: string): Promise<Account> {
  const [row] = await store.list(context, { limit: 1 }, id)
  if (!row || !isRole(row.role)) throw new NotFound('account')
  return { ...row, role: row.role }
}

/** An administrator's act on an account: lock it, change it, remember before and after. Nobody acts on themselves. */
const administer = async (
  context: Context,
  act: string,
  id: string,
  reason: string | undefined,
  doIt: (account: { id: string; passwordHash: string; role: string; person: string }) => Promise<void>,
): Promise<Account> => {
  const locked = await store.lock(context, id)
  if (!locked) throw new NotFound('account')
  if (id === context.actor.account) throw new RuleViolation('own-account', {})
  const before = await getAccount(context, id)
  await doIt(locked)
  const after = await getAccount(context, id)
  await record(context, `account.${act}`, { kind: 'account', id }, { before, after, note: reason })
  return after
}

const end = (context: Context, account: string) => store.endSessions(context.tx, context.district, { account })

export const accountRoutes = os.router({
  signIn: os.signIn.handler(({ input, context }) => signIn(context, input)),
  signOut: os.signOut.handler(async ({ context }) => {
    const token = context.session?.token
    context.session?.set(null)
    const ended = token ? await store.endSessions(context.tx, context.district, { tokenHash: tokenHash(token) }) : 0
    await record(context, 'account.signOut', { kind: 'account', id: context.actor.account })
    return { ended }
  }),
  signOutEverywhere: os.signOutEverywhere.handler(async ({ context }) => {
    context.session?.set(null)
    const ended = await end(context, context.actor.account)
    await record(context, 'account.signOutEverywhere', { kind: 'account', id: context.actor.account })
    return { ended }
  }),
  me: os.me.handler(({ context }) => me(context)),
  changePassword: os.changePassword.handler(({ input, context }) => changePassword(context, input)),
  setLanguage: os.setLanguage.handler(async ({ input, context }) => {
    await store.change(context.tx, context.district, context.actor.account, input)
    return input
  }),
  sessions: os.sessions.handler(async ({ context }) => {
    const own = context.session?.token ? tokenHash(context.session.token) : ''
    const items = (await store.sessionsOf(context)).map(({ tokenHash: hash, ...session }) => ({
      ...session,
      id: hash.slice(0, 12),
      current: hash === own,
    }))
    return { items }
  }),
  views: os.views.handler(async ({ input, context }) => ({ items: await views.list(context, input.list) })),
  saveView: os.saveView.handler(({ input, context }) => views.save(context, input)),
  deleteView: os.deleteView.handler(async ({ input, context }) => {
    if (!(await views.remove(context, input.id))) throw new NotFound('view')
    return input
  }),
  notices: os.notices.handler(({ input, context }) => notices.list(context, input)),
  readNotices: os.readNotices.handler(async ({ context }) => ({ read: await notices.readAll(context) })),

  list: os.list.handler(async ({ input, context }) => {
    const rows = await store.list(context, { ...input, limit: input.limit + 1 })
    const items = rows.slice(0, input.limit).flatMap((row) => (isRole(row.role) ? [{ ...row, role: row.role }] : []))
    return { items, next: rows.length > input.limit ? (items.at(-1)?.username ?? null) : null }
  }),
  create: os.create.handler(async ({ input, context }) => {
    const person = await people.find(context, input.person)
    if (!person?.active) throw new NotFound('person')
    if (person.username !== null) throw new RuleViolation('person-has-account', { username: person.username })
    const [taken] = await store.findByUsername(context.tx, input.username, context.district)
    if (taken) throw new RuleViolation('username-taken', { username: input.username })
    const password = firstPassword()
    const id = await store.create(context, {
      ...input,
      passwordHash: await hashPassword(password),
      role: 'unassigned',
      passwordOn: context.at.day,
    })
    const account = await getAccount(context, id)
    await record(context, 'account.create', { kind: 'account', id }, { after: account })
    return { account, password }
  }),
  setActive: os.setActive.handler(({ input, context }) =>
    administer(context, input.active ? 'reopen' : 'close', input.id, input.reason, async ({ id }) => {
      await store.change(context.tx, context.district, id, { active: input.active })
      if (!input.active) await end(context, id)
    }),
  ),
  grantRole: os.grantRole.handler(({ input, context }) =>
    administer(context, 'grantRole', input.id, input.reason, async ({ id, role }) => {
      if (!mayBecome(role, input.role)) throw new RuleViolation('administrator-stays', { role })
      await store.change(context.tx, context.district, id, { role: input.role })
    }),
  ),
  unlock: os.unlock.handler(({ input, context }) =>
    administer(context, 'unlock', input.id, undefined, ({ id }) =>
      store.change(context.tx, context.district, id, { failures: 0, lockedUntil: null }),
    ),
  ),
  resetPassword: os.resetPassword.handler(async ({ input, context }) => {
    const password = firstPassword()
    await administer(context, 'resetPassword', input.id, undefined, async ({ id, passwordHash }) => {
      await setPassword(context, id, passwordHash, password, true)
      await end(context, id)
    })
    return { password }
  }),
})
