/** The stations in the order of their fires. Not an assessment: the law forbids it. */
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Figures } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { ranked, rankingNote } from '../../figures/ranking.ts'
import { messages } from '../messages.ts'
import { oneBase, placeOf } from './shown.ts'

export function Stations({ figures }: { figures: Figures }) {
  const words = useWords(messages).home
  const lang = useLang()
  const rows = ranked(figures.breakdowns.station)
  return (
    <>
      <div className="analysis-stations">
        <Table
          aria-label={words.stations}
          size="small"
          rowKey="code"
          dataSource={rows}
          pagination={false}
          columns={[
            { title: words.rank, dataIndex: 'rank', width: 46, className: 'num' },
            { title: words.station, render: (_, { name }) => name[lang] },
            {
              title: words.fires,
              width: 54,
              align: 'right',
              className: 'num',
              render: (_, { code, fires }) => {
                const place = placeOf(figures, figureKey('period', 'fires', { station: code }))
                return place && fires > 0 ? <Link {...place}>{fires}</Link> : fires
              },
            },
            ...(oneBase(figures)
              ? []
              : [
                  {
                    title: words.previous,
                    dataIndex: 'previousFires',
                    width: 54,
                    align: 'right' as const,
                    className: 'num',
                  },
                ]),
            { title: words.lastYear, dataIndex: 'lastYearFires', width: 54, align: 'right', className: 'num' },
          ]}
        />
      </div>
      <p className="quiet panel-note">{rankingNote[lang]}</p>
    </>
  )
}
