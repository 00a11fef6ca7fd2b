/** Preparing a draw: from which premises, how many, by whom, and where its seed will come from. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../desk/api.ts'
import { ErrorBlock } from '../../../desk/components/ErrorBlock.tsx'
import { numberText } from '../../../desk/components/numbers.ts'
import { Page } from '../../../desk/components/Page.tsx'
import { paths } from '../../../desk/paths.ts'
import { instantNow } from '../../../desk/today.ts'
import { fill, useWords } from '../../../desk/words.ts'
import { messages } from '../draws/messages.ts'
import { type DrawDraft, type Editing, emptyDraft, preparationOf, wantsOf } from './parts/draws/form/draft.ts'
import { HowMany } from './parts/draws/form/HowMany.tsx'
import { People } from './parts/draws/form/People.tsx'
import { Range } from './parts/draws/form/Range.tsx'
import { SeedSource } from './parts/draws/form/SeedSource.tsx'
import './parts/draws/draws.css'

export function DrawNew() {
  const { form: words, desk, grounds } = useWords(messages)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<DrawDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const wants = wantsOf(draft, instantNow())
  const prepare = useMutation({
    // What a filter holds goes as JSON.
    mutationFn: () => client.inspections.draws.prepare(JSON.parse(JSON.stringify(preparationOf(draft)))),
    onSuccess: async ({ id, population }) => {
      await queries.invalidateQueries({ queryKey: api.inspections.draws.key() })
      message.success(fill(words.done, { n: numberText(population) }))
      await navigate(paths.draw(id))
    },
  })
  const editing: Editing = {
    draft,
    set: (change) => setDraft((was) => ({ ...was, ...change })),
    problem: (field) => {
      const want = tried ? wants.get(field) : undefined
      return want && words[want]
    },
  }
  const submit = () => {
    setTried(true)
    if (wants.size === 0) prepare.mutate()
  }
  return (
    <Page title={words.title} subtitle={words.subtitle} breadcrumbs={[{ label: desk.title, place: paths.draws() }]}>
      <Form layout="vertical" className="draw-form" onFinish={submit}>
        <div className="columns">
          <div className="span-7">
            <Range editing={editing} />
            <HowMany editing={editing} />
          </div>
          <div className="span-5">
            <SeedSource editing={editing} />
            <People editing={editing} />
          </div>
        </div>
        {prepare.error && <ErrorBlock error={prepare.error} grounds={grounds} />}
        <div className="form-foot">
          <span aria-live="polite">{tried && wants.size > 0 ? fill(words.missing, { n: wants.size }) : ''}</span>
          <div>
            <Button onClick={() => void navigate(paths.draws())}>{words.cancel}</Button>
            <Button type="primary" htmlType="submit" loading={prepare.isPending}>
              {words.submit}
            </Button>
          </div>
        </div>
      </Form>
    </Page>
  )
}
