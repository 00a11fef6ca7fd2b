/** Settings from the environment, checked at the start: a wrong one stops it with a sentence that says what to set. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** `PORT=` in a file of settings means: not set. */
const setting = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)
const whole = (least: number, most: number, otherwise: number) =>
  setting(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.int().min(least).max(most))
      .default(otherwise),
  )

const Environment = z.object({
  PORT: whole(0, 65_535, 8080),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:%-]+$/)
      .default('127.0.0.1'),
  ),
  DATA_DIR: setting(z.string().default(`${project}.data`)),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
  ),
  PUBLIC_URL: setting(z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: setting(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info')),
  UPLOAD_LIMIT_MB: whole(1, 2048, 200),
  SESSION_IDLE_MINUTES: whole(1, 1440, 30),
  SESSION_HOURS: whole(1, 168, 12),
  RATE_LIMIT: whole(60, 1_000_000, 1200),
  S3_ENDPOINT: setting(z.url({ protocol: /^https?$/ }).optional()),
  S3_REGION: setting(z.string().regex(/^\S+$/).default('us-east-1')),
  S3_BUCKET: setting(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .optional(),
  ),
  S3_ACCESS_KEY: setting(z.string().regex(/^\S+$/).optional()),
  S3_SECRET_KEY: setting(z.string().regex(/^\S+$/).optional()),
})
type Name = keyof z.infer<typeof Environment>

/** A bucket is named by all of these or by none. */
const bucketNames = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const satisfies readonly Name[]
/** What may not be shown, for it is a secret or holds one. */
const secret: readonly Name[] = ['DATABASE_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']

const hints: Readonly<Record<Name, string>> = {
  PORT: '0–65535 的整数 a whole number from 0 to 65535, e.g. 8080',
  HOST: '监听地址 an address to listen on, e.g. 127.0.0.1 or 0.0.0.0',
  DATA_DIR: '可读写的目录 a folder that can be read and written',
  DATABASE_URL: 'postgres://user:password@host:5432/name （特殊字符须编码）special characters percent-encoded',
  PUBLIC_URL: '用户访问的网址 the address that people use, e.g. https://fire.example.cn',
  LOG_LEVEL: 'trace, debug, info, warn, error, silent',
  UPLOAD_LIMIT_MB: '1–2048 的整数 a whole number from 1 to 2048',
  SESSION_IDLE_MINUTES: '1–1440 的整数 a whole number from 1 to 1440',
  SESSION_HOURS: '1–168 的整数 a whole number from 1 to 168',
  RATE_LIMIT: '每个地址每分钟的请求数，60 以上的整数 requests a minute from one address, a whole number from 60',
  S3_ENDPOINT: '对象存储的网址 the address of the object store, e.g. https://s3.example.cn',
  S3_REGION: '对象存储的区域 the region of the object store, e.g. us-east-1',
  S3_BUCKET: '存储桶名称 the name of a bucket: small letters, digits, - and .',
  S3_ACCESS_KEY: '访问密钥 ID，不含空格 the id of an access key, without blanks',
  S3_SECRET_KEY: '访问密钥，不含空格 the secret of that access key, without blanks',
}

/** Where files lie when they do not lie on the disk. */
export interface Bucket {
  readonly endpoint: string
  readonly region: string
  readonly name: string
  readonly accessKey: string
  readonly secretKey: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly publicUrl: string | undefined
  readonly logLevel: string
  readonly uploadLimitMb: number
  readonly rateLimit: number
  /** Undefined where files lie in `dataDir`. */
  readonly bucket: Bucket | undefined
  readonly session: { readonly idleMinutes: number; readonly hours: number }
}

/** A setting that cannot be used; the message names each with what to set. */
export class ConfigFault extends Error {
  constructor(lines: readonly string[]) {
    super(`配置有误 wrong settings:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'ConfigFault'
  }
}

export const settingNames = Object.keys(hints)

const isName = (name: unknown): name is Name => typeof name === 'string' && name in hints

/** What is wrong with a setting and what it should be. */
function lineOf(name: Name, value: string | undefined): string {
  const shown = secret.includes(name) ? '' : `=${JSON.stringify(value)}`
  return `${name}${shown} 无效，应为 is not valid, should be: ${hints[name]}`
}

/** Throws ConfigFault where a bucket is named by halves. */
function bucketOf(set: z.infer<typeof Environment>): Bucket | undefined {
  const missing = bucketNames.filter((name) => set[name] === undefined)
  if (missing.length === bucketNames.length) return undefined
  if (missing.length > 0)
    throw new ConfigFault(missing.map((name) => `${name} 未设置，应为 is not set, should be: ${hints[name]}`))
  const { S3_ENDPOINT = '', S3_REGION, S3_BUCKET = '', S3_ACCESS_KEY = '', S3_SECRET_KEY = '' } = set
  return {
    endpoint: S3_ENDPOINT.replace(/\/+$/, ''),
    region: S3_REGION,
    name: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  }
}

/** Throws ConfigFault with one line for each setting that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => path[0]).filter(isName))
    throw new ConfigFault([...names].map((name) => lineOf(name, environment[name])))
  }
  const set = parsed.data
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: resolve(set.DATA_DIR),
    databaseUrl: set.DATABASE_URL,
    publicUrl: set.PUBLIC_URL,
    logLevel: set.LOG_LEVEL,
    uploadLimitMb: set.UPLOAD_LIMIT_MB,
    rateLimit: set.RATE_LIMIT,
    bucket: bucketOf(set),
    session: { idleMinutes: set.SESSION_IDLE_MINUTES, hours: set.SESSION_HOURS },
  }
}

const listening: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被占用，请另设 PORT the port is taken, set another: PORT=8081 npm start',
  EACCES: '无权监听该端口，请另设 PORT this port is not allowed, set another: PORT=8081 npm start',
  EADDRNOTAVAIL: '本机没有这个地址，请修改 HOST this machine has no such address, set another HOST',
  ENOTFOUND: '找不到这个地址，请修改 HOST there is no such address, set another HOST',
}

const onDisk: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或目录 no such file or folder',
  ENOTDIR: '没有这个文件或目录 no such file or folder',
  EACCES: '没有读写权限 not allowed to read or write it',
  EPERM: '没有读写权限 not allowed to read or write it',
  EISDIR: '这是目录，不是文件 a folder, not a file',
  EROFS: '只读文件系统 a read-only file system',
  ENOSPC: '磁盘已满，请腾出空间后重试 the disk is full: free some space and try again',
}

/** Any error of a start or a command in the operator's words. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const listen = 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
  if (listen && listening[code]) return listening[code]
  if ('path' in error && onDisk[code]) return `${onDisk[code]}: ${String(error.path)}`
  if ('syscall' in error && code === 'ENOSPC') return onDisk.ENOSPC ?? code
  return error.message || code
}
