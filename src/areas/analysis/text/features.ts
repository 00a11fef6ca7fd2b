/** (二) 特点: where it burnt and why, leading kinds by name, the rest as sums, so that the figures add up. */
import type { Paragraph, Run } from '../../../kernel/document.ts'
import { leading, standsApart } from '../figures/breakdowns.ts'
import type { Part } from '../figures/contract.ts'
import { percent } from '../figures/numbers.ts'
import { baseWords, causeWords, type Facts, fires, limit, placeWords, shareOf, speaking } from './facts.ts'
import { listed, paragraph, say } from './say.ts'

/** The kinds that have a name and fires, most first; as many as the district names. */
function leadingKinds(facts: Facts, parts: readonly Part[]): Part[] {
  return leading(parts.filter(speaking), limit(facts, 'leading')).top
}

export const leadingPlaces = (facts: Facts): Part[] => leadingKinds(facts, facts.figures.breakdowns.place)
export const leadingCauses = (facts: Facts): Part[] => leadingKinds(facts, facts.figures.breakdowns.cause)

/** 住宅火灾31起，占50.8%. */
function counted(facts: Facts, part: Part, dimension: 'place' | 'cause', words: string): Run[] {
  return say`${words}${fires(part.fires, { [dimension]: part.code })}，${shareOf(facts, part.fires)}`
}

/** What is left when the leading kinds are named: other kinds as one sum, then what stands apart. */
function remainder(
  facts: Facts,
  parts: readonly Part[],
  named: readonly Part[],
  dimension: 'place' | 'cause',
): Run[][] {
  const others = parts.filter((part) => !named.includes(part) && part.fires > 0)
  const [apart, rest] = [others.filter(standsApart), others.filter((part) => !standsApart(part))]
  const sum = rest.reduce((total, part) => total + part.fires, 0)
  const noun = dimension === 'place' ? '场所' : '原因'
  const only = rest.length === 1 ? rest[0] : undefined
  const other =
    only && speaking(only)
      ? counted(facts, only, dimension, dimension === 'place' ? placeWords(only.short) : causeWords(only.name.zh))
      : say`其他${noun}${fires(sum, { [dimension]: rest.map(({ code }) => code) })}，${shareOf(facts, sum)}`
  return [...(sum > 0 ? [other] : []), ...apart.map((part) => counted(facts, part, dimension, part.name.zh))]
}

function places(facts: Facts): Paragraph {
  const parts = facts.figures.breakdowns.place
  const named = leadingPlaces(facts)
  const lines = named.map((part) => counted(facts, part, 'place', placeWords(part.short)))
  const all = listed([...lines, ...remainder(facts, parts, named, 'place')], '；')
  return paragraph(
    'features.places',
    say`从起火场所看，${all}。${movement(facts, named, (part) => placeWords(part.short))}`,
  )
}

/** 与上年同期相比，住宅火灾增加3起，商店火灾减少1起: of the leading kinds, where there is something to compare. */
function movement(facts: Facts, named: readonly Part[], words: (part: Part) => string): string {
  const moves = named.flatMap((part) =>
    part.lastYearFires === null ? [] : [`${words(part)}${movedBy(part.fires - part.lastYearFires)}`],
  )
  return moves.length === 0 ? '' : `与${baseWords(facts).lastYear}相比，${moves.join('，')}。`
}
const movedBy = (difference: number): string =>
  difference === 0 ? '持平' : `${difference > 0 ? '增加' : '减少'}${Math.abs(difference)}起`

/** 电气火灾中，短路12起、过负荷3起: the second level of the first cause. */
function subCauses(facts: Facts, [first]: readonly Part[]): Run[] {
  if (!first) return []
  const within = facts.figures.breakdowns.subCause.filter(
    (part) => part.parent === first.code && part.code !== first.code,
  )
  const named = leadingKinds(facts, within)
  if (named.length === 0) return []
  const lines = named.map((part) => say`${part.name.zh}${fires(part.fires, { subCause: part.code })}`)
  const [top, next] = named
  const leads = top && next && top.fires > next.fires
  const share = leads ? `，其中${top.name.zh}占${percent(top.fires, first.fires)}` : ''
  return say`${causeWords(first.name.zh)}中，${listed(lines, '、')}${share}。`
}

function causes(facts: Facts): Paragraph {
  const parts = facts.figures.breakdowns.cause
  const named = leadingCauses(facts)
  const lines = named.map((part) => counted(facts, part, 'cause', causeWords(part.name.zh)))
  const all = listed([...lines, ...remainder(facts, parts, named, 'cause')], '；')
  return paragraph(
    'features.causes',
    say`从起火原因看，${all}。${movement(facts, named, (part) => causeWords(part.name.zh))}${subCauses(facts, named)}`,
  )
}

/** 31起住宅火灾中，起火原因居前的为电气火灾（12起）、生活用火不慎（8起）: why the leading place burns. */
function crossed(facts: Facts): Paragraph[] {
  const [place] = leadingPlaces(facts)
  if (!place || place.fires < 2) return []
  const { causesOfPlaces, breakdowns } = facts.figures
  const why = causesOfPlaces
    .filter((pair) => pair.place === place.code && speaking({ code: pair.cause }))
    .slice(0, 2)
    .map((pair) => {
      const name = breakdowns.cause.find(({ code }) => code === pair.cause)?.name.zh ?? pair.cause
      return say`${name}（${fires(pair.fires, { place: place.code, cause: pair.cause })}）`
    })
  if (why.length === 0) return []
  return [
    paragraph(
      'features.crossed',
      say`${place.fires}起${placeWords(place.short)}中，起火原因居前的为${listed(why, '、')}。`,
    ),
  ]
}

export const featureParagraphs = (facts: Facts): Paragraph[] => [places(facts), causes(facts), ...crossed(facts)]

/** 起火场所以住宅居多，起火原因以电气火灾居首. */
export function featuresHeading(facts: Facts): string {
  const [[place], [cause]] = [leadingPlaces(facts), leadingCauses(facts)]
  if (place && cause) return `起火场所以${place.short}居多，起火原因以${cause.name.zh}居首`
  if (place) return `起火场所以${place.short}居多`
  return cause ? `起火原因以${cause.name.zh}居首` : '起火场所和原因有待查明'
}
