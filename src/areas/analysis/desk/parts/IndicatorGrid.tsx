/** The fourteen indicators, each with both comparisons; a click opens exactly the records it counts. */
import { Link } from '@tanstack/react-router'
import { Figure } from '../../../../desk/components/Figure.tsx'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Figures, IndicatorFigure } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { comparisonOf, placeOf, unitText, valueText } from './shown.ts'

const leading = new Set(['alarms', 'fires', 'loss_fen', 'deaths'])

export function IndicatorGrid({ figures }: { figures: Figures }) {
  const large = figures.indicators.filter(({ key }) => leading.has(key))
  const small = figures.indicators.filter(({ key }) => !leading.has(key))
  return (
    <>
      <div className="figures figures-bare">
        {large.map((one) => (
          <IndicatorCell key={one.key} figures={figures} indicator={one} size="large" />
        ))}
      </div>
      <div className="figures figures-bare figures-small">
        {small.map((one) => (
          <IndicatorCell key={one.key} figures={figures} indicator={one} size="small" />
        ))}
      </div>
    </>
  )
}

interface CellProps {
  readonly figures: Figures
  readonly indicator: IndicatorFigure
  readonly size: 'large' | 'small'
}

function IndicatorCell({ figures, indicator, size }: CellProps) {
  const words = useWords(messages).home
  const lang = useLang()
  const { key, name, value, missing, qoq, yoy } = indicator
  const place = placeOf(figures, figureKey('period', key))
  const unknown = missing > 0 ? placeOf(figures, figureKey('period', key, { missing: true })) : undefined
  return (
    <Figure
      label={name[lang]}
      value={valueText(key, value)}
      unit={unitText(indicator, lang)}
      size={size}
      {...(place ? { place } : {})}
      comparisons={[comparisonOf(key, words.qoq, qoq, lang), comparisonOf(key, words.yoy, yoy, lang)]}
      {...(unknown ? { note: <Link {...unknown}>{fill(words.missing, { n: missing })}</Link> } : {})}
    />
  )
}
