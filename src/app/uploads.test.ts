/** Files that are brought: twice with one key, and larger than they may be. */
import { expect, it } from 'vitest'
import { makeWorld } from './testing/world.ts'

const world = await makeWorld()
const million = 1_000_000

async function upload(
  key: string,
  content: BlobPart,
  cookie?: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData()
  form.append('file', new File([content], 'own.csv', { type: 'text/csv' }))
  const answer = await fetch(`${world.url}/api/incidents/imports/files`, {
    method: 'POST',
    body: form,
    headers: { 'x-shouwang': '1', 'idempotency-key': key, cookie: cookie ?? (await world.cookieOf('statistician')) },
  })
  const body: Record<string, unknown> = JSON.parse(await answer.text())
  return { status: answer.status, body }
}

it('a file brought again with its key is looked at again', async () => {
  for (const { status, body } of [await upload('k1', '编号,类别\n1,火灾\n'), await upload('k1', '编号,类别\n1,火灾\n')])
    expect({ status, headers: body.headers }).toEqual({ status: 200, headers: ['编号', '类别'] })
})

// The first is received to the limit before it is refused; the second says how large it is.
it.each([5.5 * million, 20 * million])('a file of %i bytes is refused with the limit', async (bytes) => {
  const { status, body } = await upload('k2', new Uint8Array(bytes))
  expect({ status, message: body.message, data: body.data }).toMatchObject({
    status: 413,
    message: 'file-too-large',
    data: { limitMb: 4 },
  })
})

it('a file of nobody who is signed in is not even received', async () => {
  // Larger than allowed: were it received first, the answer would be that.
  for (const cookie of ['shouwang_session=x', ''])
    expect(await upload('k3', new Uint8Array(5.5 * million), cookie)).toMatchObject({ status: 401 })
})

it.each([
  ['without a boundary', 'multipart/form-data', 'x'],
  [
    'cut off',
    'multipart/form-data; boundary=a',
    '--a\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nabc',
  ],
])('a form %s is the sender’s fault', async (_, type, body) => {
  const answer = await fetch(`${world.url}/api/incidents/imports/files`, {
    method: 'POST',
    body,
    headers: { 'x-shouwang': '1', 'content-type': type, cookie: await world.cookieOf('statistician') },
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ message: 'form-broken' })
})
