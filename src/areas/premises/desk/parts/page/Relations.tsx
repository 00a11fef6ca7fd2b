/** What a record is part of, and what is part of it: floors of a building, buildings of an estate, estates of a company. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../../../desk/api.ts'
import { useCodes } from '../../../../../desk/codes.ts'
import { Asked } from '../../../../../desk/components/Asked.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { paths } from '../../../../../desk/paths.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { relations } from '../../../checks.ts'
import { messages } from '../../../messages.ts'
import type { Form, Premises } from '../../../record-contract.ts'
import { StateText } from '../Marks.tsx'
import { type NamedRecord, relationFields, usePremisesNames } from '../names.ts'

type Relation = (typeof relationFields)[number]
const shownAtOnce = 20

/** What may be part of a record of a form: by which relation, and of which form. */
const parts = (form: Form): { relation: Relation; of: Form }[] =>
  relationFields.flatMap((relation) =>
    relations[relation].to === form ? relations[relation].of.map((of) => ({ relation, of })) : [],
  )

export function Relations({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const own = relationFields.filter((relation) => (relations[relation].of as readonly Form[]).includes(premises.form))
  const within = parts(premises.form)
  if (own.length + within.length === 0) return null
  return (
    <Panel title={words.page.relations}>
      {own.length > 0 && <Above premises={premises} own={own} />}
      {within.map(({ relation, of }) => (
        <Below key={`${relation}-${of}`} id={premises.id} relation={relation} of={of} />
      ))}
    </Panel>
  )
}

function Above({ premises, own }: { premises: Premises; own: readonly Relation[] }) {
  const words = useWords(messages)
  const names = usePremisesNames(own.map((relation) => premises[relation]))
  return (
    <dl className="facts">
      {own.map((relation) => {
        const id = premises[relation]
        return (
          <div key={relation} className="fact">
            <dt>{words.fields[relation]}</dt>
            <dd>{id ? <Named id={id} named={names.get(id)} /> : <span className="unknown">{words.unknown}</span>}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function Named({ id, named }: { id: string; named: NamedRecord | undefined }) {
  if (named?.isOutside) return <span className="quiet">{named.name}</span>
  return <Link {...paths.premises(id)}>{named?.name ?? '…'}</Link>
}

/** 2层 before 10层, basements first. */
const byFloor = (a: Premises, b: Premises) =>
  (a.floors ?? '').localeCompare(b.floors ?? '', 'zh', { numeric: true }) || a.name.localeCompare(b.name, 'zh')

function Below({ id, relation, of }: { id: string; relation: Relation; of: Form }) {
  const words = useWords(messages)
  const { nameOf: kindName } = useCodes('premises-kind')
  const filter = { [relation]: id, form: of }
  const list = useQuery(api.premises.list.queryOptions({ input: { ...filter, limit: 200, sort: 'name' } }))
  const counts = useQuery(api.premises.counts.queryOptions({ input: filter }))
  const total = counts.data?.total
  return (
    <section className="relation-below">
      <h3>
        {words.page.within[of]}{' '}
        {total !== undefined && total > 0 && (
          <Link {...paths.premisesList(filter)} className="num">
            {fill(words.list.total, { n: numberText(total) })}
          </Link>
        )}
      </h3>
      <Asked query={list} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty-small">{words.page.nothingWithin}</p>
          ) : (
            <ul className="plain-list within-list">
              {items
                .toSorted(byFloor)
                .slice(0, shownAtOnce)
                .map((one) => (
                  <li key={one.id}>
                    {of === 'unit' && relation === 'building' && (
                      <span className="within-floor quiet">{one.floors ?? '—'}</span>
                    )}
                    <Link {...paths.premises(one.id)}>{one.name}</Link>
                    <span className="quiet">
                      {one.kind ? kindName(one.kind) : ''} {one.state !== 'open' && <StateText state={one.state} />}
                    </span>
                  </li>
                ))}
              {items.length > shownAtOnce && (
                <li>
                  <Link {...paths.premisesList(filter)}>{words.page.allWithin}</Link>
                </li>
              )}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
