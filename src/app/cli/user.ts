/** `shouwang user create`: the first accounts of a new district. */
import { Command, Option } from 'commander'
import { createUser } from '../../areas/organisation/public.ts'
import { roleKeys } from '../../areas/organisation/roles.ts'
import { inContext } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  username: string
  name: string
  role: string
  district?: string
}

export const userCommand = new Command('user').description('账号 accounts')

userCommand
  .command('create')
  .description('开设账号，打印初始口令 open an account and print its first password')
  .requiredOption('--username <name>', '用户名 lower-case letters and digits')
  .requiredOption('--name <name>', '姓名 the person')
  .addOption(new Option('--role <role>', '角色 role').choices(roleKeys).makeOptionMandatory())
  .option('--district <code>', '辖区 the district', districtCode)
  .action((options: Options) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      const password = await inContext(parts, { district, name: 'user' }, (context) => createUser(context, options))
      process.stdout.write(`${password}\n`)
      say(`已开设 ${options.username}，首次登录须修改口令 opened; the password must be changed at the first sign-in`)
    }),
  )
