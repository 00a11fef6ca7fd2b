/** Starts the server: `node src/app/main.ts [--demo]`. */
import { describeFault, readConfig } from '../platform/config.ts'
import { demandPort } from '../platform/http/port.ts'
import { createLog } from '../platform/log.ts'
import { cast, demoPassword } from './demo/cast.ts'
import { loadDemo } from './demo/load.ts'
import { openParts, type Parts } from './parts.ts'
import { startServer } from './server.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** An empty database of our own gets the demonstration district; a named one only when asked. */
async function fillIfEmpty(parts: Parts): Promise<void> {
  const wanted = process.argv.includes('--demo') || parts.config.databaseUrl === undefined
  const some = await parts.database.db
    .selectFrom('organisation.district')
    .select('district')
    .limit(1)
    .executeTakeFirst()
  if (some || !wanted || process.argv.includes('--no-demo')) return
  await loadDemo(parts, (share, words) =>
    say(`示范区 demonstration ${String(Math.round(share * 100)).padStart(3)}% ${words}`),
  )
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config)
  await demandPort(config.port, config.host)
  const parts = await openParts(config, log)
  try {
    await fillIfEmpty(parts)
    const running = await startServer(parts)
    stopOn(running.stop)
    await announce(parts, running.url)
  } catch (error) {
    await parts.close()
    throw error
  }
}

async function announce(parts: Parts, url: string): Promise<void> {
  const first = await parts.database.db
    .selectFrom('organisation.district')
    .select(['name', 'demonstration'])
    .orderBy('demonstration', 'desc')
    .executeTakeFirst()
  say(`\n守望 Shouwang  ${url}`)
  if (!first) say('还没有辖区，请运行 there is no district yet, run: npx shouwang init --district CODE --name NAME')
  if (!first?.demonstration) return
  say(`示范区 ${first.name} · 演示账号（口令 ${demoPassword}） demonstration accounts (password ${demoPassword}):`)
  for (const { username, name, post } of cast) say(`  ${username.padEnd(14)}${name} ${post}`)
}

/** The first signal lets everything end in order; a second one does not wait. */
function stopOn(stop: () => Promise<void>): void {
  let since: number | undefined
  const onSignal = () => {
    // npm and process groups deliver the same signal twice: only one that comes later means "at once".
    if (since !== undefined && performance.now() - since > 2000) process.exit(1)
    if (since !== undefined) return
    since = performance.now()
    say('正在停止 stopping …')
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(describeFault(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

main().catch((error: unknown) => {
  say(describeFault(error))
  process.exit(1)
})
