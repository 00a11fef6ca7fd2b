/** The command line: `npx shouwang …`. Data go to stdout, words to stderr; a failure exits with 1. */
import { Command } from 'commander'
import { describeFault } from '../platform/config.ts'
import { drawCommand } from './cli/draw.ts'
import { importCommand } from './cli/import.ts'
import { shapeCommands } from './cli/import-shapes.ts'
import { initCommand } from './cli/init.ts'
import { ledgerCommand } from './cli/ledger.ts'
import { reportCommand } from './cli/report.ts'
import { userCommand } from './cli/user.ts'
import { inBothLanguages } from './cli/words.ts'
import { version } from './version.ts'

const program = new Command('shouwang')
  .description('守望：区消防安全监督平台 · fire-safety supervision of a district')
  .version(version, '-V, --version', '显示版本 show the version')
  .addHelpText(
    'after',
    `
数据写到标准输出，说明写到标准错误；成功时退出码为 0，失败时为 1。
Data go to stdout, words to stderr; the exit code is 0 when all went well, else 1.

设置 Settings: DATABASE_URL, DATA_DIR (docs/operations.md)`,
  )

for (const command of shapeCommands) importCommand.addCommand(command)
for (const command of [initCommand, importCommand, reportCommand, drawCommand, ledgerCommand, userCommand])
  program.addCommand(command)

inBothLanguages(program)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${describeFault(error)}\n`)
    process.exitCode = 1
  })
