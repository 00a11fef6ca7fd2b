/** The hazards of the place that stand: seen again, put right or not. */
import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { api } from '../../../../../desk/api.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useMe } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { NextLine } from '../../../../hazards/desk/parts/HazardMarks.tsx'
import { messages } from '../../../visits/messages.ts'
import { type Change, type Draft, rechecked } from './draft.ts'
import { PictureField } from './PictureField.tsx'

export function Rechecks({ draft, change }: { draft: Draft; change: Change }) {
  const words = useWords(messages)
  const { body } = useMe()
  const open = useQuery(
    api.hazards.list.queryOptions({
      input: {
        premises: [draft.premises],
        state: ['ordered', 'uncorrected'],
        body: [body.id],
        sort: 'due',
        limit: 100,
      },
    }),
  )
  const hazards = open.data?.items ?? []
  if (hazards.length === 0) return null
  return (
    <Panel title={words.form.rechecks}>
      {hazards.map((hazard) => {
        const seen = draft.rechecks.find((one) => one.hazard === hazard.id)
        const set = (value: 'yes' | 'no' | 'none') =>
          change((was) => ({
            rechecks: rechecked(was.rechecks, hazard.id, value === 'none' ? null : { corrected: value === 'yes' }),
          }))
        return (
          <section key={hazard.id} className="visit-item" aria-label={hazard.words}>
            <div>
              {hazard.words} {hazard.spot && <span className="quiet">{hazard.spot}</span>}
              <div className="quiet">
                <NextLine {...hazard} />
              </div>
            </div>
            <Radio.Group
              aria-label={hazard.words}
              value={seen ? (seen.corrected ? 'yes' : 'no') : 'none'}
              onChange={({ target }) => set(target.value as 'yes' | 'no' | 'none')}
            >
              <Radio.Button value="none">{words.form.notSeen}</Radio.Button>
              <Radio.Button value="yes">{words.form.corrected}</Radio.Button>
              <Radio.Button value="no">{words.form.uncorrected}</Radio.Button>
            </Radio.Group>
            {seen && (
              <PictureField
                name={hazard.words}
                files={seen.photos}
                onChange={(photos) => change((was) => ({ rechecks: rechecked(was.rechecks, hazard.id, { photos }) }))}
              />
            )}
          </section>
        )
      })}
    </Panel>
  )
}
