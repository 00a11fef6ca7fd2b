/** The acts on a whole draw: publish, enter the seed, declare void. */
import { App, Button, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { client } from '../../../../../desk/api.ts'
import { ReasonModal } from '../../../../../desk/components/ReasonModal.tsx'
import { timeText } from '../../../../../desk/components/TimeText.tsx'
import { troubleLine } from '../../../../../desk/errors.ts'
import { tryActOf, useRefusalText } from '../../../../../desk/refusal.ts'
import { useMay, useMe } from '../../../../../desk/session.ts'
import { instantNow } from '../../../../../desk/today.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import type { Draw } from '../../../draws/contract.ts'
import { drawActs } from '../../../draws/lifecycle.ts'
import { messages } from '../../../draws/messages.ts'
import { useAfterDraw } from './after-draw.ts'
import { SeedEntry } from './SeedEntry.tsx'

export function DrawActs({ draw }: { draw: Draw }) {
  const words = useWords(messages).page
  const may = useMay()
  const [open, setOpen] = useState<'draw' | 'void'>()
  if (!may('inspections.draw') || draw.state === 'voided') return null
  return (
    <>
      <Button danger onClick={() => setOpen('void')}>
        {words.void}
      </Button>
      {draw.state === 'prepared' && <Publish draw={draw} />}
      {draw.state === 'published' && <EnterSeed draw={draw} onOpen={() => setOpen('draw')} />}
      {open === 'draw' && <SeedEntry draw={draw} onClose={() => setOpen(undefined)} />}
      {open === 'void' && <Void draw={draw} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Publish({ draw }: { draw: Draw }) {
  const { page: words, grounds } = useWords(messages)
  const { name: by } = useMe()
  const lang = useLang()
  const { modal, message } = App.useApp()
  const afterDraw = useAfterDraw()
  const refusal = useRefusalText(grounds)(tryActOf(drawActs, 'publish', draw, { by }))
  const { id, version } = draw
  const publish = async () => {
    try {
      await client.inspections.draws.publish({ id, version })
      await afterDraw(words.done.publish)
    } catch (error) {
      message.error(troubleLine(error, lang, grounds), 8)
    }
  }
  const ask = () =>
    modal.confirm({ title: words.publishTitle, content: words.publishAsk, okText: words.publish, onOk: publish })
  return (
    <Tooltip title={refusal}>
      <Button type="primary" disabled={refusal !== undefined} onClick={ask}>
        {words.publish}
      </Button>
    </Tooltip>
  )
}

/** Opens by itself when the announced moment comes. */
function EnterSeed({ draw, onOpen }: { draw: Draw; onOpen: () => void }) {
  const words = useWords(messages).page
  const { at } = draw.source
  const [now, setNow] = useState(instantNow)
  const waits = now < at
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => setNow(instantNow()), 1000)
    return () => clearInterval(timer)
  }, [waits])
  return (
    <>
      {waits && <span className="quiet draw-wait">{fill(words.waitSeed, { at: timeText(at) })}</span>}
      <Button type="primary" disabled={waits} onClick={onOpen}>
        {words.enterSeed}
      </Button>
    </>
  )
}

function Void({ draw: { id, version }, onClose }: { draw: Draw; onClose: () => void }) {
  const { page: words, grounds } = useWords(messages)
  const afterDraw = useAfterDraw()
  return (
    <ReasonModal
      open
      danger
      title={words.voidTitle}
      explain={words.voidMore}
      okText={words.void}
      grounds={grounds}
      onClose={onClose}
      onConfirm={async (reason) => {
        await client.inspections.draws.void({ id, version, reason })
        await afterDraw(words.done.void)
      }}
    />
  )
}
