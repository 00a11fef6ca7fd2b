/** Settings from the environment, checked at the start: a wrong one stops it with a sentence that says what to set. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const project = fileURLToPath(new URL('../../', import.meta.url))
const empty = (value: unknown) => (value === '' ? undefined : value)
const whole = (least: number, most: number, otherwise: number) =>
  z.preprocess(empty, z.coerce.number().int().min(least).max(most).default(otherwise))

const Environment = z.object({
  PORT: whole(0, 65_535, 8080),
  HOST: z.preprocess(empty, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(empty, z.string().default(`${project}.data`)),
  DATABASE_URL: z.preprocess(
    empty,
    z
      .string()
      .regex(/^postgres(ql)?:\/\/[^\s]+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
  ),
  PUBLIC_URL: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: z.preprocess(empty, z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info')),
  UPLOAD_LIMIT_MB: whole(1, 2048, 200),
  SESSION_IDLE_MINUTES: whole(1, 1440, 30),
  SESSION_HOURS: whole(1, 168, 12),
  RATE_LIMIT: whole(60, 1_000_000, 1200),
})

const hints: Readonly<Record<keyof z.infer<typeof Environment>, string>> = {
  PORT: '0–65535 的整数 a whole number from 0 to 65535',
  HOST: '监听地址 an address to listen on, e.g. 127.0.0.1',
  DATA_DIR: '可读写的目录 a folder that can be read and written',
  DATABASE_URL: 'postgres://user:password@host:5432/name',
  PUBLIC_URL: 'https://fire.example.cn',
  LOG_LEVEL: 'trace, debug, info, warn, error, silent',
  UPLOAD_LIMIT_MB: '1–2048 的整数 a whole number from 1 to 2048',
  SESSION_IDLE_MINUTES: '1–1440 的整数 a whole number from 1 to 1440',
  SESSION_HOURS: '1–168 的整数 a whole number from 1 to 168',
  RATE_LIMIT: '每分钟请求数 requests a minute from one address, 60 or more',
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
  readonly session: { readonly idleMinutes: number; readonly hours: number }
}

/** A setting that cannot be used; the message names each with what to set. */
export class ConfigFault extends Error {
  constructor(lines: readonly string[]) {
    super(`配置有误 wrong settings:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'ConfigFault'
  }
}

/** Throws ConfigFault with one line for each setting that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path[0]))]
    throw new ConfigFault(names.map((name) => `${String(name)}: ${hints[name as keyof typeof hints]}`))
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
    session: { idleMinutes: set.SESSION_IDLE_MINUTES, hours: set.SESSION_HOURS },
  }
}

/** Any error of a start in the operator's words. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return '端口已被占用,请另设 PORT the port is taken, set another PORT (PORT=8081 npm start)'
  if ('code' in error && error.code === 'EACCES' && 'port' in error)
    return '无权监听该端口,请另设 PORT this port is not allowed, set another PORT'
  return error.message
}
