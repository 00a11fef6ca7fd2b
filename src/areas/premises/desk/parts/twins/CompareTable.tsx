/** Two records side by side, field by field, with a choice where they contradict; on a phone one below the other. */
import { Radio } from 'antd'
import { useMarks, useWords } from '../../../../../desk/words.ts'
import { messages as register } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { messages } from '../../../twins/messages.ts'
import type { Chosen, CompareRow, Where } from './rows.ts'
import { useFieldName, usePairValues } from './words.ts'

interface CompareTableProps {
  readonly one: Premises
  readonly other: Premises
  readonly rows: readonly CompareRow[]
  readonly chosen: Chosen
  readonly onChoose?: (field: string, where: Where) => void
}

const sides = ['one', 'other'] as const

export function CompareTable({ one, other, rows, chosen, onChoose }: CompareTableProps) {
  const words = useWords(messages)
  const { unknown } = useWords(register)
  const fieldName = useFieldName(one.form)
  const valueText = usePairValues(one, other)
  const { aside } = useMarks()
  const nameOf = ({ field, named, left }: CompareRow) =>
    field === named ? fieldName(field) : `${fieldName(named)}${aside(valueText(named, left).split(/[×（(]/)[0] ?? '')}`
  return (
    <table className="twin-table">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">
            {words.first} <span className="num quiet">{one.premisesNo}</span>
          </th>
          <th scope="col">
            {words.second} <span className="num quiet">{other.premisesNo}</span>
          </th>
          <th scope="col">{words.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isOpen = row.manner === 'chosen' && chosen[row.field] === undefined
          const texts = { one: valueText(row.named, row.one), other: valueText(row.named, row.other) }
          return (
            <tr key={row.field} className={`twin-${row.manner} ${isOpen ? 'twin-open' : ''}`}>
              <th scope="row">{nameOf(row)}</th>
              {sides.map((where) => (
                <td key={where} data-side={where === 'one' ? words.first : words.second}>
                  {row.manner === 'chosen' && onChoose ? (
                    <Radio
                      name={row.field}
                      checked={chosen[row.field] === where}
                      onChange={() => onChoose(row.field, where)}
                      aria-label={`${nameOf(row)} ${where === 'one' ? words.first : words.second}`}
                    >
                      {texts[where]}
                    </Radio>
                  ) : (
                    <Text text={texts[where]} isNothing={texts[where] === unknown} />
                  )}
                </td>
              ))}
              <td className="twin-left" data-side={words.result}>
                {isOpen ? (
                  <span className="tone-caution">{onChoose ? words.toChoose : words.contradicts}</span>
                ) : (
                  <>
                    {valueText(row.named, leftOf(row, chosen))}
                    <Note row={row} masked={texts.one === texts.other} />
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const leftOf = (row: CompareRow, chosen: Chosen) => {
  const where = row.manner === 'chosen' ? chosen[row.field] : undefined
  return where ? row[where] : row.left
}

const Text = ({ text, isNothing }: { text: string; isNothing: boolean }) => (
  <span className={isNothing ? 'unknown' : ''}>{text}</span>
)

/** How the value came about, where that is not plain to see. */
function Note({ row, masked }: { row: CompareRow; masked: boolean }) {
  const words = useWords(messages)
  const notes: Readonly<Partial<Record<CompareRow['manner'], string>>> = {
    united: words.united,
    later: words.later,
    added: words.added,
    followsBody: words.follows,
    followsState: words.followsState,
  }
  const note = row.manner === 'chosen' && masked ? words.maskedSame : notes[row.manner]
  return note ? <div className="quiet twin-note">{note}</div> : null
}
