/** A pair of records side by side: what differs, which value stands, one record from two, or two places. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { TimeText } from '../../../desk/components/TimeText.tsx'
import { paths } from '../../../desk/paths.ts'
import { useId } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import type { Premises } from '../record-contract.ts'
import type { Comparison } from '../twins/contract.ts'
import { messages } from '../twins/messages.ts'
import { StateText } from './parts/Marks.tsx'
import { useValueWords } from './parts/names.ts'
import { CompareTable } from './parts/twins/CompareTable.tsx'
import { Grounds, percent } from './parts/twins/Grounds.tsx'
import { Judged } from './parts/twins/Judged.tsx'
import { inOrder, preview, rowsOf, type Where } from './parts/twins/rows.ts'
import { TwinActs } from './parts/twins/TwinActs.tsx'
import { useDistanceText, useTwinGrounds } from './parts/twins/words.ts'
import '../../../desk/styles/premises-twins.css'

export function TwinPage() {
  const words = useWords(messages)
  const grounds = useTwinGrounds()
  const id = useId()
  const comparison = useQuery(api.premises.twins.get.queryOptions({ input: { id } }))
  if (comparison.data) return <Found key={id} comparison={comparison.data} />
  return (
    <Page title={words.compare} breadcrumbs={[{ label: words.title, place: paths.premisesTwins() }]}>
      <Asked query={comparison} grounds={grounds} rows={14}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Found({ comparison }: { comparison: Comparison }) {
  const words = useWords(messages)
  const { twin, one, other } = comparison
  const distanceText = useDistanceText()
  return (
    <Page
      title={one.name === other.name ? one.name : `${one.name} / ${other.name}`}
      subtitle={
        <span className="twin-facts">
          <Grounds grounds={twin.grounds} />
          <span>
            {words.sure} <strong className="num">{percent(twin.score)}</strong>
          </span>
          <span>
            {words.distance} <span className="num">{distanceText(twin.metres)}</span>
          </span>
        </span>
      }
      breadcrumbs={[{ label: words.title, place: paths.premisesTwins() }]}
    >
      {twin.state === 'open' ? <Open comparison={comparison} /> : <Judged twin={twin} />}
    </Page>
  )
}

function Open({ comparison }: { comparison: Comparison }) {
  const words = useWords(messages)
  const grounds = useTwinGrounds()
  const may = useMay()
  const { one, other, conflicts, refusal } = comparison
  const [keep, setKeep] = useState<Where>('one')
  const [chosen, setChosen] = useState<Readonly<Record<string, Where>>>({})
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const mayMerge = may('premises.merge') && refusal === null
  const rows = useMemo(() => {
    return inOrder(rowsOf(one, other, preview({ one, other }, chosen, keep), conflicts))
  }, [one, other, conflicts, chosen, keep])
  const shown = onlyDiffering ? rows.filter(({ manner }) => manner !== 'same') : rows
  const allFrom = (where: Where) => setChosen(Object.fromEntries(conflicts.map((field) => [field, where])))
  return (
    <>
      {refusal !== null && (
        <Alert className="error-block" type="warning" showIcon title={grounds[refusal] ?? refusal} />
      )}
      <div className="twin-heads">
        {(['one', 'other'] as const).map((where) => (
          <Head
            key={where}
            premises={where === 'one' ? one : other}
            side={where === 'one' ? words.first : words.second}
            isKept={keep === where}
            {...(mayMerge ? { onKeep: () => setKeep(where) } : {})}
          />
        ))}
      </div>
      <div className="twin-tools">
        <Checkbox checked={onlyDiffering} onChange={({ target }) => setOnlyDiffering(target.checked)}>
          {words.onlyDiffering}
        </Checkbox>
        {mayMerge && conflicts.length > 1 && (
          <span>
            {(['one', 'other'] as const).map((where) => (
              <Button key={where} type="link" size="small" onClick={() => allFrom(where)}>
                {fill(words.allFrom, { which: where === 'one' ? words.first : words.second })}
              </Button>
            ))}
          </span>
        )}
      </div>
      {shown.length > 0 ? (
        <CompareTable
          one={one}
          other={other}
          rows={shown}
          chosen={chosen}
          {...(mayMerge
            ? { onChoose: (field: string, where: Where) => setChosen((was) => ({ ...was, [field]: where })) }
            : {})}
        />
      ) : (
        <p className="quiet">{words.allAgree}</p>
      )}
      {may('premises.merge') ? (
        <TwinActs comparison={comparison} keep={keep} chosen={chosen} />
      ) : (
        <p className="quiet twin-note">{words.notMine}</p>
      )}
    </>
  )
}

interface HeadProps {
  readonly premises: Premises
  readonly side: string
  readonly isKept: boolean
  readonly onKeep?: () => void
}

function Head({ premises, side, isKept, onKeep }: HeadProps) {
  const words = useWords(messages)
  const valueText = useValueWords()
  const { id, name, premisesNo, address, state, supervisor, enteredAt } = premises
  return (
    <section className={`twin-head ${onKeep && isKept ? 'twin-kept' : ''}`} aria-label={side}>
      <div className="card-line">
        <span>
          <span className="quiet">{side}</span> <Link {...paths.premises(id)}>{name}</Link>
        </span>
        <StateText state={state} />
      </div>
      <div className="quiet">
        <span className="num">{premisesNo}</span> {address || words.noAddress}
      </div>
      <div className="quiet">
        {valueText('supervisor', supervisor)} · {words.entered} <TimeText at={enteredAt} precision="day" />
      </div>
      {onKeep && (
        <Radio name="keep" checked={isKept} onChange={onKeep}>
          {isKept ? words.kept : words.keepThis}
          {!isKept && <span className="quiet twin-aside">{words.dropped}</span>}
        </Radio>
      )}
    </section>
  )
}
