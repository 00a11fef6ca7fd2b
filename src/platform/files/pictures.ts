/** Photos and scans: kept by content, told by their bytes and not by their names, shown as nothing but pictures. */
import { openAsBlob } from 'node:fs'
import { RuleViolation } from '../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../context.ts'
import { type FileStore, findFile, ownAmong, rememberFile } from './files.ts'
import { imageKindOf, pictureTypes } from './picture-kinds.ts'

const bytesAtMost = 20 * 1024 * 1024

/** Keeps a photo or a scan. Throws RuleViolation 'file-too-large' or 'not-a-picture'. */
export async function bringPicture(context: Context, files: FileStore, file: File): Promise<{ file: string }> {
  if (file.size > bytesAtMost) throw new RuleViolation('file-too-large', { megabytes: bytesAtMost / 1024 / 1024 })
  const kind = imageKindOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (!kind) throw new RuleViolation('not-a-picture', {})
  const kept = await files.put(file.stream())
  return { file: await rememberFile(context, { ...kept, name: file.name, mediaType: kind }) }
}

/** Which of these pictures the actor brought: an id alone opens nothing, and puts nothing on a record. */
export const ownPictures = (context: Context, ids: readonly string[]): Promise<Set<string>> =>
  ownAmong(context, ids, pictureTypes)

/** The answer that shows a picture. `seen`: some record of the actor's reach shows it. Throws NotFound. */
export async function showPicture(
  context: Context,
  files: FileStore,
  id: string,
  seen: (context: Context, id: string) => Promise<boolean>,
) {
  const shown = (await ownPictures(context, [id])).has(id) || (await seen(context, id))
  const file = shown ? await findFile(context, id) : undefined
  if (!file || !pictureTypes.includes(file.mediaType)) throw new NotFound('file')
  const body = new File([await openAsBlob(await files.local(file.sha256))], file.name, { type: file.mediaType })
  const headers = {
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  }
  return { headers, body }
}
