/** `shouwang report`: the analysis of a period as a document, a page, or data. */
import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { reportOf } from '../../areas/analysis/public.ts'
import { parsePeriod } from '../../kernel/periods.ts'
import { inContext } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  period: string
  format: 'docx' | 'html' | 'json'
  out?: string
  audience: 'internal' | 'meeting'
  district?: string
}

const periodForms = '2026, 2026H1, 2026Q2, 2026-06, 2026-04-10..2026-05-09'

function periodKey(text: string): string {
  try {
    return parsePeriod(text).key
  } catch {
    throw new InvalidArgumentError(`时段 a period: ${periodForms}`)
  }
}

export const reportCommand = new Command('report')
  .description('形势分析 the situation analysis of a period')
  .requiredOption('--period <key>', `时段 the period: ${periodForms}`, periodKey)
  .addOption(new Option('--format <format>', '格式 the format').choices(['docx', 'html', 'json']).default('json'))
  .option('--out <file>', '写入文件（缺省为标准输出） write to a file instead of stdout')
  .addOption(
    new Option('--audience <audience>', '内部版（具名）或会议版（匿名） stations by name, or not')
      .choices(['internal', 'meeting'])
      .default('internal'),
  )
  .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
  .action((options: Options) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      const bytes = await inContext(parts, { district, name: '命令行' }, (context) => reportOf(context, options))
      if (options.out === undefined) return void process.stdout.write(bytes)
      await writeFile(options.out, bytes)
      say(`已写入（${bytes.length} 字节 bytes） written: ${options.out}`)
    }),
  )
