/** `shouwang init`: makes a district without demonstration data. */
import { Command } from 'commander'
import { newDistrict } from '../founding.ts'
import { inContext } from '../parts.ts'
import { districtCode, say, withParts } from './world.ts'

export const initCommand = new Command('init')
  .description('建立辖区（不含演示数据） make a district, without demonstration data')
  .requiredOption('--district <code>', '六位行政区划代码 its six-digit code', districtCode)
  .requiredOption('--name <name>', '辖区名称 its name, e.g. 某区')
  .option('--city <name>', '所属城市 its city')
  .action(({ district, name, city = '' }: { district: string; name: string; city?: string }) =>
    withParts(async (parts) => {
      const made = await inContext(parts, { district, name: 'init' }, (context) =>
        newDistrict(context, { name, city, demonstration: false }),
      )
      if (!made) throw new Error(`辖区 ${district} 已存在 district ${district} is there already`)
      say(`已建立 ${name}（${district}） made`)
    }),
  )
