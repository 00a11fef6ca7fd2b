/** Folders for a while: what a crash left goes, what is in use stays. */
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { sweepTemporary, temporaryFolder } from './temporary.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** A folder made so many hours ago, whose file was last written then or at another hour. */
async function left(purpose: Parameters<typeof temporaryFolder>[0], hours: number, written = hours): Promise<string> {
  const folder = await temporaryFolder(purpose)
  made.push(folder)
  const file = join(folder, 'file')
  writeFileSync(file, 'x')
  utimesSync(file, hoursAgo(written), hoursAgo(written))
  utimesSync(folder, hoursAgo(hours), hoursAgo(hours))
  return folder
}

it('exports and uploads go after an hour, imports after a day, unless something was written since', async () => {
  const cases = [
    [await left('export', 2), false],
    [await left('upload', 2), false],
    [await left('export', 0.5), true],
    [await left('upload', 2, 0.1), true],
    [await left('import', 2), true],
    [await left('import', 25), false],
  ] as const
  await sweepTemporary()
  expect(cases.map(([folder]) => existsSync(folder))).toEqual(cases.map(([, stays]) => stays))
})

it("other programs' folders are left alone", async () => {
  const other = mkdtempSync(join(tmpdir(), 'shouwang-other-'))
  made.push(other)
  utimesSync(other, hoursAgo(99), hoursAgo(99))
  await sweepTemporary()
  expect(existsSync(other)).toBe(true)
})
