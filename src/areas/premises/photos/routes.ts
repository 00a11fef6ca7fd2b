/** Photos and scans of papers: kept by content, shown to whoever may see a record that has them. */
import { openAsBlob } from 'node:fs'
import { RuleViolation } from '../../../kernel/lifecycle.ts'
import { type Context, NotFound } from '../../../platform/context.ts'
import { type FileStore, findFile, ownAmong, rememberFile } from '../../../platform/files/files.ts'
import * as store from '../store.ts'
import { imageKindOf, pictureTypes } from './kinds.ts'

const bytesAtMost = 20 * 1024 * 1024

/** Keeps a photo or a scan. What it is is told by its bytes, not by its name. */
export async function bring(context: Context, files: FileStore, file: File): Promise<{ file: string }> {
  if (file.size > bytesAtMost) throw new RuleViolation('file-too-large', { megabytes: bytesAtMost / 1024 / 1024 })
  const kind = imageKindOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (!kind) throw new RuleViolation('not-a-picture', {})
  const kept = await files.put(file.stream())
  return { file: await rememberFile(context, { ...kept, name: file.name, mediaType: kind }) }
}

/** The picture, where the actor brought it or may see a record that shows it. */
export async function show(context: Context, files: FileStore, id: string) {
  const shown = (await ownAmong(context, [id], pictureTypes)).has(id) || (await store.showsFile(context, id))
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
