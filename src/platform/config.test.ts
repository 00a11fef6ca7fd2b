/** Settings: sensible where nothing is set, refused in words where they are wrong. */
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { describeFault, readConfig } from './config.ts'
import { demandPort } from './http/port.ts'

const fault = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    return describeFault(error)
  }
  throw new Error('was accepted')
}

describe('settings', () => {
  it('have defaults that keep the server to this machine', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: '127.0.0.1', uploadLimitMb: 200, logLevel: 'info' })
    expect(readConfig({}).dataDir).toMatch(/\.data$/)
    expect(readConfig({ PORT: '', LOG_LEVEL: ' ', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  it('are read', () => {
    const config = readConfig({
      PORT: '0',
      DATA_DIR: '/srv/a/../b',
      DATABASE_URL: 'postgresql://a:b@h/n',
      SESSION_HOURS: '8',
    })
    expect(config).toMatchObject({
      port: 0,
      dataDir: '/srv/b',
      databaseUrl: 'postgresql://a:b@h/n',
      session: { hours: 8 },
    })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['HOST', 'http://a'],
    ['PUBLIC_URL', 'fire.example.cn'],
    ['LOG_LEVEL', 'loud'],
    ['UPLOAD_LIMIT_MB', '0'],
    ['SESSION_IDLE_MINUTES', 'half an hour'],
  ])('%s=%s is refused with its name, its value, and what to set', (name, value) => {
    const line = fault({ [name]: value }).split('\n')[1] ?? ''
    expect(line).toContain(`${name}="${value}"`)
    expect(line).toMatch(/should be: \S/)
  })

  it('are all named when several are wrong', () => {
    const words = fault({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://z' })
    expect(words.match(/^ {2}\w+/gm)).toEqual(['  PORT', '  DATABASE_URL', '  LOG_LEVEL'])
  })

  it('of a database never show its password', () => {
    expect(fault({ DATABASE_URL: 'postgres://user:secret word@host/name' })).not.toContain('secret')
    expect(fault({ DATABASE_URL: 'user:secret@host' })).toMatch(/should be: postgres:\/\/user:password@host/)
  })
})

describe('a bucket', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.example.cn/',
    S3_BUCKET: 'shouwang',
    S3_ACCESS_KEY: 'AK',
    S3_SECRET_KEY: 'very-secret',
  }
  it('is named by all of its settings, or by none', () => {
    expect(readConfig({}).bucket).toBeUndefined()
    expect(readConfig(whole).bucket).toEqual({
      endpoint: 'https://s3.example.cn',
      region: 'us-east-1',
      name: 'shouwang',
      accessKey: 'AK',
      secretKey: 'very-secret',
    })
  })
  it('named by halves is refused, with what is missing', () => {
    const words = fault({ ...whole, S3_BUCKET: '', S3_ACCESS_KEY: '' })
    expect(words.match(/^ {2}\w+/gm)).toEqual(['  S3_BUCKET', '  S3_ACCESS_KEY'])
    expect(words).toMatch(/S3_BUCKET 未设置，应为 is not set, should be: \S/)
    expect(words).not.toContain('very-secret')
  })
  it('never shows its keys', () =>
    expect(fault({ ...whole, S3_SECRET_KEY: 'very secret' })).not.toContain('very secret'))
})

describe('a port that cannot be had', () => {
  const heard = (port: number, host: string) => demandPort(port, host).then(() => 'it can be had', describeFault)

  it('is explained, and one that was only asked for is free again', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    expect(await heard(port, '127.0.0.1')).toMatch(/the port is taken, set another: PORT=8081/)
    taken.close()
    await once(taken, 'close')
    expect([await heard(port, '127.0.0.1'), await heard(port, '127.0.0.1')]).toEqual(['it can be had', 'it can be had'])
  })
  it('nor an address that this machine does not have', async () =>
    expect(await heard(0, '192.0.2.1')).toMatch(/set another HOST/))
})

describe('a file', () => {
  it('that is not there, or is a folder, is said to be', async () => {
    const words = (path: string) => readFile(path).then(() => '', describeFault)
    expect(await words('/nowhere/a.csv')).toBe('没有这个文件或目录 no such file or folder: /nowhere/a.csv')
    const folder = import.meta.dirname
    expect(await open(folder, 'w').then(() => '', describeFault)).toBe(
      `这是目录，不是文件 a folder, not a file: ${folder}`,
    )
  })
})
