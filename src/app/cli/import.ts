/** `shouwang import incidents FILE`: the import that people do in the browser, from a shell. */
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Command } from 'commander'
import { importIncidents } from '../../areas/incidents/public.ts'
import { Profile } from '../../kernel/layout.ts'
import { findFile, rememberFile } from '../../platform/files/files.ts'
import { createRun, findRun, listProfiles } from '../../platform/imports/runs.ts'
import { inContext, machine, type Parts } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  profile?: string
  dryRun: boolean
  skipBad: boolean
  district?: string
}

const kind = 'incidents'
const name = '命令行'

export const importCommand = new Command('import').description('导入 import')

importCommand
  .command('incidents')
  .description('导入警情火灾（CSV、XLSX、JSON Lines），全部或全不 import incidents, all or nothing')
  .argument('<file>', '文件 the file')
  .option(
    '--profile <profile>',
    '映射方案：JSON 文件，或已保存方案的名称 a mapping: a JSON file, or the name of a saved one',
  )
  .option('--dry-run', '试运行，不写入 try it, write nothing', false)
  .option('--skip-bad', '跳过错误行 leave bad rows out', false)
  .option('--district <code>', '辖区 the district', districtCode)
  .action((file: string, options: Options) => withParts((parts) => importFile(parts, file, options)))

async function importFile(parts: Parts, file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Error(`没有这个文件 no such file: ${file}`)
  const district = await chooseDistrict(parts, options.district)
  const profile = options.profile ? await readProfile(parts, district, options.profile) : undefined
  const kept = await parts.files.put(createReadStream(file))
  const { dryRun, skipBad } = options
  const fileName = basename(file)
  const run = await inContext(parts, { district, name }, async (context) => {
    const id = await rememberFile(context, { ...kept, name: fileName, mediaType: 'application/octet-stream' })
    return createRun(context, { kind, file: id, fileName, dryRun, skipBad, profile: profile ?? null })
  })
  const watching = watch(parts, district, run)
  const order = { district, run, actor: machine(name), sha256: kept.sha256, fileName, profile, dryRun, skipBad }
  const end = await importIncidents(parts, order).finally(watching.stop)
  const { state, rowsRead, rowsBad, rowsNew, rowsChanged, rowsSame } = end
  process.stdout.write(`${JSON.stringify({ state, dryRun, rowsRead, rowsNew, rowsChanged, rowsSame, rowsBad })}\n`)
  for (const { line, column, value, zh } of end.faults.slice(0, 20))
    say(`第 ${line} 行 line ${line}${column ? ` · ${column}` : ''}${value ? ` “${value}”` : ''}: ${zh}`)
  if (end.faultFile) await bringFaults(parts, district, end.faultFile, file)
  if (end.message) say(end.message.zh)
  if (end.message) say(end.message.en)
  if (state === 'done') say(dryRun ? '试运行完成，未写入 tried, nothing written' : '导入完成 imported')
  else process.exitCode = 1
}

async function readProfile(parts: Parts, district: string, named: string): Promise<Profile> {
  const given: unknown = existsSync(named)
    ? JSON.parse(await readFile(named, 'utf8'))
    : await inContext(parts, { district, name }, async (context) => {
        const saved = (await listProfiles(context, kind)).find((profile) => profile.name === named)
        if (!saved)
          throw new Error(`没有这个映射方案（文件或名称） no such profile, neither a file nor a saved one: ${named}`)
        return saved.profile
      })
  const parsed = Profile.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`映射方案有误 the profile is wrong (${named}):\n${lines.join('\n')}`)
}

/** Says how far a long import is, once a second where it changed. */
function watch({ database }: Parts, district: string, run: string): { stop(): void } {
  let shown = ''
  const timer = setInterval(async () => {
    const found = await findRun(database.db, district, run)
    const line = found ? `${Math.round(found.progress * 100)}% · ${found.rowsRead} 行 rows` : ''
    if (found?.state === 'running' && line !== shown && found.rowsRead > 0) say(line)
    shown = line
  }, 1000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Puts the list of bad rows beside the file that was to be imported. */
async function bringFaults(parts: Parts, district: string, id: string, file: string): Promise<void> {
  const row = await inContext(parts, { district, name }, (context) => findFile(context, id))
  if (!row) return
  const path = `${basename(file, extname(file))}-错误行.csv`
  await copyFile(await parts.files.local(row.sha256), path)
  say(`错误行清单 bad rows: ${path}`)
}
