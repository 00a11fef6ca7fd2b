/** Fetches a file from the API and saves it: shows how far it is, and an error in words instead of a broken file. */
import { DownloadOutlined } from '@ant-design/icons'
import { ORPCError } from '@orpc/client'
import { App, Button, type ButtonProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { ownFetch, ownHeaders } from '../api.ts'
import { type Grounds, troubleLine } from '../errors.ts'
import { messages } from '../messages.ts'
import { type SearchValue, stringifySearch } from '../search-params.ts'
import { fill, useLang, useMarks, useWords } from '../words.ts'
import { bytesText } from './numbers.ts'

export interface DownloadButtonProps {
  /** The API's path: '/api/incidents/export'. */
  readonly path: string
  readonly search?: Readonly<Record<string, SearchValue>>
  /** Used where the server names none. */
  readonly fileName: string
  readonly grounds?: Grounds
  readonly button?: Pick<ButtonProps, 'type' | 'size' | 'disabled'>
  readonly children: ReactNode
}

export function DownloadButton({
  path,
  search = {},
  fileName,
  grounds = {},
  button = {},
  children,
}: DownloadButtonProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { named } = useMarks()
  const { message } = App.useApp()
  const [got, setGot] = useState<number>()
  const start = async () => {
    setGot(0)
    try {
      const { blob, name } = await download(path + stringifySearch(search), setGot)
      saveAs(blob, name ?? fileName)
    } catch (error) {
      message.error(named(words.download.failed, troubleLine(error, lang, grounds)), 8)
    } finally {
      setGot(undefined)
    }
  }
  return (
    <Button icon={<DownloadOutlined />} {...button} loading={got !== undefined} onClick={() => void start()}>
      {got ? fill(words.download.progress, { size: bytesText(got) }) : children}
    </Button>
  )
}

async function download(
  url: string,
  onProgress: (bytes: number) => void,
): Promise<{ blob: Blob; name: string | undefined }> {
  const response = await ownFetch(url, { headers: ownHeaders })
  if (!response.ok) {
    const body: { message?: string; data?: unknown } = await response.json().catch(() => ({}))
    throw new ORPCError('DOWNLOAD', {
      status: Math.max(400, response.status),
      message: body.message ?? '',
      data: body.data,
    })
  }
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body?.getReader()
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    chunks.push(step.value)
    bytes += step.value.length
    onProgress(bytes)
  }
  return { blob: new Blob(chunks, { type: response.headers.get('content-type') ?? '' }), name: nameIn(response) }
}

/** RFC 6266: the encoded name first, it is the one with Chinese in it. */
function nameIn(response: Response): string | undefined {
  const header = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(header)?.[1]
}

function saveAs(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
