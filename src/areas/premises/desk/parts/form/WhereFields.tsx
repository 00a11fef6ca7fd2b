/** Where a record lies: address, a point on the map, and the ground that follows from it. */
import { Button } from 'antd'
import { useMemo } from 'react'
import { MapView } from '../../../../../desk/components/MapView.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useMe } from '../../../../../desk/session.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { inPolygon } from '../../../../../kernel/geo.ts'
import { CommunitySelect } from '../../../../organisation/desk/parts/PlaceSelect.tsx'
import { useShapes } from '../../../../organisation/desk/parts/places.ts'
import { relations } from '../../../checks.ts'
import { messages } from '../../../messages.ts'
import type { Form as RecordForm } from '../../../record-contract.ts'
import { relationFields } from '../names.ts'
import { PremisesSelect } from '../PremisesSelect.tsx'
import { type Editing, Framed, NumberField, TextField } from './FactField.tsx'

export function WhereFields({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { facts, set } = editing
  const { body } = useMe()
  const own = body.kind === 'station' ? body.id : undefined
  const { lng, lat } = facts
  const stations = useShapes('station')
  const communities = useShapes('community', lng !== null)
  const areas = useMemo(() => stations.map(({ id, name, polygon }) => ({ id, name, polygon })), [stations])
  const pin = useMemo(() => (lng !== null && lat !== null ? ([lng, lat] as const) : null), [lng, lat])
  const station = pin ? stations.find(({ polygon }) => inPolygon(pin, polygon)) : undefined
  const community = pin ? communities.find(({ polygon }) => inPolygon(pin, polygon)) : undefined
  const focus = facts.station ?? station?.id ?? own
  // What was worked out from the old place is worked out anew from the new one.
  const put = (at: readonly [number, number] | null) =>
    set({
      lng: at ? at[0] : null,
      lat: at ? at[1] : null,
      ...(at ? { community: null, grid: null, station: null } : {}),
    })
  return (
    <Panel title={words.page.where}>
      <div className="columns">
        <div className="span-7">
          <div className="form-grid">
            <TextField field="address" editing={editing} wide placeholder={words.form.addressHint} />
            <Framed field="community" editing={editing} extra={words.form.fromPlace}>
              <CommunitySelect
                id="fact-community"
                value={facts.community}
                placeholder={community?.name ?? words.unknown}
                onChange={(chosen) => set({ community: chosen, grid: null })}
              />
            </Framed>
            <NumberField field="lng" editing={editing} />
            <NumberField field="lat" editing={editing} />
          </div>
          <p className="quiet" aria-live="polite">
            {pin &&
              (community || station
                ? fill(words.form.liesIn, { place: [station?.name, community?.name].filter(Boolean).join(' · ') })
                : words.form.liesNowhere)}
          </p>
          {own && station && station.id !== own && <p className="tone-bad">{words.grounds['not-own-ground']}</p>}
          <RelationFields editing={editing} />
        </div>
        <div className="span-5">
          <p className="quiet">
            {words.form.pinHint}{' '}
            {pin && (
              <Button type="link" size="small" onClick={() => put(null)}>
                {words.form.clearPin}
              </Button>
            )}
          </p>
          <MapView
            title={words.form.pin}
            areas={areas}
            pin={pin}
            focusArea={focus}
            selectedArea={focus}
            onPin={put}
            height={300}
          />
        </div>
      </div>
    </Panel>
  )
}

function RelationFields({ editing }: { editing: Editing }) {
  const { facts, set } = editing
  const own = relationFields.filter((relation) =>
    (relations[relation].of as readonly RecordForm[]).includes(facts.form),
  )
  return (
    <div className="form-grid">
      {own.map((relation) => (
        <Framed key={relation} field={relation} editing={editing}>
          <PremisesSelect
            id={`fact-${relation}`}
            form={relations[relation].to}
            value={facts[relation]}
            onChange={(id) => set({ [relation]: id })}
          />
        </Framed>
      ))}
    </div>
  )
}
