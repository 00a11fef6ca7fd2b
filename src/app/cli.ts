/** The command line: `npx shouwang …`. Data go to stdout, words to stderr; a failure exits with 1. */
import { Command } from 'commander'
import { describeFault } from '../platform/config.ts'
import { importCommand } from './cli/import.ts'
import { shapeCommands } from './cli/import-shapes.ts'
import { initCommand } from './cli/init.ts'
import { ledgerCommand } from './cli/ledger.ts'
import { reportCommand } from './cli/report.ts'
import { userCommand } from './cli/user.ts'
import { version } from './version.ts'

const program = new Command('shouwang')
  .description('守望：区消防安全监督平台 · fire-safety supervision of a district')
  .version(version)
  .addHelpText('after', '\nSettings: DATABASE_URL, DATA_DIR (see docs/operations.md).')
  .showHelpAfterError()

for (const command of shapeCommands) importCommand.addCommand(command)
for (const command of [initCommand, importCommand, reportCommand, ledgerCommand, userCommand])
  program.addCommand(command)

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${describeFault(error)}\n`)
  process.exitCode = 1
})
