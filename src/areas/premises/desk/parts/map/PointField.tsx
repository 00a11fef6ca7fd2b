/** A point as text: what another map tells is pasted here, in that map's coordinates. */
import { Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../../desk/words.ts'
import { type Datum, datums } from '../../../../../kernel/datum.ts'
import type { LngLat } from '../../../../../kernel/geo.ts'
import { messages } from '../../../map/messages.ts'
import { parsePoint } from './placing.ts'

interface PointFieldProps {
  readonly value: LngLat | null
  readonly onChange: (at: LngLat) => void
  readonly onClear: () => void
}

export function PointField({ value, onChange, onClear }: PointFieldProps) {
  const w = useWords(messages).locate
  const [datum, setDatum] = useState<Datum>('wgs84')
  const [typed, setTyped] = useState<string>()
  const tell = (text: string, by: Datum) => {
    setTyped(text)
    if (text === '') onClear()
    const point = parsePoint(text, by)
    if (point) onChange(point)
  }
  const text = typed ?? (value ? value.join(', ') : '')
  const wrong = typed !== undefined && typed.trim() !== '' && !parsePoint(typed, datum)
  return (
    <div className="placing-point">
      <Space.Compact>
        <Input
          allowClear
          aria-label={w.point}
          placeholder={w.pointHint}
          value={text}
          status={wrong ? 'warning' : ''}
          onChange={({ target }) => tell(target.value, datum)}
          onBlur={() => {
            if (!wrong) setTyped(undefined)
          }}
        />
        <Select<Datum>
          aria-label={w.datum}
          value={datum}
          popupMatchSelectWidth={false}
          options={datums.map((one) => ({ value: one, label: w.datums[one] }))}
          onChange={(by) => {
            setDatum(by)
            if (typed !== undefined) tell(typed, by)
          }}
        />
      </Space.Compact>
      {wrong && <span className="tone-caution">{w.notPoint}</span>}
    </div>
  )
}
