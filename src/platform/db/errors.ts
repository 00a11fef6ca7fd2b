/** PostgreSQL's errors, translated once: what the API may say of them, and what an operator should do. */
import pg from 'pg'

export type DatabaseFault = { kind: 'busy' } | { kind: 'refused'; rule: string }

/** SQLSTATEs that pass by themselves: too many connections, deadlock, serialisation, shutting down. */
const passing = new Set(['53300', '40P01', '40001', '57P01', '57P03', '55P03'])

/** What the API answers for a database error; undefined where it is a fault of ours. */
export function translate(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  if (error.code !== undefined && passing.has(error.code)) return { kind: 'busy' }
  if (error.code === '23505') return { kind: 'refused', rule: 'already-there' }
  if (error.code === '23503') return { kind: 'refused', rule: 'refers-to-nothing' }
  return undefined
}

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在监听 nothing listens there',
  ENOTFOUND: '找不到这台主机 no such host',
  EAI_AGAIN: '找不到这台主机 no such host',
  ETIMEDOUT: '连接超时 no answer in time',
  '28P01': '用户名或密码不对 wrong user or password',
  '28000': '数据库不接受这个用户 the server does not accept this user',
  '3D000': '没有这个数据库 no such database',
  '42501': '该用户权限不足 this user may not',
}

/** What to tell an operator who cannot reach the database: where, why, what to set; never the password. */
export function unreachable(url: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = advice[code] ?? (error instanceof Error ? error.message : String(error))
  return `连不上数据库 cannot reach the database (${withoutPassword(url)}): ${why}。请检查 check DATABASE_URL (postgres://user:password@host:5432/name)`
}

export function withoutPassword(url: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(url)
    return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
