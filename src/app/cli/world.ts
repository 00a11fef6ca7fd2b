/** What every command begins with: the database of the running server, or an embedded one for as long as it takes. */
import { InvalidArgumentError } from 'commander'
import { readConfig } from '../../platform/config.ts'
import { createLog } from '../../platform/log.ts'
import { openParts, type Parts } from '../parts.ts'

/** Words for people: never mixed with the data on stdout. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Opens the database, does the work, lets go of it whatever happens. */
export async function withParts<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const parts = await openParts(config, createLog({ logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn' }))
  try {
    return await work(parts)
  } finally {
    await parts.close()
  }
}

/** The district named, or the only one there is. */
export async function chooseDistrict({ database }: Parts, named: string | undefined): Promise<string> {
  const rows = await database.db.selectFrom('organisation.district').select(['district', 'name']).execute()
  const [only] = rows
  if (!only)
    throw new Error(
      '数据库中还没有辖区，请先运行 there is no district yet, first run: npx shouwang init --district CODE --name NAME',
    )
  if (named === undefined && rows.length === 1) return only.district
  const listed = rows.map(({ district, name }) => `${district} ${name}`).join(', ')
  if (named === undefined) throw new Error(`有多个辖区，请用 --district 指定 several districts, name one: ${listed}`)
  if (!rows.some(({ district }) => district === named)) throw new Error(`没有辖区 no district ${named}: ${listed}`)
  return named
}

export function districtCode(text: string): string {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('六位数字 six digits')
  return text
}
