/** The log says what happened, and to nobody. */
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(...args: [object, string?]) {
  let line = ''
  createLog({ logLevel: 'info' }, { write: (text) => (line += text) }).error(...args)
  return line
}

describe('the log', () => {
  it('keeps the number, the method and the path of a request, not its query or headers', () => {
    const req = { id: 'r1', method: 'GET', url: '/api/incidents?search=赵铁柱', headers: { cookie: 'session=abc' } }
    const line = logged({ req, res: { statusCode: 200, headers: { 'set-cookie': 'abc' } } }, 'request')
    expect(JSON.parse(line)).toMatchObject({
      req: { id: 'r1', method: 'GET', path: '/api/incidents' },
      res: { status: 200 },
    })
    expect(line).not.toMatch(/赵铁柱|abc/)
  })

  it('drops names, phones and passwords', () => {
    const person = { name: '赵铁柱', phone: '13800000000', password: 'Secret-1', id: 'p1' }
    const line = logged({ ...person, person }, 'person')
    expect(line).not.toMatch(/赵铁柱|138|Secret/)
    expect(JSON.parse(line)).toMatchObject({ id: 'p1', person: { id: 'p1' } })
  })

  it('tells a database error by its code and place, without the words it quotes', () => {
    const error = new pg.DatabaseError('invalid input syntax for type uuid: "赵铁柱"', 50, 'error')
    Object.assign(error, {
      code: '22P02',
      detail: 'Key (name)=(赵铁柱)',
      where: 'COPY staged, line 3: "赵铁柱"',
      routine: 'string_to_uuid',
    })
    const line = logged({ err: new Error('the import failed', { cause: error }), request: 'r2' }, 'fault')
    expect(line).not.toContain('赵铁柱')
    const { err } = JSON.parse(line)
    expect(err).toMatchObject({ message: 'the import failed', cause: { code: '22P02', routine: 'string_to_uuid' } })
    expect(err.stack).toMatch(/log\.test\.ts/)
  })
})
