/** PostgreSQL's errors, translated once: what the API may say of them, and what an operator should do. */
import pg from 'pg'

export type DatabaseFault = { kind: 'busy' } | { kind: 'refused'; rule: string } | { kind: 'unfit'; code: string }

/** What passes by itself: too many connections, deadlock, serialisation, shutting down, a lock not had in time. */
const passing = new Set(['53300', '40P01', '40001', '57P01', '57P02', '57P03', '57014', '55P03', '08006', '08003'])

/** The network between us and the server, which pg reports without a SQLSTATE. */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
const terminated = /^(Connection terminated|timeout exceeded when trying to connect)/

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** What the API answers for a database error; undefined where it is a fault of ours. */
export function translate(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined
  const code = codeOf(error)
  if (!(error instanceof pg.DatabaseError))
    return network.has(code) || terminated.test(error.message) ? { kind: 'busy' } : undefined
  if (passing.has(code)) return { kind: 'busy' }
  // Data exceptions: statements are ours, so it is a value that was asked with, such as a NUL or a made-up cursor.
  if (code.startsWith('22')) return { kind: 'unfit', code }
  if (code === '23505') return { kind: 'refused', rule: 'already-there' }
  if (code === '23503') return { kind: 'refused', rule: 'refers-to-nothing' }
  return undefined
}

/** A database that cannot be worked with; the message says where, why and what to set, never the password. */
export class Unreachable extends Error {
  constructor(url: string, why: string) {
    super(
      `数据库不可用 the database cannot be used (${withoutPassword(url)}): ${why}。请检查 check DATABASE_URL (postgres://user:password@host:5432/name)`,
    )
    this.name = 'Unreachable'
  }
}

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在监听 nothing listens there',
  ECONNRESET: '连接被对方断开 the other side closed the connection',
  ENOTFOUND: '找不到这台主机 no such host',
  EAI_AGAIN: '找不到这台主机 no such host',
  ETIMEDOUT: '连接超时 no answer in time',
  EHOSTUNREACH: '无法到达这台主机 no way to this host',
  ENETUNREACH: '无法到达这台主机 no way to this host',
  '28P01': '用户名或密码不对 wrong user or password',
  '28000': '数据库不接受这个用户 the server does not accept this user',
  '3D000': '没有这个数据库 no such database',
  '42501': '该用户无权建表，请授予 this user may not make tables, grant it: grant create on database … to …',
  '53300': '连接数已满 too many connections',
  '57P03': '数据库正在启动或恢复，请稍后重试 it is starting or recovering, try again in a while',
}

/** An error of a connection or of the first statements, in an operator's words. */
export function asUnreachable(url: string, error: unknown): Unreachable {
  if (error instanceof Unreachable) return error
  if (!(error instanceof Error)) return new Unreachable(url, String(error))
  if (/^Connection terminated/.test(error.message) && !/timeout/.test(error.message))
    return new Unreachable(
      url,
      '对方中断了连接，可能不是 PostgreSQL the other side ended the connection: is it PostgreSQL?',
    )
  if (/timeout/.test(error.message)) return new Unreachable(url, advice.ETIMEDOUT ?? '')
  return new Unreachable(url, advice[codeOf(error)] ?? error.message)
}

export function withoutPassword(url: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(url)
    return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
