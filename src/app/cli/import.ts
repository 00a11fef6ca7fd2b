/** `shouwang import incidents FILE`: the imports that people do in the browser, from a shell. */
import { constants, createReadStream, existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Command } from 'commander'
import { importIncidents } from '../../areas/incidents/public.ts'
import { importPremises } from '../../areas/premises/public.ts'
import { importBusinesses } from '../../areas/premises/upkeep/public.ts'
import { Profile } from '../../kernel/layout.ts'
import { describeFault } from '../../platform/config.ts'
import { findFile, rememberFile } from '../../platform/files/files.ts'
import type { Fault } from '../../platform/imports/faults.ts'
import type { ImportOrder, ImportParts } from '../../platform/imports/importer.ts'
import { createRun, findRun, listProfiles, type RunEnd } from '../../platform/imports/runs.ts'
import { inContext, machine, type Parts } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  profile?: string
  dryRun?: true
  skipBad?: true
  district?: string
}

/** What can be imported, by the kind of its runs and saved mappings. */
interface Imported {
  readonly kind: string
  readonly description: string
  readonly bring: (parts: ImportParts, order: ImportOrder) => Promise<RunEnd>
}
const imported: readonly Imported[] = [
  {
    kind: 'premises',
    description: '导入场所单位（CSV、XLSX、JSON Lines），全部或全不 import premises, all or nothing',
    bring: importPremises,
  },
  {
    kind: 'business-register',
    description:
      '导入市场主体登记数据（CSV、XLSX、JSON Lines），全部或全不 import the business register, all or nothing',
    bring: importBusinesses,
  },
  {
    kind: 'incidents',
    description: '导入警情火灾（CSV、XLSX、JSON Lines），全部或全不 import incidents, all or nothing',
    bring: importIncidents,
  },
]

const name = '命令行'
const faultsShown = 20

const commandOf = ({ kind, description, bring }: Imported) =>
  new Command(kind)
    .description(description)
    .argument('<file>', '要导入的文件 the file to import')
    .option(
      '--profile <profile>',
      '映射方案：JSON 文件，或已保存方案的名称 a mapping: a JSON file, or the name of a saved one',
    )
    .option('--dry-run', '试运行，不写入；会被拒绝时退出码为 1 try it and write nothing; 1 where it would be refused')
    .option('--skip-bad', '跳过错误行，其余照常导入 leave bad rows out and import the others')
    .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
    .action((file: string, options: Options) => withParts((parts) => importFile(parts, { kind, bring }, file, options)))

export const importCommand = new Command('import').description('从文件导入 import a file')
for (const each of imported) importCommand.addCommand(commandOf(each))

async function importFile(
  parts: Parts,
  { kind, bring }: Pick<Imported, 'kind' | 'bring'>,
  file: string,
  options: Options,
): Promise<void> {
  if (!existsSync(file)) throw new Error(`没有这个文件 no such file: ${file}`)
  const district = await chooseDistrict(parts, options.district)
  const profile = options.profile ? await readProfile(parts, district, kind, options.profile) : undefined
  const kept = await parts.files.put(createReadStream(file))
  const { dryRun = false, skipBad = false } = options
  const fileName = basename(file)
  const run = await inContext(parts, { district, name }, async (context) => {
    const id = await rememberFile(context, { ...kept, name: fileName, mediaType: 'application/octet-stream' })
    return createRun(context, { kind, file: id, fileName, dryRun, skipBad, profile: profile ?? null })
  })
  const watching = watch(parts, district, run)
  const by = { district, run, actor: machine(name) }
  // Whoever may write to the database answers for the changes of the file as a whole.
  const order = { ...by, sha256: kept.sha256, fileName, profile, dryRun, skipBad, approval: 'all' as const }
  const end = await bring(parts, order).finally(watching.stop)
  const { state, rowsRead, rowsBad, rowsNew, rowsChanged, rowsSame } = end
  const refusedLater = dryRun && rowsBad > 0 && !skipBad
  process.stdout.write(`${JSON.stringify({ state, dryRun, rowsRead, rowsNew, rowsChanged, rowsSame, rowsBad })}\n`)
  for (const fault of end.faults.slice(0, faultsShown)) say(faultLine(fault))
  if (rowsBad > faultsShown) say(`…（共 ${rowsBad} 行有错误 bad rows）`)
  if (end.faultFile) await bringFaults(parts, district, end.faultFile, file)
  if (end.message) say(end.message.zh)
  if (end.message) say(end.message.en)
  if (state === 'done') say(dryRun ? '试运行完成，未写入 tried, nothing written' : '导入完成 imported')
  if (refusedLater)
    say(
      `${rowsBad} 行有错误：正式导入会被拒绝，除非加上 --skip-bad the import itself would be refused, unless with --skip-bad`,
    )
  if (state !== 'done' || refusedLater) process.exitCode = 1
}

const faultLine = ({ line, column, value, zh, en }: Fault): string =>
  `第 ${line} 行 line ${line}${column ? ` · ${column}` : ''}${value ? ` “${value}”` : ''}：${zh} ${en}`

async function readProfile(parts: Parts, district: string, kind: string, named: string): Promise<Profile> {
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
    // Of a busy machine nothing may be heard for a while: that must not end the import.
    const found = await findRun(database.db, district, run).catch(() => undefined)
    const line = found ? `${Math.round(found.progress * 100)}% · ${found.rowsRead} 行 rows` : ''
    if (found?.state === 'running' && line !== shown && found.rowsRead > 0) say(line)
    shown = line
  }, 1000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Puts the list of bad rows where the command was given, beside an earlier one that somebody may be mending. */
async function bringFaults(parts: Parts, district: string, id: string, file: string): Promise<void> {
  const row = await inContext(parts, { district, name }, (context) => findFile(context, id))
  if (!row) return
  const from = await parts.files.local(row.sha256)
  const base = `${basename(file, extname(file))}-错误行`
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${base}.csv` : `${base}-${n}.csv`
    const fault = await copyFile(from, path, constants.COPYFILE_EXCL).catch((error: unknown) => error)
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') continue
    // The import has ended as it has, wherever its list can be put.
    return say(`错误行清单 bad rows: ${fault === undefined ? path : describeFault(fault)}`)
  }
}
