/** The fixed texts of each form: those in force, the draft, and how the form looks with them. */
import { useQuery } from '@tanstack/react-query'
import { Menu, Select } from 'antd'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { useCodes } from '../../../desk/codes.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useNarrow } from '../../../desk/narrow.ts'
import { paths } from '../../../desk/paths.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { useWords } from '../../../desk/words.ts'
import { messages } from '../messages.ts'
import { FormKey, formKeys } from '../record-contract.ts'
import { Editions } from './parts/Editions.tsx'
import { TemplateEditor } from './parts/TemplateEditor.tsx'
import './parts/papers.css'

const Search = z.object({ form: FormKey.default('orderByTerm') })

export function TemplateDesk() {
  const words = useWords(messages)
  const { nameOf } = useCodes('paper-form')
  const { values, change } = useSearchState(Search)
  const { form } = values
  const narrow = useNarrow()
  const choices = formKeys.map((key) => ({ key, label: nameOf(key) }))
  const templates = useQuery(api.papers.templates.list.queryOptions({ input: { form } }))
  return (
    <Page
      title={words.templates.title}
      subtitle={words.templates.subtitle}
      breadcrumbs={[{ label: words.title, place: paths.papers() }]}
    >
      <div className="columns">
        <div className="span-3">
          {narrow ? (
            <Select
              className="template-form"
              aria-label={words.templates.form}
              value={form}
              options={choices.map(({ key, label }) => ({ value: key, label }))}
              onChange={(key) => change({ form: key })}
            />
          ) : (
            <Panel flush>
              <Menu
                className="code-menu"
                aria-label={words.templates.form}
                selectedKeys={[form]}
                onClick={({ key }) => change({ form: key })}
                items={choices}
              />
            </Panel>
          )}
        </div>
        <div className="span-9">
          <Asked query={templates} grounds={words.grounds}>
            {({ items }) => (
              <>
                <TemplateEditor
                  key={`${form} ${items[0]?.edition} ${items[0]?.version}`}
                  form={form}
                  templates={items}
                />
                <Editions templates={items} />
              </>
            )}
          </Asked>
        </div>
      </div>
    </Page>
  )
}
