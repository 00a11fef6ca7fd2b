/** The meeting version: no station by its name, in the text, in tables, in what people wrote, or behind a figure. */
import type { Block, OfficialDocument, Run } from '../../../kernel/document.ts'
import type { Figures, Part } from '../figures/contract.ts'
import { aliasesOf } from '../figures/ranking.ts'

/** 临江路派出所 is also spoken of as 临江路所. */
const spellings = (name: string): string[] => (name.endsWith('派出所') ? [name, `${name.slice(0, -3)}所`] : [name])

/** A function that puts aliases where stations are named: those of the figures, under the names they had then. */
function replacer(stations: readonly Part[], aliases: ReadonlyMap<string, string>): (text: string) => string {
  const pairs = stations
    .flatMap(({ code, name }) => {
      const alias = aliases.get(code)
      return alias === undefined ? [] : spellings(name.zh).map((spelling): [string, string] => [spelling, alias])
    })
    // The longer first: 北塔东派出所 before 塔东派出所.
    .sort((a, b) => b[0].length - a[0].length)
  return (text) => pairs.reduce((so, [name, alias]) => so.replaceAll(name, alias), text)
}

/** A figure of one station would lead to its records, and so to its name. */
const namesStation = (figure: string) => /[?&]station=/.test(figure)

function block(one: Block, rename: (text: string) => string): Block {
  if (one.kind === 'paragraph') return { ...one, runs: one.runs.map((run) => renamedRun(run, rename)) }
  if (one.kind === 'heading' || one.kind === 'note') return { ...one, text: rename(one.text) }
  if (one.kind === 'table')
    return {
      ...one,
      caption: rename(one.caption),
      rows: one.rows.map((row) => row.map(rename)),
      ...(one.notes ? { notes: one.notes.map(rename) } : {}),
    }
  const { categories, series } = one.spec
  return {
    ...one,
    caption: rename(one.caption),
    alt: rename(one.alt),
    spec: {
      ...one.spec,
      categories: categories.map(rename),
      series: series.map((s) => ({ ...s, name: rename(s.name) })),
    },
  }
}

function renamedRun(run: Run, rename: (text: string) => string): Run {
  if (!('text' in run)) return run
  const text = rename(run.text)
  return 'figure' in run && !namesStation(run.figure) ? { text, figure: run.figure } : { text }
}

export const anonymiser = (figures: Figures) => {
  const aliases = aliasesOf(figures.breakdowns.station)
  const rename = replacer(figures.breakdowns.station, aliases)
  return {
    text: rename,
    document: (named: OfficialDocument): OfficialDocument => ({
      ...named,
      title: rename(named.title),
      blocks: named.blocks.map((one) => block(one, rename)),
    }),
    /** The stations of the breakdown under their aliases, in code and name. */
    figures: (named: Figures): Figures => ({
      ...named,
      breakdowns: {
        ...named.breakdowns,
        station: named.breakdowns.station.map((part) => {
          const alias = aliases.get(part.code)
          return alias === undefined
            ? part
            : { ...part, code: alias, ref: alias, name: { zh: alias, en: alias }, short: alias }
        }),
      },
    }),
  }
}
