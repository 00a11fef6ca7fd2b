/** The buttons of a paper: to have it on paper, and what its own body may do about it. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../../../desk/api.ts'
import { DownloadButton } from '../../../../desk/components/DownloadButton.tsx'
import { ReasonModal } from '../../../../desk/components/ReasonModal.tsx'
import { useMay, useMe } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import type { Paper } from '../../record-contract.ts'
import { AttachScan } from './AttachScan.tsx'
import { useAfterPaper } from './after-paper.ts'
import { ServePaper } from './ServePaper.tsx'
import { isServed } from './served-forms.ts'

export function PaperActs({ paper }: { paper: Paper }) {
  const words = useWords(messages)
  const may = useMay()
  const { body } = useMe()
  const afterPaper = useAfterPaper()
  const [chosen, setChosen] = useState<'serve' | 'void'>()
  const { id, no, title, form, state, served } = paper
  const acts = may('papers.issue') && body.id === paper.body && state === 'issued'
  const close = () => setChosen(undefined)
  return (
    <span className="paper-acts">
      <DownloadButton
        path={`/api/papers/${id}/document`}
        fileName={`${title} ${no}.docx`}
        grounds={words.grounds}
        button={{ size: 'small' }}
      >
        {words.part.word}
      </DownloadButton>
      <Button
        size="small"
        icon={<PrinterOutlined />}
        href={`/api/papers/${id}/document?format=html`}
        target="_blank"
        rel="noreferrer"
      >
        {words.part.print}
      </Button>
      {acts && !served && isServed(form) && (
        <Button size="small" type="primary" ghost onClick={() => setChosen('serve')}>
          {words.part.serve}
        </Button>
      )}
      {acts && <AttachScan paper={paper} />}
      {acts && (
        <Button size="small" danger onClick={() => setChosen('void')}>
          {words.part.void}
        </Button>
      )}
      {chosen === 'serve' && <ServePaper paper={paper} onClose={close} />}
      {chosen === 'void' && (
        <ReasonModal
          open
          danger
          title={fill(words.part.voidTitle, { no })}
          explain={words.part.voidMore}
          okText={words.part.void}
          grounds={words.grounds}
          onClose={close}
          onConfirm={async (reason) => {
            await client.papers.void({ id, version: paper.version, reason })
            await afterPaper(words.part.voidDone)
          }}
        />
      )}
    </span>
  )
}

/** The signed copies, each to be opened. */
export function Scans({ paper: { scans } }: { paper: Paper }) {
  const words = useWords(messages)
  if (scans.length === 0) return null
  return (
    <span className="paper-acts">
      {scans.map((file, at) => (
        <a key={file} href={`/api/papers/files/${file}`} target="_blank" rel="noreferrer">
          {fill(words.part.scan, { n: at + 1 })}
        </a>
      ))}
    </span>
  )
}
