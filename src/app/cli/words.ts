/** What the command line itself says, in Chinese and in English: titles of the help, and what was typed wrongly. */
import type { Command } from 'commander'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
}

/** Commander's own sentences, of which it has no other language. */
const errors: readonly (readonly [english: RegExp, words: string])[] = [
  [/^error: unknown command '(.*?)'/, '没有这个命令 no such command: $1'],
  [/^error: unknown option '(.*?)'/, '没有这个选项 no such option: $1'],
  [/^error: required option '(.*?)' not specified/, '缺少选项 an option is missing: $1'],
  [/^error: missing required argument '(.*?)'/, '缺少参数 an argument is missing: $1'],
  [/^error: option '(.*?)' argument missing/, '选项缺少值 an option has no value: $1'],
  [
    /^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*?)\.$/m,
    '选项值无效 an option has a wrong value: $1 “$2”；可选 choose one of: $3',
  ],
  [
    /^error: option '(.*?)' argument '(.*?)' is invalid\. /,
    '选项值无效 an option has a wrong value: $1 “$2”；应为 it should be: ',
  ],
  [/^error: too many arguments.*/, '参数过多 too many arguments'],
  [/^\(Did you mean (.*?)\?\)/m, '是否应为 did you mean: $1'],
]

const inWords = (text: string): string =>
  errors.reduce((words, [english, replacement]) => words.replace(english, replacement), text)

/** Gives a command and all below it the same voice. */
export function inBothLanguages(command: Command): Command {
  command
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(inWords(text)) })
    .helpOption('-h, --help', '显示帮助 show this help')
    .showHelpAfterError('加上 --help 查看用法 add --help for how it is used')
  if (command.commands.length > 0)
    command.helpCommand('help [command]', '显示某个命令的帮助 show the help of a command')
  command.commands.forEach(inBothLanguages)
  return command
}
