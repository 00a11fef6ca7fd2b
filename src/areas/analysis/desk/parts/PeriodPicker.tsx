/** Chooses a period: its kind, then one of that kind, or two days; steps back and forth. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { today } from '../../../../desk/today.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import {
  cumulative,
  daysFrom,
  nextPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodLabel,
  periodOf,
  previousPeriod,
} from '../../../../kernel/periods.ts'
import { messages } from '../messages.ts'

/** The last quarter that is over: what the next meeting is about. */
export const lastQuarter = (): Period => previousPeriod(periodOf('quarter', today()))

const regular = ['year', 'half', 'quarter', 'month'] as const
const shown = { year: 6, half: 8, quarter: 12, month: 24 } as const

export function PeriodPicker({ period, onPick }: { period: Period; onPick: (key: string) => void }) {
  const words = useWords(messages).period
  const lang = useLang()
  const choose = (kind: PeriodKind | 'cumulative') => {
    if (kind === 'cumulative') onPick(cumulative(period).key)
    else if (kind === 'custom') onPick(daysFrom(period.from, period.to).key)
    else onPick(periodOf(kind, period.to).key)
  }
  const { kind } = period
  return (
    <Space wrap size={8} className="period-picker">
      <Select<PeriodKind | 'cumulative'>
        aria-label={words.kind}
        value={kind}
        style={{ width: 112 }}
        onChange={choose}
        options={[...regular, 'cumulative' as const, 'custom' as const].map((value) => ({
          value,
          label: words[value],
        }))}
      />
      {kind === 'custom' ? (
        <DatePicker.RangePicker
          aria-label={words.days}
          allowClear={false}
          value={[dayjs(period.from), dayjs(period.to)]}
          onChange={(days) => {
            const [from, to] = days ?? []
            if (from && to) onPick(daysFrom(from.format('YYYY-MM-DD'), to.format('YYYY-MM-DD')).key)
          }}
        />
      ) : (
        <Space.Compact>
          <Button
            icon={<LeftOutlined />}
            aria-label={words.earlier}
            onClick={() => onPick(previousPeriod(period).key)}
          />
          <Select
            aria-label={words.which}
            value={period.key}
            style={{ width: 168 }}
            onChange={onPick}
            options={choices(period, kind).map((one) => ({ value: one.key, label: periodLabel(one, lang) }))}
          />
          <Button
            icon={<RightOutlined />}
            aria-label={words.later}
            disabled={nextPeriod(period).from > today()}
            onClick={() => onPick(nextPeriod(period).key)}
          />
        </Space.Compact>
      )}
    </Space>
  )
}

/** The present period of the kind and those before it, and the chosen one wherever it lies. */
function choices(chosen: Period, kind: Exclude<PeriodKind, 'custom'>): Period[] {
  const found: Period[] = []
  for (let one = periodOf(kind, today()); found.length < shown[kind]; one = previousPeriod(one)) found.push(one)
  return found.some(({ key }) => key === chosen.key) ? found : [...found, chosen]
}

/** The period of an address; a key that is none falls back to the last quarter. */
export function periodIn(key: string | undefined): Period {
  try {
    return key ? parsePeriod(key) : lastQuarter()
  } catch {
    return lastQuarter()
  }
}
