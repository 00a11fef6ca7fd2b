/** `shouwang import areas FILE`, `shouwang import stations FILE`: what the areas screen does with GeoJSON, from a shell. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { type CoordinateSystem, coordinateSystems, type FeatureFault } from '../../areas/organisation/areas/contract.ts'
import { importShapes } from '../../areas/organisation/areas/public.ts'
import { messages } from '../../areas/organisation/messages.ts'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { fill } from '../../kernel/words.ts'
import { inContext, type Parts } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  coordinates: CoordinateSystem
  dryRun?: true
  district?: string
}
type Kind = 'areas' | 'stations'

const faultsShown = 20
const described: Readonly<Record<Kind, string>> = {
  areas: '导入街道、社区、网格及边界（GeoJSON），全部或全不 import streets, communities and grids, all or nothing',
  stations: '导入派出所及管辖区域（GeoJSON），全部或全不 import stations and their areas, all or nothing',
}

const shapeCommand = (kind: Kind) =>
  new Command(kind)
    .description(described[kind])
    .argument('<file>', '要导入的文件 the file to import')
    .addOption(
      new Option('--coordinates <system>', '文件的坐标系 the system of its coordinates')
        .choices(coordinateSystems)
        .default('WGS-84'),
    )
    .option('--dry-run', '试运行，不写入；会被拒绝时退出码为 1 try it and write nothing; 1 where it would be refused')
    .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
    .action((file: string, options: Options) => withParts((parts) => bring(parts, kind, file, options)))

export const shapeCommands: readonly Command[] = [shapeCommand('areas'), shapeCommand('stations')]

async function bring(parts: Parts, kind: Kind, path: string, options: Options): Promise<void> {
  if (!existsSync(path)) throw new Error(`没有这个文件 no such file: ${path}`)
  const district = await chooseDistrict(parts, options.district)
  const file = new File([await readFile(path)], basename(path))
  const { coordinates, dryRun = false } = options
  const attempt = (trial: boolean) =>
    inContext(parts, { district, name: '命令行' }, (context) =>
      importShapes(context, kind, { file, coordinates, dryRun: trial }),
    )
  try {
    const trial = await attempt(true)
    const sound = trial.faults.length === 0
    const { features, fresh, changed, same, written } = sound && !dryRun ? await attempt(false) : trial
    process.stdout.write(
      `${JSON.stringify({ written, dryRun, features, fresh, changed, same, faults: trial.faults })}\n`,
    )
    for (const fault of trial.faults.slice(0, faultsShown)) say(faultLine(fault))
    if (trial.faults.length > faultsShown) say(`…（共 ${trial.faults.length} 处错误 faults）`)
    if (written) say('导入完成 imported')
    else say(sound ? '试运行完成，未写入 tried, nothing written' : '未写入 nothing was written')
    if (!sound) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error
    throw new Error(inWords(error.rule, error.detail), { cause: error })
  }
}

/** A ground in both languages. */
function inWords(ground: string, values: Readonly<Record<string, unknown>> = {}): string {
  const {
    zh,
    en,
  }: Record<'zh' | 'en', Readonly<Record<string, string>>> = {
    zh: messages.zh.grounds,
    en: messages.en.grounds,
  }
  return `${fill(zh[ground] ?? ground, values)} ${fill(en[ground] ?? ground, values)}`
}

function faultLine({ feature, code, property, value, ground, at }: FeatureFault): string {
  const where = [`第 ${feature} 个要素 feature ${feature}`, ...(code ? [code] : []), property].join(' · ')
  return `${where}${value ? ` “${value}”` : ''}：${inWords(ground)}${at ? ` (${at.join(', ')})` : ''}`
}
