/** Bringing pictures of a visit: from the camera on a phone, from a file anywhere. */
import { CameraOutlined, DeleteOutlined } from '@ant-design/icons'
import { App, Button, Image } from 'antd'
import { useRef, useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { troubleLine } from '../../../../../desk/errors.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import { pictureHref } from '../../../../hazards/desk/parts/pictures.tsx'
import { messages } from '../../../visits/messages.ts'

interface PictureFieldProps {
  /** What they show, for those who do not see them. */
  readonly name: string
  readonly files: readonly string[]
  readonly onChange: (files: string[]) => void
}

export function PictureField({ name, files, onChange }: PictureFieldProps) {
  const words = useWords(messages)
  const lang = useLang()
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const bring = async (chosen: FileList | null) => {
    setBusy(true)
    const brought: string[] = []
    try {
      for (const file of chosen ?? []) brought.push((await client.inspections.visits.bringFile({ file })).file)
    } catch (error) {
      message.error(troubleLine(error, lang, words.grounds))
    } finally {
      setBusy(false)
      if (brought.length > 0) onChange([...files, ...brought])
    }
  }
  return (
    <span className="photo-buttons">
      {files.map((file, at) => (
        <span key={file}>
          <Image src={pictureHref(file)} alt={name} width={64} height={48} />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={fill(words.form.removePhoto, { name, n: at + 1 })}
            onClick={() => onChange(files.filter((one) => one !== file))}
          />
        </span>
      ))}
      <input
        type="file"
        hidden
        multiple
        tabIndex={-1}
        ref={picker}
        accept="image/jpeg,image/png,image/webp"
        aria-label={`${name} ${words.form.photo}`}
        onChange={({ target }) => void bring(target.files)}
      />
      <Button size="small" icon={<CameraOutlined />} loading={busy} onClick={() => picker.current?.click()}>
        {words.form.photo}
      </Button>
    </span>
  )
}
