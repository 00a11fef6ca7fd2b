/** Bringing pictures: from the camera on a phone, from a file anywhere. */
import { CameraOutlined, PaperClipOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { troubleLine } from '../../../../../desk/errors.ts'
import { useNarrow } from '../../../../../desk/narrow.ts'
import { useLang, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { bringPhoto, fileHref } from '../photos.ts'

interface PhotoButtonsProps {
  /** One picture or PDF of a paper instead of several photos. */
  readonly scan?: boolean
  /** The scan that is there. */
  readonly has?: string | null
  readonly onBrought: (files: string[]) => void
  readonly onTakeAway?: () => void
}

export function PhotoButtons({ scan = false, has = null, onBrought, onTakeAway }: PhotoButtonsProps) {
  const words = useWords(messages)
  const { form: w } = words
  const lang = useLang()
  const narrow = useNarrow()
  const { message } = App.useApp()
  const camera = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const bring = async (files: FileList | null) => {
    setBusy(true)
    const brought: string[] = []
    try {
      for (const file of files ?? []) brought.push(await bringPhoto(file))
    } catch (error) {
      message.error(troubleLine(error, lang, words.grounds))
    } finally {
      setBusy(false)
      if (brought.length > 0) onBrought(brought)
    }
  }
  const input = { type: 'file', hidden: true, tabIndex: -1 } as const
  return (
    <span className="photo-buttons">
      <input
        {...input}
        ref={camera}
        accept="image/*"
        capture="environment"
        aria-label={w.camera}
        onChange={({ target }) => void bring(target.files)}
      />
      <input
        {...input}
        ref={picker}
        accept={scan ? 'image/jpeg,image/png,image/webp,application/pdf' : 'image/jpeg,image/png,image/webp'}
        multiple={!scan}
        aria-label={scan ? w.scanFile : w.photoFile}
        onChange={({ target }) => void bring(target.files)}
      />
      {narrow && (
        <Button size="small" icon={<CameraOutlined />} loading={busy} onClick={() => camera.current?.click()}>
          {w.camera}
        </Button>
      )}
      {has ? (
        <>
          <a href={fileHref(has)} target="_blank" rel="noreferrer">
            {words.page.openScan}
          </a>
          <Button size="small" type="text" onClick={onTakeAway}>
            {w.takeScanAway}
          </Button>
        </>
      ) : (
        <Button size="small" icon={<PaperClipOutlined />} loading={busy} onClick={() => picker.current?.click()}>
          {scan ? w.scanFile : w.photoFile}
        </Button>
      )}
    </span>
  )
}
