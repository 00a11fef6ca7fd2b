/** The facts of an incident as a form, in groups; what only a fire has is asked only of a fire. */
import { Button, Form } from 'antd'
import { useMemo } from 'react'
import { useCodes } from '../../../../desk/codes.ts'
import { MapView } from '../../../../desk/components/MapView.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useMay } from '../../../../desk/session.ts'
import { today } from '../../../../desk/today.ts'
import { useWords } from '../../../../desk/words.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import { CommunitySelect, StationSelect } from '../../../organisation/desk/parts/PlaceSelect.tsx'
import { useShapes } from '../../../organisation/desk/parts/places.ts'
import { type Incident, incidentKindKeys } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { ClassNow } from './ClassNow.tsx'
import { ChoiceField, type Editing, Framed, NumberField, TextField } from './FactField.tsx'
import { LostFacts } from './LostFacts.tsx'
import { TimeField, timeFields } from './TimeField.tsx'

interface FactsFormProps {
  readonly editing: Editing
  /** The record that is corrected; none where one is entered. */
  readonly base: Incident | null
}

export function FactsForm({ editing, base }: FactsFormProps) {
  const words = useWords(messages)
  const may = useMay()
  const { nameOf: kindName } = useCodes('incident-kind')
  const { facts } = editing
  const choices = (table: Readonly<Record<string, string>>) =>
    Object.entries(table).map(([value, label]) => ({ value, label }))
  return (
    <Form layout="vertical" component="div">
      <Panel title={words.page.basics}>
        <div className="form-grid">
          <TextField field="incidentNo" editing={editing} required disabled={base !== null} />
          <ChoiceField
            field="kind"
            editing={editing}
            required
            clearable={false}
            options={incidentKindKeys.map((value) => ({ value, label: kindName(value) }))}
          />
          <ChoiceField
            field="source"
            editing={editing}
            required
            clearable={false}
            options={choices(words.sources).filter(
              ({ value }) => value === facts.source || value === 'local' || may('incidents.import'),
            )}
          />
        </div>
        <LostFacts editing={editing} />
      </Panel>
      <Panel title={words.page.times} extra={<span className="quiet">{words.form.timeMore}</span>}>
        <div className="form-grid">
          {timeFields.map((field) => (
            <TimeField key={field} field={field} editing={editing} required={field === 'receivedAt'} />
          ))}
        </div>
      </Panel>
      <WhereFields editing={editing} />
      {facts.kind === 'fire' && <FireFields editing={editing} base={base} />}
      <Panel title={words.page.force} extra={<span className="quiet">{words.form.unknownHint}</span>}>
        <div className="form-grid">
          {(['vehicles', 'personnel', 'rescued', 'evacuated', 'savedFen'] as const).map((field) => (
            <NumberField key={field} field={field} editing={editing} />
          ))}
        </div>
      </Panel>
    </Form>
  )
}

function WhereFields({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { facts, set } = editing
  const shapes = useShapes('station')
  const areas = useMemo(() => shapes.map(({ id, name, polygon }) => ({ id, name, polygon })), [shapes])
  const { lng, lat } = facts
  const pin = useMemo(() => (lng !== null && lat !== null ? ([lng, lat] as const) : null), [lng, lat])
  return (
    <Panel title={words.page.where}>
      <div className="columns">
        <div className="span-7 form-grid">
          <TextField field="address" editing={editing} wide />
          <Framed field="station" editing={editing} extra={words.form.fromPlace}>
            <StationSelect id="fact-station" value={facts.station} onChange={(station) => set({ station })} />
          </Framed>
          <Framed field="community" editing={editing} extra={words.form.fromPlace}>
            <CommunitySelect id="fact-community" value={facts.community} onChange={(community) => set({ community })} />
          </Framed>
          <ChoiceField
            field="urban"
            editing={editing}
            options={(['urban', 'rural'] as const).map((value) => ({ value, label: words.urban[value] }))}
          />
          <TextField field="premisesNo" editing={editing} />
          <NumberField field="lng" editing={editing} decimals={6} />
          <NumberField field="lat" editing={editing} decimals={6} />
        </div>
        <div className="span-5">
          <p className="quiet">
            {words.form.pinHint}{' '}
            {pin && (
              <Button type="link" size="small" onClick={() => set({ lng: null, lat: null })}>
                {words.form.clearPin}
              </Button>
            )}
          </p>
          <MapView
            title={words.form.pin}
            areas={areas}
            pin={pin}
            focusArea={facts.station ?? undefined}
            selectedArea={facts.station ?? undefined}
            onPin={([x, y]) => set({ lng: x, lat: y })}
            height={260}
          />
        </div>
      </div>
    </Panel>
  )
}

function FireFields({ editing, base }: FactsFormProps) {
  const words = useWords(messages)
  const { facts, set } = editing
  const day = facts.receivedAt ? dayOf(facts.receivedAt) : today()
  const places = useCodes('place-kind', day)
  const causes = useCodes('cause', day)
  return (
    <>
      <Panel title={words.page.fire} extra={<span className="quiet">{words.form.onlyFires}</span>}>
        <div className="form-grid">
          <ChoiceField field="place" editing={editing} options={places.choices()} />
          <ChoiceField
            field="cause"
            editing={editing}
            options={causes.choices()}
            onChoose={(cause) => set({ cause, subCause: null })}
          />
          <ChoiceField
            field="subCause"
            editing={editing}
            options={facts.cause === null ? [] : causes.choices(facts.cause)}
          />
          <NumberField field="burnedAreaM2" editing={editing} decimals={2} />
          <ChoiceField
            field="productionAccident"
            editing={editing}
            options={[
              { value: 'true', label: words.yes },
              { value: 'false', label: words.no },
            ]}
            onChoose={(answer) => set({ productionAccident: answer === null ? null : answer === 'true' })}
          />
        </div>
      </Panel>
      <Panel title={words.page.harm} extra={<span className="quiet">{words.form.unknownHint}</span>}>
        <div className="form-grid">
          {(
            [
              'deaths',
              'seriousInjuries',
              'minorInjuries',
              'directLossFen',
              'economicLossFen',
              'households',
              'people',
            ] as const
          ).map((field) => (
            <NumberField key={field} field={field} editing={editing} />
          ))}
        </div>
        <ClassNow facts={facts} base={base} />
      </Panel>
    </>
  )
}
