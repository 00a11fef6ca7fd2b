/** Accounts and sign-in: what may be asked. */
import { z } from 'zod'
import { area, ById, Day, Id, Instant, listOf, PageQuery, page, Reason } from '../../../kernel/contract.ts'
import { languages } from '../../../kernel/words.ts'
import { roleKeys } from '../roles.ts'

export const Role = z.enum(roleKeys)
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/)
/** Only its length is checked here: the password rules answer with what is wanting. */
const Password = z.string().min(1).max(200)

/** Who is signed in, and what this person may do. */
export const Me = z.object({
  account: Id,
  person: Id,
  username: z.string(),
  name: z.string(),
  role: Role,
  post: z.string(),
  body: z.object({ id: Id, name: z.string(), kind: z.string() }),
  district: z.object({ code: z.string(), name: z.string(), city: z.string(), demonstration: z.boolean() }),
  permissions: z.array(z.string()),
  language: z.enum(languages),
  mustChange: z.boolean().describe('the password must be changed before anything else is open'),
  passwordOn: Day,
})
export type Me = z.infer<typeof Me>

export const Account = z.object({
  id: Id,
  username: z.string(),
  person: Id,
  name: z.string(),
  body: z.string(),
  post: z.string(),
  role: Role,
  active: z.boolean(),
  lockedUntil: Instant.nullable(),
  mustChange: z.boolean(),
  passwordOn: Day,
  lastSeenAt: Instant.nullable(),
  sessions: z.int(),
  version: z.int(),
})
export type Account = z.infer<typeof Account>

export const Session = z.object({
  id: z.string(),
  beganAt: Instant,
  seenAt: Instant,
  agent: z.string().nullable(),
  current: z.boolean(),
})

export const SavedView = z.object({
  id: Id,
  list: z.string().regex(/^[a-z][a-zA-Z.]{1,40}$/),
  name: z.string().trim().min(1).max(60),
  query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
})
export type SavedView = z.infer<typeof SavedView>

export const Notice = z.object({
  id: Id,
  at: Instant,
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
  readAt: Instant.nullable(),
})

const administration = area
  .prefix('/accounts')
  .tag('accounts')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'Accounts by user name' })
      .meta({ may: 'accounts.read' })
      .input(PageQuery.extend({ q: z.string().max(40).optional(), role: Role.optional() }))
      .output(page(Account)),
    create: area
      .route({ method: 'POST', path: '/', summary: 'Open an account for a person' })
      .meta({ may: 'accounts.create', secret: true })
      .input(z.object({ username: Username, person: Id }))
      .output(
        z.object({ account: Account, password: z.string().describe('shown once; must be changed at first sign-in') }),
      ),
    setActive: area
      .route({ method: 'POST', path: '/{id}/active', summary: 'Close or reopen an account' })
      .meta({ may: 'accounts.create' })
      .input(ById.extend({ active: z.boolean(), reason: Reason }))
      .output(Account),
    grantRole: area
      .route({ method: 'POST', path: '/{id}/role', summary: 'Grant a role; acts at the next request' })
      .meta({ may: 'accounts.secure' })
      .input(ById.extend({ role: Role, reason: Reason }))
      .output(Account),
    unlock: area
      .route({ method: 'POST', path: '/{id}/unlock', summary: 'Unlock after failed sign-ins' })
      .meta({ may: 'accounts.secure' })
      .input(ById)
      .output(Account),
    resetPassword: area
      .route({ method: 'POST', path: '/{id}/password', summary: 'Give a new first password' })
      .meta({ may: 'accounts.secure', secret: true })
      .input(ById)
      .output(z.object({ password: z.string() })),
  })

export const accountContract = {
  signIn: area
    .route({ method: 'POST', path: '/sign-in', summary: 'Sign in; the session comes as a cookie', tags: ['session'] })
    .meta({ may: 'public', secret: true })
    .input(
      z.object({
        username: z.string().min(1).max(64),
        password: Password,
        district: z
          .string()
          .regex(/^\d{6}$/)
          .optional(),
      }),
    )
    .output(Me),
  signOut: area
    .route({ method: 'POST', path: '/sign-out', summary: 'End this session', tags: ['session'] })
    .meta({ may: 'self' })
    .output(z.object({ ended: z.int() })),
  signOutEverywhere: area
    .route({ method: 'POST', path: '/sign-out-everywhere', summary: 'End all my sessions', tags: ['session'] })
    .meta({ may: 'self' })
    .output(z.object({ ended: z.int() })),
  me: area
    .route({ method: 'GET', path: '/me', summary: 'Who I am', tags: ['session'] })
    .meta({ may: 'self' })
    .output(Me),
  changePassword: area
    .route({ method: 'POST', path: '/me/password', summary: 'Change my password', tags: ['session'] })
    .meta({ may: 'self', secret: true })
    .input(z.object({ current: Password, next: Password }))
    .output(z.object({ passwordOn: Day })),
  setLanguage: area
    .route({ method: 'POST', path: '/me/language', summary: 'Choose my language', tags: ['session'] })
    .meta({ may: 'self' })
    .input(z.object({ language: z.enum(languages) }))
    .output(z.object({ language: z.enum(languages) })),
  sessions: area
    .route({ method: 'GET', path: '/me/sessions', summary: 'My open sessions', tags: ['session'] })
    .meta({ may: 'self' })
    .output(listOf(Session)),
  views: area
    .route({ method: 'GET', path: '/me/views', summary: 'My saved filters of a list', tags: ['session'] })
    .meta({ may: 'self' })
    .input(z.object({ list: SavedView.shape.list }))
    .output(listOf(SavedView)),
  saveView: area
    .route({ method: 'POST', path: '/me/views', summary: 'Save a filter under a name', tags: ['session'] })
    .meta({ may: 'self' })
    .input(SavedView.omit({ id: true }))
    .output(SavedView),
  deleteView: area
    .route({ method: 'DELETE', path: '/me/views/{id}', summary: 'Delete a saved filter', tags: ['session'] })
    .meta({ may: 'self' })
    .input(ById)
    .output(ById),
  notices: area
    .route({ method: 'GET', path: '/me/notices', summary: 'What I am told, newest first', tags: ['session'] })
    .meta({ may: 'self' })
    .input(PageQuery)
    .output(page(Notice).extend({ unread: z.int() })),
  readNotices: area
    .route({ method: 'POST', path: '/me/notices/read', summary: 'Mark all as read', tags: ['session'] })
    .meta({ may: 'self' })
    .output(z.object({ read: z.int() })),
  ...administration,
}
