/** Uploaded files: streamed to disk as they come, handed to the handler as a File that reads from there. */
import { createWriteStream, openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { temporaryFolder } from '../temporary.ts'

/** What a form needs beside its file: the other fields and the lines between them. */
const besideFile = 1_048_576

/** More than an upload may have; the answer names the limit, so that one knows how to part the file. */
export class TooLarge extends Error {
  readonly statusCode = 413
  readonly code = 'file-too-large'
  readonly limitMb: number
  constructor(limit: number) {
    super('file-too-large')
    this.name = 'TooLarge'
    this.limitMb = Math.floor(limit / 1_048_576)
  }
}

/** A form that is none, or that broke off on its way. */
class BrokenForm extends Error {
  readonly statusCode = 400
  readonly code = 'form-broken'
}

/** What the parser of forms and a sender who hangs up throw; faults of the disk have codes of their own. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && (!('code' in error) || error.code === 'ERR_STREAM_PREMATURE_CLOSE')

/**
 * Lets the instance accept multipart forms with one file of at most `limit` bytes. Never holds a file in memory. Nothing
 * is received from whom `knows` does not know: strangers shall not fill the disk.
 */
export async function acceptUploads(
  app: FastifyInstance,
  limit: number,
  knows: (request: FastifyRequest) => Promise<boolean>,
): Promise<void> {
  await app.register(multipart, { limits: { fileSize: limit, files: 1, fields: 20, fieldSize: 100_000 } })
  const folders = new WeakMap<FastifyRequest, string>()

  app.addHook('preHandler', async (request, reply) => {
    if (!request.isMultipart()) return
    if (!(await knows(request)))
      return reply.status(401).send({ defined: false, code: 'UNAUTHORIZED', status: 401, message: 'Unauthorized' })
    // What says so itself need not be received first.
    if (Number(request.headers['content-length'] ?? 0) > limit + besideFile) throw new TooLarge(limit)
    const folder = await temporaryFolder('upload')
    folders.set(request, folder)
    request.body = await received(request, join(folder, 'file'), limit).catch((error: unknown) => {
      throw isBroken(error) ? new BrokenForm('form-broken', { cause: error }) : error
    })
  })
  app.addHook('onResponse', async (request) => {
    const folder = folders.get(request)
    if (folder) await rm(folder, { recursive: true, force: true })
  })
}

/** The form, with its file on the disk. */
async function received(request: FastifyRequest, path: string, limit: number): Promise<FormData> {
  const form = new FormData()
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      form.append(part.fieldname, String(part.value))
      continue
    }
    await pipeline(part.file, createWriteStream(path))
    if (part.file.truncated) throw new TooLarge(limit)
    form.append(part.fieldname, new File([await openAsBlob(path)], part.filename, { type: part.mimetype }))
  }
  return form
}
