/** A draw: what was fixed when, its digest, the seed, what was drawn, and how anyone can check it. */
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { timeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { useBodies } from '../../organisation/desk/parts/places.ts'
import type { Draw } from '../draws/contract.ts'
import { messages } from '../draws/messages.ts'
import { DrawActs } from './parts/draws/DrawActs.tsx'
import { DrawDigest } from './parts/draws/DrawDigest.tsx'
import { HowDrawn } from './parts/draws/HowDrawn.tsx'
import { Population } from './parts/draws/Population.tsx'
import { Timeline } from './parts/draws/Timeline.tsx'
import { DrawState } from './parts/draws/texts.tsx'
import { Verify } from './parts/draws/Verify.tsx'
import './parts/draws/draws.css'

export function DrawPage() {
  const words = useWords(messages)
  const id = useId()
  const draw = useQuery(api.inspections.draws.get.queryOptions({ input: { id } }))
  if (draw.data) return <Found key={id} draw={draw.data} />
  return (
    <Page title={words.desk.title} breadcrumbs={[{ label: words.desk.title, place: paths.draws() }]}>
      <Asked query={draw} grounds={words.grounds} rows={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ draw }: { draw: Draw }) {
  const { desk, page } = useWords(messages)
  const { nameOf } = useBodies()
  const { voidReason: reason, voidedBy: by, voidedAt } = draw
  return (
    <Page
      title={draw.title}
      tag={<DrawState state={draw.state} />}
      subtitle={nameOf(draw.body)}
      breadcrumbs={[{ label: desk.title, place: paths.draws() }]}
      actions={<DrawActs draw={draw} />}
    >
      {voidedAt !== null && (
        <Alert
          className="error-block"
          type="error"
          showIcon
          title={page.voided}
          description={fill(page.voidedMore, { by, at: timeText(voidedAt), reason })}
        />
      )}
      <Timeline draw={draw} />
      <div className="columns">
        <div className="span-8">
          {draw.digest !== null && <DrawDigest digest={draw.digest} />}
          <Population draw={draw} />
        </div>
        <div className="span-4">
          <Panel title={page.rules}>
            <HowDrawn draw={draw} />
          </Panel>
          {draw.digest !== null && <Verify draw={draw} digest={draw.digest} />}
        </div>
      </div>
    </Page>
  )
}
