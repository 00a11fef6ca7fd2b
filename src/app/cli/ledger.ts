/** `shouwang ledger verify | head`: checks the chain; prints its end. */
import { Command } from 'commander'
import { seal } from '../../platform/ledger/sealer.ts'
import { lastSeal } from '../../platform/ledger/store.ts'
import { verify } from '../../platform/ledger/verify.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

const faults = {
  'entry-changed': '该条记录被改动 the entry was changed',
  'entry-missing': '该条记录被删除 the entry was removed',
  'position-missing': '该位置的封存缺失 the seal at this position is missing',
} as const

export const ledgerCommand = new Command('ledger').description('操作日志 the ledger of every act')

ledgerCommand
  .command('verify')
  .description('重算哈希链，指出第一条被改动的记录 recompute the chain and name the first broken entry')
  .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
  .action((options: { district?: string }) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      await seal(parts.database.db, district)
      const verdict = await verify(parts.database.db, district)
      process.stdout.write(`${JSON.stringify({ district, ...verdict })}\n`)
      if (!verdict.broken)
        return say(`已核对 ${verdict.checked} 条，完好 checked ${verdict.checked} entries: all in order`)
      const { position, entry, fault } = verdict.broken
      say(`第 ${position} 条${entry ? ` (${entry})` : ''}: ${faults[fault]}`)
      process.exitCode = 1
    }),
  )

ledgerCommand
  .command('head')
  .description('最后一条封存的位置与哈希，供另处留存 position and hash of the last seal, to be noted elsewhere')
  .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
  .action((options: { district?: string }) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      await seal(parts.database.db, district)
      const { position, hash } = await lastSeal(parts.database.db, district)
      process.stdout.write(`${JSON.stringify({ district, position, hash: hash.toString('hex') })}\n`)
    }),
  )
