/** Settings: sensible where nothing is set, refused in words where they are wrong. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { describeFault, readConfig } from './config.ts'

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

describe('a port that cannot be had', () => {
  it('is explained', async () => {
    const first = createServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const address = first.address()
    const second = createServer().listen(typeof address === 'object' ? address?.port : 0, '127.0.0.1')
    const [error] = await once(second, 'error').catch((reason: unknown) => [reason])
    expect(describeFault(error)).toMatch(/the port is taken, set another: PORT=8081/)
    first.close()
  })

  it('nor an address that this machine does not have', async () => {
    const server = createServer().listen(0, '192.0.2.1')
    const [error] = await once(server, 'error').catch((reason: unknown) => [reason])
    expect(describeFault(error)).toMatch(/set another HOST/)
  })
})
