/** Files by content: the bytes lie under their SHA-256, once however often they come; rows remember who brought them. */
import type { Context } from '../context.ts'

export interface FileStore {
  /** Keeps what a stream brings; durable when it returns. */
  put(bytes: AsyncIterable<Uint8Array> | NodeJS.ReadableStream): Promise<{ sha256: string; bytes: number }>
  /** The path of a copy on this machine, to be read soon and never written. Throws FileLost. */
  local(sha256: string): Promise<string>
  /** Removes what a crash left half received, and copies that nobody reads any more. */
  sweep(): Promise<void>
}

/** A file that a row names is not where its bytes should lie: lost, damaged, or restored without them. */
export class FileLost extends Error {
  constructor(sha256: string, where: string, options?: ErrorOptions) {
    super(`文件丢失或损坏，请从备份恢复 a kept file is lost or damaged, restore it from a backup: ${where}`, options)
    this.name = 'FileLost'
    this.sha256 = sha256
  }
  readonly sha256: string
}

export interface FileRow {
  id: string
  sha256: string
  name: string
  mediaType: string
  bytes: number
}

/** Remembers who brought which file. */
export async function rememberFile(context: Context, file: Omit<FileRow, 'id'>): Promise<string> {
  const { id } = await context.tx
    .insertInto('platform.file')
    .values({ district: context.district, ...file, account: context.actor.account || null, at: context.at.instant })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const file = ({ tx, district }: Pick<Context, 'tx' | 'district'>, id: string) =>
  tx
    .selectFrom('platform.file')
    .select(['id', 'sha256', 'name', 'mediaType', 'bytes'])
    .where('district', '=', district)
    .where('id', '=', id)

export const findFile = (context: Pick<Context, 'tx' | 'district'>, id: string) => file(context, id).executeTakeFirst()

/** Which of some files the actor brought, or all of them where the actor reaches the whole district; of these kinds only. */
export async function ownAmong(
  { tx, district, actor }: Context,
  ids: readonly string[],
  mediaTypes: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  let rows = tx
    .selectFrom('platform.file')
    .select('id')
    .where('district', '=', district)
    .where('id', 'in', [...ids])
    .where('mediaType', 'in', [...mediaTypes])
  if (!actor.reach.district) rows = rows.where('account', '=', actor.account)
  return new Set((await rows.execute()).map(({ id }) => id))
}

/** The file, where the actor brought it or reaches the whole district: of another's nobody hears. */
export function findOwnFile(context: Context, id: string) {
  const { reach, account } = context.actor
  const found = file(context, id)
  return (reach.district ? found : found.where('account', '=', account)).executeTakeFirst()
}
