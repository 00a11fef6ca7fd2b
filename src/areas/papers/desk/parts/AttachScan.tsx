/** Bringing the scan of a signed paper: a picture or a PDF. */
import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { troubleLine } from '../../../../desk/errors.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Paper } from '../../record-contract.ts'
import { useAfterPaper } from './after-paper.ts'

export function AttachScan({ paper }: { paper: Paper }) {
  const words = useWords(messages)
  const lang = useLang()
  const { message } = App.useApp()
  const afterPaper = useAfterPaper()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const bring = async (files: FileList | null) => {
    if (!files || files.length === 0) return
    setBusy(true)
    try {
      const scans: string[] = []
      for (const file of files) scans.push((await client.papers.bringFile({ file })).file)
      await client.papers.attach({ id: paper.id, scans })
      await afterPaper(words.part.attachDone)
    } catch (error) {
      message.error(troubleLine(error, lang, words.grounds))
    } finally {
      setBusy(false)
      if (picker.current) picker.current.value = ''
    }
  }
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={words.part.attach}
        onChange={({ target }) => void bring(target.files)}
      />
      <Button size="small" icon={<PaperClipOutlined />} loading={busy} onClick={() => picker.current?.click()}>
        {words.part.attach}
      </Button>
    </>
  )
}
