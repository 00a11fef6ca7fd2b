/** How it is drawn: numbers, cap, source of the seed, people, recusals. */
import type { ReactNode } from 'react'
import { TimeText } from '../../../../../desk/components/TimeText.tsx'
import { fill, useMarks, useWords } from '../../../../../desk/words.ts'
import type { Draw } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import { useFilterNames } from './form/Range.tsx'
import { useTakeText } from './texts.tsx'

export function HowDrawn({ draw }: { draw: Draw }) {
  const { page: words, form, desk } = useWords(messages)
  const takeText = useTakeText()
  const { source, strata, take, capMonths, perObject, seed, evidence } = draw
  const by = { station: form.byStation, list: form.byList, kind: form.byKind }
  return (
    <dl className="facts">
      <Fact name={words.takes}>
        {strata === null ? (
          takeText(take)
        ) : (
          <>
            {by[strata.by]} · {fill(words.perStratum, { take: takeText(take) })}
            <Specials strata={strata} />
          </>
        )}
      </Fact>
      <Fact name={words.cap}>{capMonths === null ? words.noCap : fill(words.capMonths, { n: capMonths })}</Fact>
      <Fact name={words.source}>
        {desk.sources[source.kind]} · <TimeText at={source.at} />
        {source.kind === 'event' ? (
          <div>{source.words}</div>
        ) : (
          <ul className="draw-list">
            {source.by.map(({ name, commitment }) => (
              <li key={commitment}>
                {name} <code title={commitment}>{commitment.slice(0, 16)}…</code>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      {seed !== null && (
        <Fact name={words.seedIs}>
          <code className="draw-seed">{seed}</code>
        </Fact>
      )}
      {evidence !== null && <Fact name={words.evidence}>{evidence}</Fact>}
      <Fact name={words.people}>
        {fill(words.perObject, { n: perObject })}
        <People draw={draw} />
      </Fact>
      <Fact name={words.recusals}>
        <Recusals draw={draw} />
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

function Specials({ strata: { by, takes } }: { strata: NonNullable<Draw['strata']> }) {
  const takeText = useTakeText()
  const nameOf = useFilterNames()[by]
  const { named } = useMarks()
  if (takes.length === 0) return null
  return (
    <ul className="draw-list">
      {takes.map(({ value, take }) => (
        <li key={value}>{named(nameOf(value), takeText(take))}</li>
      ))}
    </ul>
  )
}

function People({ draw: { inspectors } }: { draw: Draw }) {
  const words = useWords(messages).page
  return (
    <details>
      <summary>{fill(words.peopleMore, { n: inspectors.length })}</summary>
      <ul className="draw-list">
        {inspectors.map(({ id, name, body, away }) => (
          <li key={id}>
            {name} <span className="quiet">{body}</span>
            {away !== null && <span className="quiet"> · {fill(words.away, { words: away })}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Recusals({ draw: { recusals, inspectors } }: { draw: Draw }) {
  const words = useWords(messages).page
  if (recusals.length === 0) return words.noRecusals
  const nameOf = (id: string) => inspectors.find((one) => one.id === id)?.name ?? ''
  return (
    <ul className="draw-list">
      {recusals.map(({ inspector, object, words: why }) => (
        <li key={`${inspector} ${object}`}>
          {fill(words.recusal, { inspector: nameOf(inspector), object, words: why })}
        </li>
      ))}
    </ul>
  )
}
