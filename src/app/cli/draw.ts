/** `shouwang draw verify FILE`: recomputes a draw from its package, without a database. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { messages } from '../../areas/inspections/draws/messages.ts'
import { type Verdict, verify } from '../../areas/inspections/draws/verify.ts'
import { fill } from '../../kernel/words.ts'
import { say } from './world.ts'

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function digest(text: string): string {
  const found = text.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(found)) throw new InvalidArgumentError('64 位十六进制数 64 hexadecimal digits')
  return found
}

async function textOf(path: string): Promise<string> {
  try {
    // Bytes that are no UTF-8 would be made alike before they are compared.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`不是 UTF-8 文本 is no UTF-8 text: ${path}`)
    throw new Error(`没有这个文件，或不能读取 no such file, or it cannot be read: ${path}`)
  }
}

function report({ population, drawn, differences }: Verdict): void {
  for (const { kind, where, said, found } of differences) {
    const words = (['zh', 'en'] as const).map((lang) => fill(messages[lang].differences[kind], { where }))
    say(`${words.join(' ')}${kind === 'not-canonical' || where === '' ? '' : ` · ${where}`}`)
    if (said !== '') say(`  数据包 package:    ${said}`)
    if (found !== '') say(`  重算   recomputed: ${found}`)
  }
  if (differences.length > 0) return
  if (drawn === null) say(`摘要一致，还没有抽取（${population} 个对象） the digest fits, nothing was drawn yet`)
  else say(`全部一致（${population} 个对象中抽取 ${drawn} 个） all of it fits: ${drawn} drawn of ${population}`)
}

export const drawCommand = new Command('draw').description('双随机抽取 draws of objects and inspectors')

drawCommand
  .command('verify')
  .description(
    '重算数据包的摘要、抽中对象和检查人员，指出不同之处；不需要数据库 recompute digest, objects and inspectors of a package and name what differs; needs no database',
  )
  .argument('<file>', '数据包 the package')
  .option('--digest <hex>', '事先公布的摘要 the digest that was published before the draw', digest)
  .action(async (file: string, options: { digest?: string }) => {
    const verdict = verify(await textOf(file), hash, options.digest)
    process.stdout.write(`${JSON.stringify({ fits: verdict.differences.length === 0, ...verdict })}\n`)
    report(verdict)
    if (verdict.differences.length > 0) process.exitCode = 1
  })
