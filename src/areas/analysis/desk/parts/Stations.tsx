/** The stations in the order of their fires, and how soon help arrived. Not an assessment: the law forbids it. */
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { moneyText, percentText } from '../../../../desk/components/numbers.ts'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Figures } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { ranked, rankingNote } from '../../figures/ranking.ts'
import { messages } from '../messages.ts'
import { placeOf } from './shown.ts'

export function Stations({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const lang = useLang()
  const rows = ranked(figures.breakdowns.station ?? [])
  return (
    <>
      <Table
        aria-label={words.stations}
        size="small"
        rowKey="code"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content', y: 330 }}
        columns={[
          { title: words.rank, dataIndex: 'rank', width: 56, className: 'num' },
          { title: words.station, render: (_, { name }) => name[lang] },
          {
            title: words.fires,
            align: 'right',
            className: 'num',
            render: (_, { code, fires }) => {
              const place = placeOf(figures, figureKey('period', 'fires', { station: code }))
              return place && fires > 0 ? <Link {...place}>{fires}</Link> : fires
            },
          },
          { title: words.previous, dataIndex: 'previousFires', align: 'right', className: 'num' },
          { title: words.lastYear, dataIndex: 'lastYearFires', align: 'right', className: 'num' },
          {
            title: words.loss,
            align: 'right',
            className: 'num',
            render: (_, { lossFen }) => (lossFen === null ? '—' : moneyText(lossFen, 'wan')),
          },
        ]}
      />
      <p className="note">{rankingNote[lang]}</p>
    </>
  )
}

export function ResponseTimes({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const response = figures.response.period
  if (!response) return null
  const { n, unmeasured, medianSeconds, p90Seconds, within } = response
  const time = (seconds: number | null) =>
    seconds === null ? '—' : fill(words.minutes, { m: Math.floor(seconds / 60), s: Math.round(seconds % 60) })
  const open = (which: 'within5' | 'over5' | 'unmeasured' | 'measured') =>
    placeOf(figures, figureKey('period', 'fires', { response: which }))
  const [inTime, lacking] = [open('within5'), open('unmeasured')]
  return (
    <dl className="facts">
      <dt>{words.median}</dt>
      <dd className="num">{time(medianSeconds)}</dd>
      <dt>{words.p90}</dt>
      <dd className="num">{time(p90Seconds)}</dd>
      <dt>{words.within}</dt>
      <dd className="num">
        {inTime ? (
          <Link {...inTime}>
            {within} · {n > 0 ? percentText((within / n) * 100) : '—'}
          </Link>
        ) : (
          within
        )}
      </dd>
      <dt>{words.counted}</dt>
      <dd className="note">
        {lacking ? <Link {...lacking}>{fill(words.measured, { n, m: unmeasured })}</Link> : null}
      </dd>
    </dl>
  )
}
