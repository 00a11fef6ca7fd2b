/** Every way in which the fires are divided, with its sum: each number leads to its records. */
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { z } from 'zod'
import { moneyText, percentText } from '../../../../desk/components/numbers.ts'
import { useSearchState } from '../../../../desk/search-params.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import { totalOf } from '../../figures/breakdowns.ts'
import { dimensions, type Figures, type Part, type RangeKey } from '../../figures/contract.ts'
import { messages } from '../messages.ts'
import { partPlace } from './part-place.ts'
import { oneBase } from './shown.ts'

const Search = z.object({ by: z.enum(dimensions).default('place') })

export function AllBreakdowns({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const { values, change } = useSearchState(Search)
  const parts = figures.breakdowns[values.by].filter(isThere)
  return (
    <>
      <div className="analysis-by">
        <Segmented
          aria-label={words.by}
          value={values.by}
          onChange={(by) => change({ by })}
          options={dimensions.map((value) => ({ value, label: words.dimensions[value] }))}
        />
      </div>
      <Lines figures={figures} parts={parts} />
    </>
  )
}

const isThere = ({ fires, previousFires, lastYearFires }: Part) =>
  fires > 0 || (previousFires ?? 0) > 0 || (lastYearFires ?? 0) > 0

function Lines({ figures, parts }: { figures: Figures; parts: readonly Part[] }) {
  const words = useWords(messages).home
  const lang = useLang()
  const { values } = useSearchState(Search)
  const total = totalOf(parts)
  const ranges: readonly RangeKey[] = oneBase(figures) ? ['period', 'lastYear'] : ['period', 'previous', 'lastYear']
  const names = { period: words.fires, previous: words.previous, lastYear: words.lastYear }
  const known = parts.filter(({ lossFen }) => lossFen !== null)
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.dimensions[values.by]}</th>
            {ranges.map((range) => (
              <th key={range} scope="col" className="num">
                {names[range]}
              </th>
            ))}
            <th scope="col" className="num">
              {words.share}
            </th>
            <th scope="col" className="num">
              {words.loss}
            </th>
            <th scope="col" className="num">
              {words.casualties}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{part.name[lang]}</th>
              {ranges.map((range) => (
                <td key={range} className="num">
                  <Count figures={figures} part={part} range={range} />
                </td>
              ))}
              <td className="num">{total > 0 ? percentText((part.fires / total) * 100) : '—'}</td>
              <td className="num">{part.lossFen === null ? '—' : moneyText(part.lossFen, 'wan')}</td>
              <td className="num">{part.casualties}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {ranges.map((range) => (
              <td key={range} className="num">
                {totalOf(parts, range)}
              </td>
            ))}
            <td className="num">{total > 0 ? percentText(100) : '—'}</td>
            <td className="num">
              {moneyText(
                known.reduce((sum, { lossFen }) => sum + (lossFen ?? 0), 0),
                'wan',
              )}
            </td>
            <td className="num">{parts.reduce((sum, { casualties }) => sum + casualties, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Count({ figures, part, range }: { figures: Figures; part: Part; range: RangeKey }) {
  const { values } = useSearchState(Search)
  const fires = { period: part.fires, previous: part.previousFires, lastYear: part.lastYearFires }[range]
  const place = partPlace(figures, values.by, part, range)
  if (fires === null) return '—'
  return place && fires > 0 ? <Link {...place}>{fires}</Link> : fires
}
