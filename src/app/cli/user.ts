/** `shouwang user create`: the first accounts of a new district. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { Username } from '../../areas/organisation/accounts/contract.ts'
import { createUser } from '../../areas/organisation/public.ts'
import { roleKeys, roles } from '../../areas/organisation/roles.ts'
import { inContext } from '../parts.ts'
import { chooseDistrict, districtCode, say, withParts } from './world.ts'

interface Options {
  username: string
  name: string
  role: string
  district?: string
}

const usernameRule = {
  zh: '小写字母开头，3 至 32 个小写字母、数字、点、横线',
  en: '3 to 32 small letters, digits, dots and dashes, a letter first',
}

function username(text: string): string {
  if (!Username.safeParse(text).success) throw new InvalidArgumentError(`${usernameRule.zh} ${usernameRule.en}`)
  return text
}

export const userCommand = new Command('user').description('账号 accounts')

userCommand
  .command('create')
  .description('开设账号，打印初始口令 open an account and print its first password')
  .requiredOption(
    '--username <name>',
    `用户名（${usernameRule.zh}） a name to sign in by: ${usernameRule.en}`,
    username,
  )
  .requiredOption('--name <name>', '姓名 the name of the person')
  .addOption(new Option('--role <role>', '角色 the role').choices(roleKeys).makeOptionMandatory())
  .option('--district <code>', '辖区代码（只有一个辖区时可省略） the district, where there are several', districtCode)
  .addHelpText(
    'after',
    `\n角色 Roles:\n${roleKeys.map((key) => `  ${key.padEnd(21)}${roles[key].zh} ${roles[key].en}`).join('\n')}`,
  )
  .action((options: Options) =>
    withParts(async (parts) => {
      const district = await chooseDistrict(parts, options.district)
      const password = await inContext(parts, { district, name: 'user' }, (context) => createUser(context, options))
      process.stdout.write(`${password}\n`)
      say(`已开设 ${options.username}，首次登录须修改口令 opened; the password must be changed at the first sign-in`)
    }),
  )
