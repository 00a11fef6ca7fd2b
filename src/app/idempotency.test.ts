/** Requests that come twice with one key: answered once, but where doing them again does no harm. */
import { expect, it } from 'vitest'
import { makeWorld } from './testing/world.ts'

const world = await makeWorld()

async function upload(key: string, text: string): Promise<{ status: number; headers: unknown }> {
  const form = new FormData()
  form.append('file', new File([text], 'own.csv', { type: 'text/csv' }))
  const answer = await fetch(`${world.url}/api/incidents/imports/files`, {
    method: 'POST',
    body: form,
    headers: { 'x-shouwang': '1', 'idempotency-key': key, cookie: await world.cookieOf('statistician') },
  })
  const { headers }: { headers?: unknown } = JSON.parse(await answer.text())
  return { status: answer.status, headers }
}

it('a file brought again with its key is looked at again', async () => {
  const first = await upload('k1', '警情编号,警情类别\nA-1,火灾\n')
  expect(first).toEqual({ status: 200, headers: ['警情编号', '警情类别'] })
  expect(await upload('k1', '警情编号,警情类别\nA-1,火灾\n')).toEqual(first)
})
