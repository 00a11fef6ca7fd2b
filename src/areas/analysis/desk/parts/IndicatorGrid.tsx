/** The fourteen indicators, each with both comparisons; a click opens exactly the records it counts. */
import { Link } from '@tanstack/react-router'
import { Figure } from '../../../../desk/components/Figure.tsx'
import { fill, useLang, useWords } from '../../../../desk/words.ts'
import type { Figures, IndicatorFigure } from '../../figures/contract.ts'
import { figureKey } from '../../figures/drill.ts'
import { messages } from '../messages.ts'
import { comparisonOf, oneBase, placeOf, unitText, valueText } from './shown.ts'

const leading = new Set(['alarms', 'fires', 'loss_fen', 'deaths'])

export const IndicatorGrid = ({ figures }: { figures: Figures }) => (
  <>
    <LeadingIndicators figures={figures} />
    <OtherIndicators figures={figures} />
  </>
)

export const LeadingIndicators = ({ figures }: { figures: Figures }) => (
  <div className="figures figures-leading">
    {figures.indicators
      .filter(({ key }) => leading.has(key))
      .map((one) => (
        <IndicatorCell key={one.key} figures={figures} indicator={one} size="large" />
      ))}
  </div>
)

export const OtherIndicators = ({ figures }: { figures: Figures }) => (
  <div className="figures figures-small">
    {figures.indicators
      .filter(({ key }) => !leading.has(key))
      .map((one) => (
        <IndicatorCell key={one.key} figures={figures} indicator={one} size="small" />
      ))}
  </div>
)

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
  const comparisons = [comparisonOf(key, words.qoq, qoq, lang), comparisonOf(key, words.yoy, yoy, lang)]
  const unknown = missing > 0 ? placeOf(figures, figureKey('period', key, { missing: true })) : undefined
  return (
    <Figure
      label={name[lang]}
      value={valueText(key, value)}
      unit={unitText(indicator, lang)}
      size={size}
      {...(place ? { place } : {})}
      comparisons={comparisons.slice(oneBase(figures) ? 1 : 0)}
      {...(unknown ? { note: <Link {...unknown}>{fill(words.missing, { n: missing })}</Link> } : {})}
    />
  )
}
