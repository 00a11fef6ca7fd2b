/** `shouwang ledger verify | head`: checks the chain; prints its end. */
import { Command } from 'commander'
import { seal } from '../../platform/ledger/sealer.ts'
import { lastSeal } from '../../platform/ledger/store.ts'
import { verifyDistrict } from '../verify.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

const faults = {
  'entry-changed': '该条记录被改动 the entry was changed',
  'entry-missing': '该条记录被删除 the entry was removed',
  'position-missing': '该位置的封存缺失 the seal at this position is missing',
  'record-changed': '与审计日志不一致，被绕过系统改动 was changed behind the ledger’s back',
  'record-unknown': '审计日志中没有，被绕过系统写入 was put in behind the ledger’s back',
  'record-missing': '被绕过系统删除 was taken out behind the ledger’s back',
} as const

export const ledgerCommand = new Command('ledger').description('审计日志 the ledger of every act')

ledgerCommand
  .command('verify')
  .description(
    '重算哈希链并与警情逐条核对，指出第一条被改动的记录 recompute the chain, hold the records against it, name the first that was changed',
  )
  .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
  .action((options: { district?: string }) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      const found = await verifyDistrict(parts, district)
      process.stdout.write(`${JSON.stringify({ district, ...found })}\n`)
      const { checked, broken, records } = found
      if (broken) say(`第 ${broken.position} 条${broken.entry ? ` (${broken.entry})` : ''}: ${faults[broken.fault]}`)
      if (records.first)
        say(
          `${records.differ} 条警情不符，首条 records that differ, the first: ${records.first.incidentNo} (${records.first.id}): ${faults[records.first.fault]}`,
        )
      if (broken || records.first) process.exitCode = 1
      else say(`已核对 ${checked} 条，完好 checked ${checked} entries: all in order`)
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
